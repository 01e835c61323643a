"""Every field of the format stands in the document: nothing that people write is lost on the way."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import MarkdownTekst, Tekst
from tests.dokumenttekst import to_text

Route = tuple[Felt, ...]
GRUNNLAG: dict[str, Any] = {
    "format": "1",
    "avtale": {"status": "signert"},
    "parter": {"kommuner": [{"kommunenummer": "1859"}], "politi": {"distrikt": "Nordland"}},
}
# The fields that say nothing of themselves in the document, and why.
UTENOM = {
    ("format",): "which format the file has",
    ("arv",): "where the rest of the agreement stands; tested in test_arv",
    ("parter", "kommuner", "kommunenummer"): "the key to the register, which gives the name",
    ("parter", "kommuner", "navn"): "a name the register knows; tested in test_komponering",
    ("vedlegg", "fil"): "where the attachment lies",
    ("signaturer", "part"): "said by «for»",
    ("lokale_avsnitt", "etter"): "where the section stands; tested in test_komponering",
    ("lokale_avsnitt", "språk"): "the language of the section; tested in test_cli_malform",
    ("avtale", "våpen", "fil"): "the picture itself; tested in test_cli_lag",
    ("avtale", "våpen", "alternativ_tekst"): "the picture itself; tested in test_cli_lag",
}


def routes(part: type[Del] = Avtale, above: Route = ()) -> Iterator[Route]:
    for felt in part.felter.values():
        here = (*above, felt)
        if below := del_i(felt.type):
            yield from routes(below, here)
        else:
            yield here


def value(felt: Felt) -> str:
    if isinstance(felt.type, type) and issubclass(felt.type, Enum):
        return next(m.value for m in felt.type if m != felt.standard)
    if felt.type in (Tekst, MarkdownTekst):
        return "Særmerke"
    if felt.standard is True:
        return "nei"
    assert felt.eksempel or felt.standard is False or felt.tittel in EKSEMPLER, f"«{felt.nøkkel}» needs an example"
    return felt.eksempel or EKSEMPLER.get(felt.tittel, "ja")


EKSEMPLER = {
    "Telefon": "02800",
    "Dato": "25.10.2026",
    "Frist": "to uker",
    "Fra": "1.10.2026",
    "Vedtatt": "25.10.2026",
    "Slutt": "12.00",
    "Telefontid": "09.00–15.00",
    "Periode": "2026",
    "Offentlig": "ja",
}


def with_field(route: Route, *, leave_out: bool) -> dict[str, Any]:
    """Return an agreement that has the field (or all but the field) with what its parts require."""
    data: dict[str, Any] = {**GRUNNLAG}
    place: dict[str, Any] = data
    for felt in route[:-1]:
        inner: dict[str, Any] = {
            f.nøkkel: "Påkrevd" if f.type in (Tekst, MarkdownTekst) else value(f)
            for f in felt.type.felter.values()
            if f.påkrevd and not del_i(f.type)
        }
        before = place.get(felt.nøkkel)
        before = before[0] if isinstance(before, list) else before
        inner |= before if isinstance(before, dict) else {}
        # What the field only makes sense together with.
        inner |= SAMMEN.get((felt.type.__name__, route[-1].nøkkel), {})
        place[felt.nøkkel] = [inner] if felt.mange else inner
        place = inner
    if leave_out:
        place.pop(route[-1].nøkkel, None)
    else:
        place[route[-1].nøkkel] = value(route[-1])
    return data


SAMMEN: dict[tuple[str, str], dict[str, str]] = {
    ("Tilstedeværelse", "fra"): {"til": "15.00"},
    ("Tilstedeværelse", "til"): {"fra": "09.00"},
    ("Møte", "slutt"): {"klokkeslett": "09.00"},
    ("Rolle", "enhet"): {"navn": "Kari"},
    ("Rolle", "kommune"): {"navn": "Kari"},
    ("Rolle", "telefon"): {"navn": "Kari"},
    ("Rolle", "epost"): {"navn": "Kari"},
    ("Rolle", "også"): {"navn": "Kari"},
    ("Rolle", "vara"): {"navn": "Kari"},
    ("Rolle", "merknad"): {"navn": "Kari"},
    ("Rolle", "tittel"): {"navn": "Kari"},
    ("Responsmål", "andel"): {"minutter": "25"},
    ("Responsmål", "område"): {"minutter": "25"},
    ("Bemanning", "enhet"): {"politi": "9"},
    ("Bemanning", "dato"): {"politi": "9"},
    ("Satsningsområder", "vedtatt_av"): {"områder": "Rus"},
    ("Satsningsområder", "vedtatt"): {"områder": "Rus"},
    ("Satsningsområder", "videreført"): {"områder": "Rus"},
    ("Satsningsområder", "periode"): {"områder": "Rus"},
    ("Møter", "gjelder"): {"per_år": "4"},
    ("Revisjon", "på_anmodning"): {"hyppighet": "årlig"},
    ("Evalueringsplan", "vedlegg"): {"frist": "2027"},
}


def said(data: dict[str, Any]) -> str:
    document = compose(Avtale.model_validate(data)).document
    assert document is not None
    return to_text(document)


ALLE = [r for r in routes() if tuple(f.nøkkel for f in r) not in UTENOM]


@pytest.mark.parametrize("section", sorted({route[0].nøkkel for route in ALLE}))
def test_every_field_stands_in_the_document(section: str) -> None:
    lost = [route for route in ALLE if route[0].nøkkel == section and not stands(route)]
    assert [".".join(felt.nøkkel for felt in route) for route in lost] == []


def stands(route: Route) -> bool:
    document = said(with_field(route, leave_out=False))
    if route[-1].type in (Tekst, MarkdownTekst):
        return "særmerke" in document.casefold()
    return route[-1].påkrevd or document != said(with_field(route, leave_out=True))


def test_the_exceptions_are_fields() -> None:
    known = {tuple(f.nøkkel for f in r) for r in routes()}
    assert UTENOM.keys() <= known
