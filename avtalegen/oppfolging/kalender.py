"""Events as an iCalendar file (RFC 5545), made of the agreements and of the file that it takes the place of.

Equal input gives equal bytes: neither the day it is made, the machine nor its time zones are in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Component, Event, Timezone

from avtalegen import register
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.komponering.markdown.verdier import printable
from avtalegen.oppfolging.gjenkjenning import INGEN, Forrige, Gammel, dagen, med_uid
from avtalegen.oppfolging.hendelser import MØTE, Avtalens, Hendelse, Når

_PRODID = "-//avtalegen//avtalegen kalender//NO"
_SONE = "Europe/Oslo"
# The rule of today, as fixed text: that of the library follows the time zones of the machine.
_VTIMEZONE = f"""BEGIN:VTIMEZONE
TZID:{_SONE}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")
_UKJENT_DAG = date(1970, 1, 1)
"""What an event is of, when neither the agreement nor the environment says a day: iCalendar asks for one."""
_FORNYES = timedelta(days=1)
_BRUKT, _SEGL, _SLAG, _AVTALE = "X-AVTALEGEN-BRUKT", "X-AVTALEGEN-SEGL", "X-AVTALEGEN-SLAG", "X-AVTALEGEN-AVTALE"
_UTEN_SEGL = "0" * 32
_OM_UTGAVEN = {"SEQUENCE", "DTSTAMP", "LAST-MODIFIED", _AVTALE}


def les(data: bytes, navn: str) -> Forrige:
    """Return what the file `navn` has in it. Raises when it isn't ours, or somebody has changed it since."""
    try:
        kalender = Calendar.from_ical(data.decode("utf-8"))
        vår = str(kalender.get("prodid", "")) == _PRODID
        brukt = int(str(kalender.get(_BRUKT, "0")))
    except (ValueError, IndexError, KeyError) as error:
        raise AvtalegenError(_IKKE_VÅR.format(navn=navn)) from error
    if not vår:
        raise AvtalegenError(_IKKE_VÅR.format(navn=navn))
    if str(kalender.get(_SEGL, "")) != _segl(data):
        raise AvtalegenError(
            f"«{navn}» er endret etter at avtalegen laget den. Filen er ikke rørt. Skriv endringen i YAML-filen, og "
            "hent tilbake kalenderen slik den var. Finnes den ikke, sletter du filen; da får alle hendelsene nye "
            "kjennetegn."
        )
    return Forrige(tuple(map(_gammel, kalender.walk("VEVENT"))), brukt)


def _gammel(en: Any) -> Gammel:
    return Gammel(
        str(en["uid"]),
        str(en.get(_SLAG, "")),
        _i_dag(str(en.get(_AVTALE, ""))),
        _uten_sone(en["dtstart"].dt),
        _uten_sone(en["dtend"].dt) if "dtend" in en else None,
        str(en["summary"]),
        int(en["sequence"]),
        en["last-modified"].dt,
        _innhold(en),
    )


def _i_dag(nøkkel: str) -> str:
    """Return whose an event is, by the numbers that the kommuner have today: one may have got another since."""
    kjente = [(del_, register.kommune_i_dag(del_)) for del_ in nøkkel.split("+")]
    return "+".join(sorted(kjent.kommunenummer if kjent else del_ for del_, kjent in kjente))


def _uten_sone(når: Når) -> Når:
    return når.replace(tzinfo=None) if isinstance(når, datetime) else når


_IKKE_VÅR = "«{navn}» er ikke en kalender fra avtalegen. Filen er ikke rørt. Velg et annet navn med «-o»."


