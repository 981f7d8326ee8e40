# Rooms and stands.

place-room = 📍 <b>{ $room }</b>
place-now = Now: { $title } (until { $until })
place-next = Next: { $title }, { $at }
place-stand = 📍 stand { $label }
place-stand-heading = 📍 <b>Stand { $label }</b> · { $room }
place-exhibitors = You'll find { $names } here.
