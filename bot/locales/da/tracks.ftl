# /tracks.

tracks-heading =
    <b>Sporene</b>
    Følg et spor, så minder jeg dig om hver af dets sessioner.
tracks-track =
    · { $name }: { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
tracks-none = Dette program har ingen spor.
tracks-followed = 🔔 Du følger { $track }.
tracks-unfollowed = 🔕 Du følger ikke længere { $track }.
