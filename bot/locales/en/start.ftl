# The greeting.

start-welcome = Hi! I know the programme of <b>{ $expo }</b>. Ask in your own words.
start-theme = <i>{ $theme }</i>
start-demo = This is a demonstration: nearly all sessions, names and exhibitors are invented.
start-examples =
    · what's on at 14:00
    · anything on energy tomorrow after lunch?
    · who is speaking in Hall 2 now?
start-more = Tap ☆ to save a session and I'll tell you before it begins. /programme shows everything, /help the rest.
