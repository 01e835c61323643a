"""Opening hours: how people write them, as text, as a list of texts or as a mapping from days to hours."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic_core import core_schema

from avtalegen.funn.begge import Begge
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Form, forkort
from avtalegen.modell.former import skalar
from avtalegen.modell.jsonskjema import SKALAR, SKALARER
from avtalegen.modell.klokke import KLOKKESLETT, Klokkeslett, Ukedag, Åpent, klokkeslett, les_ukedager
from avtalegen.modell.senere import senere
from avtalegen.modell.tallord import STREK

_UTEN_KLOKKESLETT = {
    **dict.fromkeys(("stengt", "lukket", "lukka"), "stengt"),
    "etter avtale": "etter avtale",
    **dict.fromkeys(("etter timebestilling", "ved timebestilling", "etter timeavtale"), "etter timebestilling"),
    **dict.fromkeys(("døgnåpent", "døgnope", "hele døgnet", "heile døgnet", "døgnet rundt"), "døgnåpent"),
}
_TIDER = rf"{KLOKKESLETT}(?:{STREK}|\s+til\s+){KLOKKESLETT}(?:\s*\(([^)]*)\))?|({'|'.join(_UTEN_KLOKKESLETT)})(?!\w)"
_NÅR = r"(?:kl(?:\.|okk[ae]n?)?\s*)?\d{1,2}(?:[:.]?\d{2})?"
_MELLOM = senere(rf"\bmellom\s+({_NÅR})\s+og\s+(?={_NÅR})", re.IGNORECASE)
_ETTER_AVTALE = ("etter avtale", "etter timebestilling")
_KVELDEN = Klokkeslett(15, 0)
"""Hours that begin later than this may last until the next morning. Before it, «15–9» is rather turned round."""
_UKER = r"[,(]?\s*((?:i|hver|kvar)?\s?(?:partalls|oddetalls|like|ulike|jevne)[ -]?(?:uker|uke|veker|veke))\)?$"
_LENGST = 1_000
"""Characters: the hours of a week, day by day, with room to spare. What is longer stands as it is written."""
_DØGNET_RUNDT = senere(r"(?:døgnåpent )?24[/-]7|24 ?t(?:imer)?", re.IGNORECASE)


def _les(tekst: str) -> Iterator[Åpent | None]:
    """Yield the opening hours in «man–tors 9–15 og fre 9–11 og 12–14»; None for what can't be read."""
    if len(tekst) > _LENGST:
        yield None
        return
    if _DØGNET_RUNDT.fullmatch(tekst):
        yield Åpent((), None, None, "døgnåpent")
        return
    tekst = _MELLOM.sub(r"\1–", tekst)
    dager: tuple[Ukedag, ...] | None = ()
    slutt = 0
    lest: list[Åpent | None] = []
    for treff in re.finditer(_TIDER, tekst, re.IGNORECASE):
        navn = re.sub(r"^[\s,]*(?:og\b)?|(?:\bfr[aå])?[\s,:]*$", "", tekst[slutt : treff.start()])
        navn, uker = _uten_uker(navn)
        # Hours without days of their own belong to the days before them: the office is closed for lunch.
        ellers = navn in ("ellers", "elles")
        dager = les_ukedager(navn) if navn and not ellers else dager
        slutt = treff.end()
        åpent = None if dager is None else _åpent(dager, treff)
        if åpent and lest and (ellers or not navn) and åpent.merknad in _ETTER_AVTALE:
            åpent = åpent._replace(dager=(), merknad=f"ellers {åpent.merknad}")
        elif ellers:
            åpent = None
        lest.append(åpent._replace(merknad=uker) if åpent and uker else åpent)
    etter = tekst[slutt:].strip(" .,:")
    if etter and (lest_bakfra := _dagene_etter(tekst)):
        yield from lest_bakfra
        return
    yield from lest
    if not slutt or etter:
        yield None


def _dagene_etter(tekst: str) -> list[Åpent]:
    """Return the hours when each is followed by its days («9–14.30 mandag til fredag»); none when they aren't."""
    lest: list[Åpent] = []
    uten_dager: list[re.Match[str]] = []
    slutt = 0
    for treff in (*re.finditer(_TIDER, tekst, re.IGNORECASE), None):
        mellom = tekst[slutt : treff.start() if treff else None]
        navn, uker = _uten_uker(re.sub(r"^[\s,]*|(?:\s+og|[\s,:.])*$", "", mellom))
        dager = les_ukedager(navn) if navn and navn != "og" else ()
        if dager is None or (dager and not uten_dager):
            return []
        if dager:
            for ett in uten_dager:
                åpent = _åpent(dager, ett)
                if åpent is None:
                    return []
                lest.append(åpent._replace(merknad=uker or åpent.merknad))
            uten_dager = []
        if treff:
            uten_dager.append(treff)
            slutt = treff.end()
    return [] if uten_dager else lest


def _uten_uker(tekst: str) -> tuple[str, str | None]:
    """Return the text without the weeks at its end, and those («i partallsuker»)."""
    treff = re.search(_UKER, tekst, re.IGNORECASE)
    return (tekst[: treff.start()].rstrip(" ,"), treff[1]) if treff else (tekst, None)


def _åpent(dager: tuple[Ukedag, ...], treff: re.Match[str]) -> Åpent | None:
    time, minutt, til_time, til_minutt, merknad, ord_ = treff.groups()
    if ord_:
        return Åpent(dager, None, None, _UTEN_KLOKKESLETT[ord_.casefold()])
    fra, til = klokkeslett(time, minutt), klokkeslett(til_time, til_minutt)
    if fra and til and (fra < til or (_KVELDEN[:2] < fra[:2] < (24, 0) and fra != til)):
        return Åpent(dager, fra, til, merknad)
    return None


def _umulig(tekst: str) -> bool:
    """Tell whether nothing but days and hours stand there, and the hours can't be right («9–25»)."""
    if all(_åpent((), ett) is not None for ett in re.finditer(_TIDER, tekst, re.IGNORECASE)):
        return False
    ord_ = re.split(r"\s*(?:,|\bog\b)\s*", re.sub(_TIDER, ", ", tekst, flags=re.IGNORECASE))
    return all(les_ukedager(del_) is not None for del_ in ord_ if del_.strip(" :."))


def _form(resten: str) -> Form:
    """Return the form of opening hours in a part that has the field `resten` for what can't be said as such."""

    def linje(data: Any) -> Iterator[Åpent]:
        tekst = skalar(data, "åpningstider")
        for del_ in filter(None, re.split(r"\s*;\s*", tekst)):
            lest = [*_les(del_)]
            if None in lest and (dager := les_ukedager(del_)):
                lest = [Åpent(dager, None, None, "")]
            if None in lest and _umulig(del_):
                reject(
                    Begge(
                        f"«{forkort(del_)}» kan ikke leses som åpningstider.",
                        f"«{forkort(del_)}» kan ikkje lesast som opningstider.",
                    ),
                    Begge(
                        "Skriv for eksempel «mandag–fredag 09.00–14.30», «onsdag 10–18» eller «lørdag stengt». "
                        f"Skriv resten i «{resten}».",
                        "Skriv til dømes «måndag–fredag 09.00–14.30», «onsdag 10–18» eller «laurdag stengt». Skriv "
                        f"resten i «{resten}».",
                    ),
                )
            # What can't be read stands as it is written.
            yield from (en for en in (lest if None not in lest else [Åpent((), None, None, del_)]) if en)

    def read(data: Any) -> tuple[Åpent, ...]:
        if isinstance(data, dict):
            data = [f"{dag} {skalar(tid, 'åpningstider')}" for dag, tid in data.items() if tid is not None]
        linjer = data if isinstance(data, list) else [data]
        return tuple(åpent for en in linjer if en is not None for åpent in linje(en))

    måter = ("mandag–fredag 09.00–14.30", "man–tors 9–15 og fre 9–11", "onsdag stengt", "etter avtale", "torsdag")
    return Form(read, _JSON, hva="åpningstider", måter=måter)


_PER_DAG = core_schema.dict_schema(core_schema.str_schema(), core_schema.nullable_schema(SKALAR))
_JSON = core_schema.union_schema([SKALARER, _PER_DAG])
Åpningstider = Annotated[tuple[Åpent, ...], _form("merknad")]
Langåpent = Annotated[tuple[Åpent, ...], _form("merknad")]
"""Opening hours, often only the days that are open long."""
Telefontid = Annotated[tuple[Åpent, ...], _form("gjelder")]
