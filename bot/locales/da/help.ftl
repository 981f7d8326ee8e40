# /help; the commands are listed under these.

help-heading = Skriv det, du vil vide, på norsk, engelsk, svensk eller dansk: tid, sted, spor, emne, oplægsholder – eller det hele på én gang. »Og i morgen?« fortsætter, hvor du slap.
help-organiser = For arrangøren:
