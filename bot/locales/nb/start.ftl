# The greeting.

start-welcome = Hei! Jeg kan programmet til <b>{ $expo }</b>. Spør med dine egne ord.
start-theme = <i>{ $theme }</i>
start-demo = Dette er en demonstrasjon: nesten alle sesjoner, navn og utstillere er oppdiktet.
start-examples =
    · hva skjer kl. 14
    · noe om energi i morgen etter lunsj?
    · hvem snakker i Sal 2 nå?
start-more = Trykk ☆ for å lagre en sesjon, så sier jeg fra før den begynner. /programme viser alt, /help resten.
