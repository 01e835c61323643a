"""Oppgavene politirådet er blitt enig om i møtene (veilederen 4.1.2)."""

import re

from avtalegen.funn.begge import Begge
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import Dato
from avtalegen.modell.former import Tekst
from avtalegen.modell.senere import senere
from avtalegen.modell.tid import TidspunktForm

_FERDIG = senere(
    r"(?:(?:er|ble|blei|vart) )?(?:ferdig(?:stilt)?|utført|gjort|gjord|gjennomført|fullført|avslutt[ae]t?|løst|løyst|ok"
    r"|(?:falt|falle|fallen) bort|bortfalt|utgår|utgått|(?:ikke|ikkje) (?:lenger )?aktuel[lt]t?)(?P<resten>\W.*)?",
    re.IGNORECASE | re.DOTALL,
)
_FORBEHOLD = senere(
    r"^\W*(?:innen|innan|til|før|når|om|senest|seinast|i løpet|i neste|snart|mot|ved|hvis|viss)\b"
    r"|\b(?:men|mangler|manglar|gjenstår|står igjen|står att|untatt|unntatt|unnateke|delvis|ikke|ikkje|halv\w*)\b|\?",
    re.IGNORECASE,
)
"""What says that it isn't all done: a time to come, or something left."""


class Oppgave(Del):
    """Noe noen skal gjøre etter et møte i politirådet. Står i papirene, ikke i avtalen. Kortform: bare teksten."""

    kortform = "hva"

    hva: Tekst = felt(
        Begge("Hva som skal gjøres.", "Kva som skal gjerast."),
        eksempel="Kartlegge utrygge steder i sentrum",
        andre_ord="oppgave tekst tiltak beskrivelse kva oppgåve gjøremål",
    )
    ansvarlig: tuple[Tekst, ...] = felt(
        "Hvem som har ansvaret.",
        eksempel="politikontakten",
        andre_ord="ansvar ansvarleg eier hvem kven ansvarlige",
    )
    frist: TidspunktForm | None = felt(
        "Når det skal være gjort.", eksempel="1.6.2027", andre_ord="tidsfrist når innen deadline tidspunkt"
    )
    fra_møte: Dato | None = felt(
        "Datoen for møtet der rådet ble enig om det.",
        eksempel="17.9.2026",
        andre_ord="møte møtedato frå_møte fra_møtet dato besluttet vedtatt",
    )
    status: Tekst | None = felt(
        "Hvordan det står til. «Ferdig», «utført» eller «falt bort» avslutter oppgaven.",
        eksempel="påbegynt",
        andre_ord="tilstand framdrift fremdrift ferdig utført gjort",
    )

    @property
    def åpen(self) -> bool:
        """Whether it is still to be done. A status that may be about what is to come, ends nothing."""
        ferdig = _FERDIG.fullmatch((self.status or "").strip())
        return ferdig is None or bool(_FORBEHOLD.search(ferdig["resten"] or ""))
