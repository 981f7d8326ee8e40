# The greeting.

start-welcome = Hej! Jeg kender programmet for <b>{ $expo }</b>. Spørg med dine egne ord.
start-theme = <i>{ $theme }</i>
start-demo = Dette er en demonstration: næsten alle sessioner, navne og udstillere er opdigtede.
start-examples =
    · hvad sker der kl. 14
    · noget om energi i morgen efter frokost?
    · hvem taler i Sal 2 nu?
start-more = Tryk på ☆ for at gemme en session, så siger jeg til, før den begynder. /programme viser alt, /help resten.
