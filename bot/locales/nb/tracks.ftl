# /tracks.

tracks-heading =
    <b>Sporene</b>
    Følg et spor, så minner jeg deg på hver sesjon.
tracks-track =
    · { $name }: { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
tracks-none = Dette programmet har ingen spor.
tracks-followed = 🔔 Du følger { $track }.
tracks-unfollowed = 🔕 Du følger ikke lenger { $track }.
