# What is said when something cannot be done.

error-unexpected = Noget gik galt hos mig. Det er noteret; prøv gerne igen.
error-stale-button = Den knap er for gammel. Spørg igen, så får du nye.
error-session-gone = Den session er ikke længere i programmet.
error-track-gone = Det spor er ikke længere i programmet.
error-room-gone = Det lokale er ikke længere i programmet.
error-speaker-gone = Den oplægsholder er ikke længere i programmet.
error-link = Det link peger på noget, der ikke længere er i programmet. Spørg mig hellere, hvad der sker.
error-unknown-command = Den kommando kender jeg ikke. /help viser, hvad jeg kan – eller spørg bare.
error-not-text = Jeg læser kun tekst. Skriv det, du vil vide, for eksempel »hvad sker der kl. 14«.
error-no-programme = Programmet er ikke på plads endnu. Prøv igen om lidt.
