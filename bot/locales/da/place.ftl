# Rooms and stands.

place-room = 📍 <b>{ $room }</b>
place-now = Nu: { $title } (til kl. { $until })
place-next = Derefter: { $title }, { $at }
place-stand = 📍 stand { $label }
place-stand-heading = 📍 <b>Stand { $label }</b> · { $room }
place-exhibitors = Her finder du { $names }.
