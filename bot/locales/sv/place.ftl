# Rooms and stands.

place-room = 📍 <b>{ $room }</b>
place-now = Nu: { $title } (till kl. { $until })
place-next = Därefter: { $title }, { $at }
place-stand = 📍 monter { $label }
place-stand-heading = 📍 <b>Monter { $label }</b> · { $room }
place-exhibitors = Här finns { $names }.
