# /help; the commands are listed under these.

help-heading = Skriv det du lurer på, på norsk, engelsk, svensk eller dansk: tid, sted, spor, tema, foredragsholder – eller alt på en gang. «Og i morgen?» fortsetter der du slapp.
help-organiser = For arrangøren:
