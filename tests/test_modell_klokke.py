"""People's own ways of writing clock times, days of the week and opening hours, and what they become."""

from typing import Any

from avtalegen.modell.apningstider import Langåpent, Åpningstider
from avtalegen.modell.klokke import Klokkeslett, KlokkeslettForm, Ukedag, Ukedagene, Ukedager, Åpent
from tests.formprove import avvist, les
from tests.i_ett import i_ett

HVERDAGER = tuple(Ukedag)[:5]
MAN, TIR, ONS, TOR, FRE, LØR, SØN = Ukedag


def åpent(dager: tuple[Ukedag, ...], fra: float, til: float, merknad: str | None = None) -> Åpent:
    """Return opening hours from 9.30 (half past nine) until 14."""
    return Åpent(dager, *(Klokkeslett(int(t), round(t % 1 * 100)) for t in (fra, til)), merknad)


def uten_tid(dager: tuple[Ukedag, ...], merknad: str) -> Åpent:
    return Åpent(dager, None, None, merknad)


@i_ett(
    ("skrevet", "betyr"),
    [
        ("09:00", Klokkeslett(9, 0)),
        ("9", Klokkeslett(9, 0)),
        ("kl. 9.30", Klokkeslett(9, 30)),
        ("kl 9", Klokkeslett(9, 0)),
        ("klokka 9", Klokkeslett(9, 0)),
        ("Klokken 09.00", Klokkeslett(9, 0)),
        ("1430", Klokkeslett(14, 30)),
        ("24.00", Klokkeslett(24, 0)),
    ],
)
def test_a_time_of_the_day_is_understood(skrevet: str, betyr: Klokkeslett) -> None:
    assert les(KlokkeslettForm, skrevet) == betyr


@i_ett(
    ("skrevet", "betyr"),
    [
        ("mandag–fredag", HVERDAGER),
        ("mandag til fredag", HVERDAGER),
        ("hverdager", HVERDAGER),
        ("alle hverdager", HVERDAGER),
        ("måndag–fredag", HVERDAGER),
        ("kvardagar", HVERDAGER),
        ("hver dag", tuple(Ukedag)),
        ("man, ons og fre", (MAN, ONS, FRE)),
        ("tirs. og tors.", (TIR, TOR)),
        ("onsdager", (ONS,)),
        ("hver onsdag", (ONS,)),
        ("på tysdagar", (TIR,)),
        ("tysdag og laurdag", (TIR, LØR)),
        (["tirsdag", "torsdag"], (TIR, TOR)),
        (["tirsdag", None], (TIR,)),
        ("ma og lø", (MAN, LØR)),
        ("ti–to", (TIR, ONS, TOR)),
        ("on., fr. og sø.", (ONS, FRE, Ukedag.SØNDAG)),
        ("må–fr", HVERDAGER),
        ("ty og la", (TIR, LØR)),
        ("tirsd. og torsd.", (TIR, TOR)),
        ("mandag t.o.m. fredag", HVERDAGER),
        ("fra og med måndag til og med fredag", HVERDAGER),
        ("f.o.m. mandag tom fredag", HVERDAGER),
        ("frå måndag til fredag", HVERDAGER),
        ("alle onsdager", (ONS,)),
    ],
)
def test_days_of_the_week_are_understood(skrevet: object, betyr: tuple[Ukedag, ...]) -> None:
    assert les(Ukedager, skrevet) == betyr


def test_days_are_the_same_when_they_are_those_or_the_same_words() -> None:
    man, ord_ = Ukedagene((MAN,)), Ukedagene((), "annenhver torsdag")
    assert (man == Ukedagene((MAN,)), ord_ == Ukedagene((), "annenhver torsdag")) == (True, True)
    assert (man != Ukedagene((MAN,)), man != Ukedagene((TIR,)), ord_ != Ukedagene((), "ofte")) == (False, True, True)
    assert [bool(en) for en in (man, ord_, Ukedagene(()))] == [True, True, False]


