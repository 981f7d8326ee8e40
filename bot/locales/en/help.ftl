# /help; the commands are listed under these.

help-heading = Write what you want to know, in Norwegian, English, Swedish or Danish: time, place, track, topic, speaker – or all at once. “And tomorrow?” carries on where you left off.
help-organiser = For organisers:
