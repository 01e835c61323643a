"""What the parties themselves have written: where it stands in the agreement, and which målform it is in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avsnittsvalg import Avsnittsspråk
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import Målform
from avtalegen.modell.klokke import Ukedagene
from avtalegen.modell.senere import senere
from avtalegen.modell.tall import Mengde

_NAVNEFELT = frozenset(
    (
        *(
            "navn",
            "enhet",
            "driftsenhet",
            "distrikt",
            "forum",
            "knyttet_til",
            "kanaler",
            "for",
            "vert",
            "dekkes_av",
            "vertskommune",
            "delt_med",
        ),
        *("kommune", "kommuner", "sted", "adresse", "til", "telefon", "epost", "nettadresse", "fil"),
        *("kommunenummer", "organisasjonsnummer", "saksnummer", "sak"),
    )
)
_ET_ORD = senere(r"[^\W\d_]+")
_TEGN = ".,;:!?()[]«»\"'*–-/…"
_LOVER = ("lova", "loven")
# Soft hyphens, spaces without width and joiners, as they come from Word and the web; hyphens that don't break.
_USYNLIG = {**dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff")), 0x2010: "-", 0x2011: "-"}
# To look for each is a hundred times faster than to go through a text letter by letter, and hardly any text has them.
_USYNLIGE = tuple(map(chr, _USYNLIG))


class Markører(NamedTuple):
    """Words that only one målform has, casefolded.

    One of `sikre`, or one with such a beginning or end, tells which it is. Of `svake`, which turn up in dialect and in
    other languages too, it takes two.
    """

    målform: Målform
    sikre: frozenset[str]
    svake: frozenset[str]
    begynnelser: tuple[str, ...]
    slutter: tuple[str, ...]

    def har(self, ord_: str) -> bool:
        """Tell whether a casefolded word is of this målform only. A law keeps its name in both."""
        if ord_ in self.sikre or ord_ in self.svake:
            return True
        return (ord_.startswith(self.begynnelser) or ord_.endswith(self.slutter)) and not ord_.endswith(_LOVER)

    def kan_være_i(self, tekst: str) -> bool:
        """Tell at a glance whether a casefolded text may have such a word."""
        return self.kan_være_blant(frozenset(tekst.split()))

    def kan_være_blant(self, ordene: frozenset[str]) -> bool:
        """Tell the same of the different words of a text, each with the signs next to it."""
        if not (self.sikre.isdisjoint(ordene) and self.svake.isdisjoint(ordene)):
            return True
        tekst = " ".join(ordene)  # much shorter: the same words come again and again
        if any(map(tekst.__contains__, self.begynnelser)) or any(map(tekst.__contains__, self.slutter)):
            return True
        uten_tegn = {ord_.strip(_TEGN) for ord_ in ordene if not ord_.isalpha()}
        return not (self.sikre.isdisjoint(uten_tegn) and self.svake.isdisjoint(uten_tegn))

    def avgjør(self, funnet: set[str]) -> bool:
        """Tell whether some words of this målform are enough to say that a text is in it."""
        return len(funnet) > 1 or not funnet <= self.svake


def _ord(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


FREMMEDE = {
    Målform.BOKMÅL: Markører(
        Målform.NYNORSK,
        _ord(
            "ikkje frå noko nokon nokre mykje korleis gjere gjera særleg dagleg offentleg offentlege vanleg mogleg "
            "tilgjengeleg årleg kvarandre vedteke vedtek fleire vidare difor deira desse skulane ungdommar barnehagar "
            "handlingar opplysningar vurderingar utfordringar ordningar avtalar avtalane"
        ),
        _ord("ein eit dei kva kvar berre heile eigne annan sjølv medan vere vera sidan saman veker gonger"),
        ("førebygg", "tryggleik", "verksemd", "innbyggjar", "oppgåve", "månad", "ordførar", "leiar", "teneste"),
        ("kommunar", "kommunane", "kontaktar", "kontaktane", "aktørar", "partnarar", "einingar", "einingane"),
    ),
    Målform.NYNORSK: Markører(
        Målform.BOKMÅL,
        _ord(
            "ikke fra hva hvem hvordan hvor hver hvert noen noe være gjøre særlig hverandre skolene innbyggere "
            "innbyggerne opplysninger vurderinger utfordringer ordninger handlinger kommunene kommuner beslutninger"
        ),
        _ord("en jeg sammen flere videre eget selv deres uker måneder ganger ledere ansatte midlertidig oppgaver"),
        ("forebygg", "trygghet", "sikkerhet", "virksomhet", "mulighet", "ordfører", "åpningstid", "tjeneste"),
        ("lederen", "aktører", "partnere", "enheter", "enhetene"),
    ),
}
"""By the målform of an agreement: the words that belong to the other one, and to that alone."""


class Skrevet(NamedTuple):
    """What somebody has written in an agreement, in the order of the format, with the way to each.

    `tekster` are all the texts, without those under «arv»; `i_ord` the values that are only words.
    """

    tekster: tuple[tuple[Rute, str], ...]
    i_ord: tuple[tuple[Rute, Any], ...]


def skrevet(avtale: Avtale) -> Skrevet:
    """Return the texts of an agreement, and the values that are only words."""
    tekster: list[tuple[Rute, str]] = []
    i_ord: list[tuple[Rute, Any]] = []
    for felt in avtale.felter.values():
        if felt.nøkkel != "arv":
            samle(getattr(avtale, felt.navn), (felt.nøkkel,), tekster, i_ord)
    return Skrevet(tuple(tekster), tuple(i_ord))


def tekster(avtale: Avtale) -> tuple[tuple[Rute, str], ...]:
    """Return every text in an agreement with the way to it, in the order of the format, without those under «arv»."""
    return skrevet(avtale).tekster


TOMME = frozenset((type(None), tuple, bool, str))
"""The classes of what says nothing when it is false. Words for no choice at all do."""


def samle(verdi: Any, rute: Rute, tekster: list[tuple[Rute, str]], i_ord: list[tuple[Rute, Any]]) -> None:
    """Add the texts in a value at `rute` to `tekster`, and the values in it that are only words to `i_ord`."""
    # Every check goes through all of an agreement, so what is most common is told first, and without a call.
    if verdi.__class__ is str:
        if verdi:
            tekster.append((rute, verdi))
    elif verdi.__class__ is tuple:
        _samle_alle(verdi, rute, tekster, i_ord)
    elif nøkler := _nøkler(verdi.__class__):
        # Many fields, few of them filled: to ask for each takes longer than the rest.
        for navn, innhold in verdi.__dict__.items():
            if innhold is None:
                continue
            if (innhold or innhold.__class__ not in TOMME) and navn in nøkler:
                if innhold.__class__ is str:
                    tekster.append(((*rute, nøkler[navn]), innhold))
                elif innhold.__class__ is tuple:
                    _samle_alle(innhold, (*rute, nøkler[navn]), tekster, i_ord)
                else:
                    samle(innhold, (*rute, nøkler[navn]), tekster, i_ord)
    else:
        _samle_verdi(verdi, rute, tekster, i_ord)


@cache
def _nøkler(klasse: type) -> dict[str, str] | None:
    """Return the keys of a part by the names of its fields, None for other things: Pydantic is slow to tell."""
    return klasse.nøkler if issubclass(klasse, Del) else None


def _samle_alle(
    ting: tuple[Any, ...], rute: Rute, tekster: list[tuple[Rute, str]], i_ord: list[tuple[Rute, Any]]
) -> None:
    for indeks, en in enumerate(ting):
        if en.__class__ is str:
            if en:
                tekster.append(((*rute, indeks), en))
        else:
            samle(en, (*rute, indeks), tekster, i_ord)


def _samle_verdi(verdi: Any, rute: Rute, tekster: list[tuple[Rute, str]], i_ord: list[tuple[Rute, Any]]) -> None:
    if isinstance(verdi, str):
        tekster.append((rute, verdi))
    elif isinstance(verdi, Mengde | EgneOrd | Ukedagene):
        if verdi.ord:
            tekster.append((rute, verdi.ord))
    elif isinstance(verdi, tuple):
        # A `Tidspunkt` and the remark on opening hours hold what was written, whatever it is.
        tekster += ((rute, ting) for ting in verdi if isinstance(ting, str))
    if getattr(verdi, "ord", None):
        i_ord.append((rute, verdi))


def er_navn(rute: Rute) -> bool:
    """Tell whether a text is a name, a place, a number or an address: the same in both målformer."""
    felt = [steg for steg in rute if isinstance(steg, str)]
    if felt[-1] == "navn":
        # What the work is about has a heading, not a name.
        return felt[-2:-1] not in (["områder"], ["pilot"])
    return felt[-1] in _NAVNEFELT or felt[0] == "vedlegg" or felt[-2:] == ["erstatter", "tittel"]


def synlig(tekst: str) -> str:
    """Return a text as it is read: without soft hyphens and what else has no width, and with hyphens of one kind."""
    return tekst.translate(_USYNLIG) if any(map(tekst.__contains__, _USYNLIGE)) else tekst


_SKILLE = "\x1f"
"""What YAML has no way of writing."""
_SMÅ = bytes(ord(små) if len(små := chr(kode).casefold()) == 1 and ord(små) < 256 else kode for kode in range(256))


def små_bokstaver(tekst: str) -> str:
    """Return a text casefolded: as Python does it, and many times faster where the text has Norwegian letters."""
    if tekst.isascii():
        return tekst.casefold()
    try:
        tegn = tekst.encode("latin-1")
    except UnicodeEncodeError:
        return tekst.casefold()
    # These two become others than one character of the same alphabet.
    return tekst.casefold() if b"\xdf" in tegn or b"\xb5" in tegn else tegn.translate(_SMÅ).decode("latin-1")


def alle_med_små_bokstaver(tekster: Sequence[str]) -> list[str]:
    """Return several texts casefolded: all of them in one go, which is ten times as fast."""
    små = små_bokstaver(_SKILLE.join(tekster)).split(_SKILLE)
    return små if len(små) == len(tekster) else [*map(små_bokstaver, tekster)]


def eget_språk(avtale: Avtale, rute: Rute) -> Avsnittsspråk | None:
    """Return the language that a section of the parties' own says it is in."""
    return avtale.lokale_avsnitt[int(rute[1])].språk if rute[0] == "lokale_avsnitt" else None


def målform_av(tekst: str, skrevet_i: Målform) -> Målform:
    """Return the målform of a text in an agreement that is `skrevet_i` one: that one, unless its words say another."""
    fremmede = FREMMEDE[skrevet_i]
    form = synlig(tekst).casefold()
    if not fremmede.kan_være_i(form):
        return skrevet_i
    funnet = {ord_ for ord_ in _ET_ORD.findall(form) if fremmede.har(ord_)}
    return fremmede.målform if funnet and fremmede.avgjør(funnet) else skrevet_i
