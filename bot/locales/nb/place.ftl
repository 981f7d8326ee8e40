# Rooms and stands.

place-room = 📍 <b>{ $room }</b>
place-now = Nå: { $title } (til kl. { $until })
place-next = Deretter: { $title }, { $at }
place-stand = 📍 stand { $label }
place-stand-heading = 📍 <b>Stand { $label }</b> · { $room }
place-exhibitors = Her finner du { $names }.