def skriv(avtaler: Sequence[Avtalens], navn: str, forrige: Forrige = INGEN) -> bytes:
    """Return a calendar that is called `navn`, as iCalendar."""
    med = med_uid([_rene(avtale) for avtale in avtaler], forrige)
    gamle = {gammel.uid: gammel for gammel in forrige.hendelser}
    kalender = Calendar()
    for egenskap, verdi in (
        ("version", "2.0"),
        ("prodid", _PRODID),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", navn),
        ("x-wr-calname", navn),
        ("x-wr-timezone", _SONE),
        (_BRUKT, str(med.brukt)),
        (_SEGL, _UTEN_SEGL),
    ):
        kalender.add(egenskap, _ren(verdi))
    kalender.add("refresh-interval", _FORNYES, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "P1D")
    kalender.add_component(Timezone.from_ical(_VTIMEZONE))
    for en, uid in sorted(med.hendelser, key=lambda en: (dagen(en[0].fra), en[0].tittel, en[1])):
        kalender.add_component(_utgave(_hendelse(en, uid), gamle.get(uid), en.stempel))
    data = bytes(kalender.to_ical())
    return data.replace(f"{_SEGL}:{_UTEN_SEGL}".encode(), f"{_SEGL}:{_segl(data)}".encode())


def _segl(data: bytes) -> str:
    """Return what tells whether a calendar is as it was made. How its lines end doesn't count: git may change that."""
    rent = re.sub(rb"\r\n?", b"\n", data)
    uten = re.sub(rf"(?m)^{_SEGL}:.*$".encode(), f"{_SEGL}:{_UTEN_SEGL}".encode(), rent)
    return hashlib.sha256(uten).hexdigest()[: len(_UTEN_SEGL)]


def _rene(avtale: Avtalens) -> Avtalens:
    """Return the events as they are when they are read again."""
    return avtale._replace(
        hendelser=tuple(
            en._replace(
                avtale=_ren(en.avtale), tittel=_ren(en.tittel), sted=_ren(en.sted), beskrivelse=_ren(en.beskrivelse)
            )
            for en in avtale.hendelser
        )
    )


def _ren(tekst: str) -> str:
    """Return a text without what no calendar may hold."""
    return "\n".join(linje.strip() for linje in printable(tekst).split("\n"))


def _hendelse(en: Hendelse, uid: str) -> Event:
    made = Event()
    made.add("uid", uid)
    made.add("summary", en.tittel)
    _når(made, "dtstart", en.fra)
    if en.til is not None:
        _når(made, "dtend", en.til)
    for navn, tekst in (("location", en.sted), ("description", en.beskrivelse)):
        if tekst:
            made.add(navn, tekst)
    made.add("status", "TENTATIVE" if en.foreløpig else "CONFIRMED")
    # A day with something to do is not a day that is taken.
    made.add("transp", "OPAQUE" if en.slag == MØTE and isinstance(en.fra, datetime) else "TRANSPARENT")
    made.add(_SLAG, en.slag)
    made.add(_AVTALE, en.avtale)
    for dager in en.varsler:
        varsel = Alarm()
        varsel.add("action", "DISPLAY")
        varsel.add("description", en.tittel)
        varsel.add("trigger", timedelta(days=-dager))
        made.add_component(varsel)
    return made


def _når(made: Event, navn: str, når: Når) -> None:
    made.add(navn, når, parameters={"TZID": _SONE} if isinstance(når, datetime) else {})


def _utgave(ny: Event, gammel: Gammel | None, stempel: date | None) -> Event:
    """Return an event with the number and the time of this edition of it: a new one only if something has changed."""
    tidspunkt = datetime.combine(stempel or _UKJENT_DAG, time(), UTC)
    nummer = 0
    if gammel is not None:
        endret = _innhold(ny) != gammel.innhold
        nummer = gammel.nummer + endret
        tidspunkt = max(tidspunkt, gammel.endret + timedelta(seconds=1)) if endret else gammel.endret
    ny.add("sequence", nummer)
    ny.add("dtstamp", tidspunkt)
    ny.add("last-modified", tidspunkt)
    return ny


def _innhold(en: Component) -> tuple[str, ...]:
    """Return what an event says, without what only tells its editions apart."""
    linjer = en.to_ical().decode().replace("\r\n ", "").split("\r\n")
    return tuple(linje for linje in linjer if re.split("[:;]", linje)[0] not in _OM_UTGAVEN)
