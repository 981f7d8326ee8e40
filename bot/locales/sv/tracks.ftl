# /tracks.

tracks-heading =
    <b>Spåren</b>
    Följ ett spår, så påminner jag om varje session i det.
tracks-track =
    · { $name }: { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
tracks-none = Det här programmet har inga spår.
tracks-followed = 🔔 Du följer { $track }.
tracks-unfollowed = 🔕 Du följer inte längre { $track }.
