"""The forms that the page is made of: one for each part of the format, a question for each field.

They follow from the models (`modell`) and the texts of `maler/sporsmaal.yaml`, and not from the JSON Schema, which says
what may be written in a file and not what to ask a person.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from avtalegen.komponering.sporsmaal import deler, felt_tekst, steder, valg_tekst
from avtalegen.modell import datering, klokke, tid
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, Form, Ordvalg, del_i
from avtalegen.modell.eksempler import eksempel
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import TEKSTER, JaNei, MarkdownTekst, Målform
from avtalegen.rapporter.formatet.nokler import form_i

Json = dict[str, Any]

_FORMER = {
    "dato": (datering.Dato, datering.DateringForm, tid.TidspunktForm),
    "klokkeslett": (klokke.KlokkeslettForm,),
    "tidsrom": (tid.TidsromForm,),
}
"""The ways of writing that the page has a control of its own for; all others are text that we read."""


@cache
def skjema(målform: Målform) -> Json:
    """Return the parts of an agreement in their order, and the form of each class of the format."""
    return {
        "deler": [
            {
                "id": del_.id,
                "tittel": del_.tittel,
                "valgfri": del_.valgfri,
                "nøkler": [*del_.nøkler],
                "innledning": del_.innledning,
            }
            for del_ in deler(målform)
        ],
        "klasser": {klasse.__name__: _klasse(klasse, målform) for klasse in klasser()},
        "steder": {".".join(sted): _på_sted(sted, målform) for sted in steder()},
    }


def _på_sted(sted: tuple[str, ...], målform: Målform) -> Json:
    """Return the texts of a field where it is asked for in words of its own."""
    klasse: type[Del] = Avtale
    for nøkkel in sted[:-1]:
        under = del_i(klasse.felter[nøkkel].type)
        assert under is not None, f"nothing stands under {nøkkel}"
        klasse = under
    return felt_tekst(klasse, klasse.felter[sted[-1]], målform, sted)._asdict()


def klasser() -> tuple[type[Del], ...]:
    """Return every part of the format once, the agreement first."""
    found: dict[type[Del], None] = {}

    def walk(klasse: type[Del]) -> None:
        if klasse not in found:
            found[klasse] = None
            for felt in klasse.felter.values():
                if under := del_i(felt.type):
                    walk(under)

    walk(Avtale)
    return tuple(found)


def _klasse(klasse: type[Del], målform: Målform) -> Json:
    return {
        "kortform": klasse.kortform,
        "listeform": klasse.listeform,
        "felter": [_felt(klasse, felt, målform) for felt in klasse.felter.values() if felt.nøkkel not in ("format",)],
    }


def _felt(klasse: type[Del], felt: Felt, målform: Målform) -> Json:
    under = del_i(felt.type)
    form = form_i(felt.type)
    return {
        "nøkkel": felt.nøkkel,
        "slag": _slag(felt, under, form),
        "klasse": under.__name__ if under else None,
        "mange": felt.mange,
        "påkrevd": felt.påkrevd,
        **felt_tekst(klasse, felt, målform)._asdict(),
        "eksempel": _eksempel(felt, målform),
        "måter": [*(form.måter if form else ())],
        "valg": _valg(felt, målform),
        "form": next((navn for navn, typer in _FORMER.items() if felt.type in typer), ""),
    }


def _eksempel(felt: Felt, målform: Målform) -> str:
    vist = eksempel(felt)
    return "" if vist is None else vist.nn if målform is Målform.NYNORSK else str(vist)


def _slag(felt: Felt, under: type[Del] | None, form: Form | None) -> str:
    if under:
        return "del"
    if felt.type in TEKSTER:
        return "tekst"
    if felt.type == MarkdownTekst:
        return "langtekst"
    if felt.type == JaNei:
        return "janei"
    return "form" if form else "valg"


def _valg(felt: Felt, målform: Målform) -> list[Json]:
    if not (isinstance(felt.type, type) and issubclass(felt.type, Ordvalg)):
        return []
    return [{"verdi": ett.value, "navn": valg_tekst(ett, målform)} for ett in felt.type]
