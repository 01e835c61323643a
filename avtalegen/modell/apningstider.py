"""Opening hours: how people write them, as text, as a list of texts or as a mapping from days to hours."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic_core import core_schema

from avtalegen.modell.base import Form, forkort, reject
from avtalegen.modell.former import STREK, skalar
from avtalegen.modell.jsonskjema import SKALAR, SKALARER
from avtalegen.modell.klokke import KLOKKESLETT, Klokkeslett, Ukedag, Åpent, klokkeslett, les_ukedager

_UTEN_KLOKKESLETT = {
    **dict.fromkeys(("stengt", "lukket", "lukka"), "stengt"),
    "etter avtale": "etter avtale",
    **dict.fromkeys(("etter timebestilling", "ved timebestilling", "etter timeavtale"), "etter timebestilling"),
    **dict.fromkeys(("døgnåpent", "døgnope", "hele døgnet", "heile døgnet", "døgnet rundt"), "døgnåpent"),
}
_TIDER = rf"{KLOKKESLETT}(?:{STREK}|\s+til\s+){KLOKKESLETT}(?:\s*\(([^)]*)\))?|({'|'.join(_UTEN_KLOKKESLETT)})(?!\w)"
_KVELDEN = Klokkeslett(15, 0)
"""Hours that begin later than this may last until the next morning. Before it, «15–9» is rather turned round."""
_UKER = r"[,(]?\s*((?:i|hver|kvar)?\s?(?:partalls|oddetalls|like|ulike|jevne)[ -]?(?:uker|uke|veker|veke))\)?$"
_DØGNET_RUNDT = re.compile(r"(?:døgnåpent )?24[/-]7|24 ?t(?:imer)?", re.IGNORECASE)


def _les(tekst: str) -> Iterator[Åpent | None]:
    """Yield the opening hours in «man–tors 9–15 og fre 9–11 og 12–14»; None for what can't be read."""
    if _DØGNET_RUNDT.fullmatch(tekst):
        yield Åpent((), None, None, "døgnåpent")
        return
    dager: tuple[Ukedag, ...] | None = ()
    slutt = 0
    lest: list[tuple[Åpent | None, bool]] = []
    for treff in re.finditer(_TIDER, tekst, re.IGNORECASE):
        navn = re.sub(r"^[\s,]*(?:og\b)?|(?:\bfr[aå])?[\s,:]*$", "", tekst[slutt : treff.start()])
        navn, uker = _uten_uker(navn)
        # Hours without days of their own belong to the days before them: the office is closed for lunch.
        dager = les_ukedager(navn) if navn else dager
        slutt = treff.end()
        åpent = None if dager is None else _åpent(dager, treff)
        lest.append((åpent._replace(merknad=uker) if åpent and uker else åpent, bool(navn)))
    # «9–14.30 mandag til fredag», «kl. 8–15 på hverdager»: the days come after the hours.
    etter, uker = _uten_uker(tekst[slutt:].strip(" .,:"))
    if (
        etter
        and lest
        and not lest[0][1]
        and all(en and not en.dager for en, _ in lest)
        and (dagene := les_ukedager(etter))
    ):
        yield from (en._replace(dager=dagene, merknad=uker or en.merknad) for en, _ in lest if en)
        return
    yield from (åpent for åpent, _ in lest)
    if not slutt or etter or uker:
        yield None


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
    uten_tider = re.sub(_TIDER, " ", tekst, flags=re.IGNORECASE)
    return uten_tider != tekst and all(
        les_ukedager(del_) is not None for del_ in re.split(r"\s*(?:,|\bog\b)\s*", uten_tider) if del_.strip(" :.")
    )


def _form(resten: str, bare_dager: bool = False) -> Form:
    """Return the form of opening hours in a part that has the field `resten` for what can't be said as such.

    With `bare_dager` the days may stand without hours.
    """

    def linje(data: Any) -> Iterator[Åpent]:
        tekst = skalar(data, "åpningstider")
        for del_ in filter(None, re.split(r"\s*;\s*", tekst)):
            dager = les_ukedager(del_) if bare_dager else None
            lest = [Åpent(dager, None, None, "")] if dager else [*_les(del_)]
            if None in lest and _umulig(del_):
                reject(
                    f"«{forkort(del_)}» kan ikke leses som åpningstider.",
                    "Skriv for eksempel «mandag–fredag 09.00–14.30», «onsdag 10–18» eller «lørdag stengt». "
                    f"Skriv resten i «{resten}».",
                )
            # What can't be read stands as it is written.
            yield from (en for en in (lest if None not in lest else [Åpent((), None, None, del_)]) if en)

    def read(data: Any) -> tuple[Åpent, ...]:
        if isinstance(data, dict):
            data = [f"{dag} {skalar(tid, 'åpningstider')}" for dag, tid in data.items() if tid is not None]
        linjer = data if isinstance(data, list) else [data]
        return tuple(åpent for en in linjer if en is not None for åpent in linje(en))

    måter = ("mandag–fredag 09.00–14.30", "man–tors 9–15 og fre 9–11", "onsdag stengt", "etter avtale")
    return Form(read, _JSON, hva="åpningstider", måter=(*måter, "torsdag") if bare_dager else måter)


_PER_DAG = core_schema.dict_schema(core_schema.str_schema(), core_schema.nullable_schema(SKALAR))
_JSON = core_schema.union_schema([SKALARER, _PER_DAG])
Åpningstider = Annotated[tuple[Åpent, ...], _form("merknad")]
Langåpent = Annotated[tuple[Åpent, ...], _form("merknad", bare_dager=True)]
"""Opening hours, or only the days that are open long."""
Telefontid = Annotated[tuple[Åpent, ...], _form("gjelder")]
