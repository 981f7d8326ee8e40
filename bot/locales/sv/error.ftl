# What is said when something cannot be done.

error-unexpected = Något gick fel hos mig. Det är noterat; försök gärna igen.
error-stale-button = Den knappen är för gammal. Fråga igen, så får du nya.
error-session-gone = Den sessionen finns inte längre i programmet.
error-track-gone = Det spåret finns inte längre i programmet.
error-room-gone = Den lokalen finns inte längre i programmet.
error-speaker-gone = Den talaren finns inte längre i programmet.
error-link = Länken pekar på något som inte längre finns i programmet. Fråga mig vad som händer i stället.
error-unknown-command = Det kommandot känner jag inte till. /help visar vad jag kan – eller fråga bara.
error-not-text = Jag läser bara text. Skriv det du undrar över, till exempel ”vad händer kl. 14”.
error-no-programme = Programmet är inte på plats än. Försök igen om en stund.
