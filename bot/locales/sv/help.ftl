# /help; the commands are listed under these.

help-heading = Skriv det du undrar över, på norska, engelska, svenska eller danska: tid, plats, spår, ämne, talare – eller allt på en gång. ”Och i morgon?” fortsätter där du slutade.
help-organiser = För arrangören:
