# What is said when something cannot be done.

error-unexpected = Noe gikk galt hos meg. Det er notert; prøv gjerne igjen.
error-stale-button = Den knappen er for gammel. Spør på nytt, så får du nye knapper.
error-session-gone = Den sesjonen er ikke lenger i programmet.
error-track-gone = Det sporet er ikke lenger i programmet.
error-room-gone = Det rommet er ikke lenger i programmet.
error-speaker-gone = Den foredragsholderen er ikke lenger i programmet.
error-link = Den lenken peker på noe som ikke er i programmet lenger. Spør meg heller hva som skjer.
error-unknown-command = Den kommandoen kjenner jeg ikke. /help viser hva jeg kan – eller bare spør.
error-not-text = Jeg leser bare tekst. Skriv det du lurer på, for eksempel «hva skjer kl. 14».
error-no-programme = Programmet er ikke på plass ennå. Prøv igjen om litt.
