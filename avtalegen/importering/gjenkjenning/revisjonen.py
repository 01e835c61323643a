"""When the agreement is gone through and revised, as a sentence says it."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import regel
from avtalegen.importering.funnet import SIKKER, TROLIG

REVISJON = (
    regel(
        rf"(?P<n>(?i:i|innen|innan|høsten|våren|hausten)\s(?:{uttrykk.MÅNED}\s)?20\d\d),?\s(?i:skal|vert|blir)\s"
        r"[^.;]{0,30}?(?i:ruller\w*|revider\w*|gås gjennom|gjennomgås|gåast gjennom)(?!\w)",
        TROLIG,
        "når den gås gjennom",
        n=("periode.revisjon.neste", "tekst"),
    ),
    regel(
        (
            r"(?i:revider\w*|gås gjennom|gjennomgås|rullér\w*|ruller\w*|"
            r"gjennomgåast|opp til revisjon|ny vurdering)\s(?:på nytt\s|"
            r"på\s)?(?P<n>(?i:i|innen|høsten|våren|på det siste møtet i|"
            rf"det siste møtet i)?\s?(?:{uttrykk.MÅNED}\s)?20\d\d)"
        ),
        TROLIG,
        "når den gås gjennom",
        n=("periode.revisjon.neste", "tekst"),
    ),
    regel(
        rf"(?i:revider(?:es|ast)|revisjon\w*|gjennomgås|rulleres)\s(?:[a-zæøå]+\s){{0,4}}?(?P<h>{uttrykk.HYPPIGHET})",
        SIKKER,
        "hvor ofte den revideres",
        h=("periode.revisjon.hyppighet", "hyppighet"),
    ),
    regel(
        r"(?i:avtal\w+\s(?:[a-zæøå]+\s){0,2}(?:revider\w*|ruller\w*|justeres|justerast)[^.;]{0,60}?\s"
        rf"(?:første|fyrste|neste)\sg[ao]ng\s(?:i\s|innen\s)?)(?P<n>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|20\d\d)",
        SIKKER,
        "første gang den revideres",
        n=("periode.revisjon.neste", "tekst"),
    ),
    regel(
        rf"^(?P<r>{uttrykk.ROLLE}|{uttrykk.RÅDET})\s(?i:har\sansvar\w*\sfor|er\sansvar(?:lig|leg)\sfor|skal\sta\sinitiativ\stil|"
        r"tar\sinitiativ\stil|tek\sinitiativ\stil|forbereder|førebur)\s(?i:å\srevidere|revisjon\w*|rullering\w*|"
        r"revidering\w*)",
        SIKKER,
        "den som reviderer",
        r=("periode.revisjon.ansvarlig.0", "tittel"),
    ),
    regel(
        rf"(?i:revi(?:der|sjon)|rulle?r)[^.;]*?(?i:(?:neste|første|fyrste)\sg[ao]ng(?:en)?|senest innen|"
        rf"seinast innan|senest|seinast)\s(?:(?i:i|innen|innan|den)\s)?(?P<n>{uttrykk.DATO}|"
        rf"{uttrykk.MÅNEDSDATO}|20\d\d)",
        SIKKER,
        "neste gang den revideres",
        n=("periode.revisjon.neste", "tekst"),
    ),
    regel(
        r"(?i:revi(?:der|sjon))[^.;]*?\b(?P<n>(?i:(?:når|dersom|hvis|om)\s(?:en|ein|noen|nokon|én|éin|minst en)\sav\s"
        r"(?:partene|partane)\s(?:krever|krev|ber|ønsker|ønskjer|ynskjer|vil)|etter\s(?:ønske|krav|anmodning|oppmoding)\s"
        r"fr[aå]\s(?:en|ein|én)\sav\spart))",
        SIKKER,
        "«når en av partene krever det»",
        n=("periode.revisjon.på_anmodning", "=ja"),
    ),
)
