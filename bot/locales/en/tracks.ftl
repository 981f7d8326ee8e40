# /tracks.

tracks-heading =
    <b>Tracks</b>
    Follow a track and I'll remind you of each of its sessions.
tracks-track =
    · { $name }: { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
tracks-none = This programme has no tracks.
tracks-followed = 🔔 You follow { $track }.
tracks-unfollowed = 🔕 You no longer follow { $track }.
