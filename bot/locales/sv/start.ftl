# The greeting.

start-welcome = Hej! Jag kan programmet för <b>{ $expo }</b>. Fråga med egna ord.
start-theme = <i>{ $theme }</i>
start-demo = Det här är en demonstration: nästan alla sessioner, namn och utställare är påhittade.
start-examples =
    · vad händer kl. 14
    · något om energi i morgon efter lunch?
    · vem talar i Sal 2 nu?
start-more = Tryck på ☆ för att spara en session, så säger jag till innan den börjar. /programme visar allt, /help resten.