@i_ett(
    ("skrevet", "betyr"),
    [
        ("Mandag-fredag kl. 09.00-14.30", (åpent(HVERDAGER, 9, 14.30),)),
        ("mandag til fredag 9 til 14", (åpent(HVERDAGER, 9, 14),)),
        ("må-fr 8-15", (åpent(HVERDAGER, 8, 15),)),
        ("mandag til og med fredag kl. 8–15", (åpent(HVERDAGER, 8, 15),)),
        ("9–14 frå måndag t.o.m. fredag", (åpent(HVERDAGER, 9, 14),)),
        ("kvardagar kl 9 til 15", (åpent(HVERDAGER, 9, 15),)),
        ("mandag til fredag fra kl. 9 til kl. 14", (åpent(HVERDAGER, 9, 14),)),
        ("0800 – 1500", (åpent((), 8, 15),)),
        ("tors. 09 - 17", (åpent((TOR,), 9, 17),)),
        ("mandag, onsdag og fredag 09–14", (åpent((MAN, ONS, FRE), 9, 14),)),
        ("man–tors 9–15 og fre 9–14", (åpent((MAN, TIR, ONS, TOR), 9, 15), åpent((FRE,), 9, 14))),
        ("mandag 9–11 og 12–14.30", (åpent((MAN,), 9, 11), åpent((MAN,), 12, 14.30))),
        ("9–11, 12–14.30", (åpent((), 9, 11), åpent((), 12, 14.30))),
        ("mandag 22–06", (åpent((MAN,), 22, 6),)),
        ("15.30–08.00", (åpent((), 15.30, 8),)),
        ("onsdag 10–18 (pass)", (åpent((ONS,), 10, 18, "pass"),)),
        ("laurdag stengt", (uten_tid((LØR,), "stengt"),)),
        ("lørdag og søndag lukket", (uten_tid((LØR, SØN), "stengt"),)),
        ("stengt", (uten_tid((), "stengt"),)),
        ("etter avtale", (uten_tid((), "etter avtale"),)),
        ("hele døgnet", (uten_tid((), "døgnåpent"),)),
        ("Heile døgnet", (uten_tid((), "døgnåpent"),)),
        ("døgnet rundt", (uten_tid((), "døgnåpent"),)),
        ("alle dager hele døgnet", (uten_tid(tuple(Ukedag), "døgnåpent"),)),
        (
            "man–ons 9–15, torsdag 9–18; lørdag stengt",
            (åpent((MAN, TIR, ONS), 9, 15), åpent((TOR,), 9, 18), uten_tid((LØR,), "stengt")),
        ),
        ("kl. 8–15 på hverdager", (åpent(HVERDAGER, 8, 15),)),
        ("09–14.30 mandag til fredag", (åpent(HVERDAGER, 9, 14.30),)),
        ("9–15 måndag–fredag", (åpent(HVERDAGER, 9, 15),)),
        ("man–fre 9–15", (åpent(HVERDAGER, 9, 15),)),
        ("9–15 hverdager, 10–14 lørdag", (åpent(HVERDAGER, 9, 15), åpent((LØR,), 10, 14))),
        ("9–11 og 12–14 mandag til fredag", (åpent(HVERDAGER, 9, 11), åpent(HVERDAGER, 12, 14))),
        ("første mandag i måneden 10–12", (uten_tid((), "første mandag i måneden 10–12"),)),
        ("24/7", (uten_tid((), "døgnåpent"),)),
        ("etter timebestilling", (uten_tid((), "etter timebestilling"),)),
        ("fredag etter timebestilling", (uten_tid((FRE,), "etter timebestilling"),)),
        ("onsdag i partallsuker 10–14", (åpent((ONS,), 10, 14, "i partallsuker"),)),
        ("onsdag 10–14 (partallsuker)", (åpent((ONS,), 10, 14, "partallsuker"),)),
        ("10–14 onsdager i oddetallsveker", (åpent((ONS,), 10, 14, "i oddetallsveker"),)),
        ("onsdag, (partallsuker) 10–14", (åpent((ONS,), 10, 14, "partallsuker"),)),
        ("10–14 (pass) onsdager", (åpent((ONS,), 10, 14, "pass"),)),
        *(
            (tekst, (uten_tid((), tekst),))
            for tekst in (
                *("mandag 9–14 tirsdag 10–12 onsdag", "9–15 om sommeren, 10–14 mandag"),
                *("mandag 15–9 i ferien", "mandag 9–14 om våren"),
            )
        ),
        ("Når det passer", (uten_tid((), "Når det passer"),)),
        ("mandag 9–14, stengt i juli", (uten_tid((), "mandag 9–14, stengt i juli"),)),
        ("mandag 9–14; i juli kortere", (åpent((MAN,), 9, 14), uten_tid((), "i juli kortere"))),
        ({"søndag": "12–14"}, (åpent((SØN,), 12, 14),)),
        ({"mandag": "9–11 og 12–14", "lørdag": None}, (åpent((MAN,), 9, 11), åpent((MAN,), 12, 14))),
        (["mandag 9–14", None], (åpent((MAN,), 9, 14),)),
        (["mandag 9–14", "tirsdag stengt"], (åpent((MAN,), 9, 14), uten_tid((TIR,), "stengt"))),
    ],
)
def test_opening_hours_are_understood(skrevet: object, betyr: tuple[Åpent, ...]) -> None:
    assert les(Åpningstider, skrevet) == betyr


def test_days_need_no_hours() -> None:
    assert les(Langåpent, "torsdag") == (uten_tid((TOR,), ""),)
    assert les(Langåpent, "torsdag 9–18") == (åpent((TOR,), 9, 18),)
    assert les(Åpningstider, "ma–fr") == les(Åpningstider, "mandag t.o.m. fredag") == (uten_tid(HVERDAGER, ""),)
    assert les(Åpningstider, "mandag eller så") == (uten_tid((), "mandag eller så"),)


@i_ett(
    ("type_", "skrevet", "melding", "råd"),
    [
        (KlokkeslettForm, "25:00", "«25:00» kan ikke leses som et klokkeslett", "«09:00»"),
        (KlokkeslettForm, "10:61", "«10:61» kan ikke leses som et klokkeslett", "«09:00»"),
        (Åpningstider, "mandag 15–9", "«mandag 15–9» kan ikke leses som åpningstider", "Skriv resten i «merknad»."),
        (Åpningstider, "mandag: 15–9.", "«mandag: 15–9.» kan ikke leses", "«onsdag 10–18»"),
        (Åpningstider, "mandag 9–9", "«mandag 9–9» kan ikke leses", "«onsdag 10–18»"),
        (Åpningstider, "24–06", "«24–06» kan ikke leses", "«onsdag 10–18»"),
        (Åpningstider, "9–25", "«9–25» kan ikke leses", "«onsdag 10–18»"),
    ],
)
def test_hours_that_cannot_be_read_are_refused_with_what_can_be_written(
    type_: Any, skrevet: object, melding: str, råd: str
) -> None:
    said = avvist(type_, skrevet)
    assert melding in said[0]
    assert råd in said[1]


def test_days_that_are_only_words_are_not_nothing_and_can_be_shown() -> None:
    """Python 3.14 doesn't take a comparison that isn't known for true."""
    dager = Ukedagene((), "annenhver torsdag")
    assert dager not in (None, ())
    assert dager != "annenhver torsdag"
