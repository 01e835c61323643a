"""All the forms that a value can have, on anything that may stand there."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from avtalegen.modell.apningstider import Langåpent, Telefontid, Åpningstider
from avtalegen.modell.avslutning import Vedlegg
from avtalegen.modell.avtale import Avtale, Formatnummer
from avtalegen.modell.datering import DateringForm, Dato
from avtalegen.modell.former import (
    AntallForm,
    JaNei,
    MarkdownTekst,
    Saksnummer,
    Tekst,
    TekstEllerSvar,
    Telefon,
)
from avtalegen.modell.hyppighet import HyppighetForm, MøteantallForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedager
from avtalegen.modell.moter import Møter
from avtalegen.modell.periode import Første, Periode, Siste
from avtalegen.modell.tall import DelAv, Heltall, Kroner, Minutter, Prosent, Tall
from avtalegen.modell.tid import TidspunktForm, TidsromForm
from avtalegen.modell.tjenestetilbud import Responsmål
from avtalegen.modell.varighet import FristForm, VarighetForm
from tests.formprove import les
from tests.tekstprove import TEGN

ALLE = [
    Dato,
    Heltall,
    AntallForm,
    MøteantallForm,
    JaNei,
    Prosent,
    DelAv,
    Kroner,
    Tall,
    Minutter,
    Telefon,
    VarighetForm,
    FristForm,
]
ALLE += [
    DateringForm,
    Langåpent,
    HyppighetForm,
    KlokkeslettForm,
    TidsromForm,
    Ukedager,
    Åpningstider,
    Telefontid,
    TidspunktForm,
]
ALLE += [Periode, Responsmål, Møter, Vedlegg]
BITER = "0 1 2 7 12 31 2026 0000 1812 . , – - / : ; ( ) % til fra i og en halvt annenhver hver 14. januar mandag år"
BITER += " uke dag ganger kl stengt minst inntil mill kr stilling løpende minutter"
PLAIN = st.recursive(
    st.text(TEGN)
    | st.from_regex(r"[0-9 .:–-]{1,12}", alphabet=TEGN)
    | st.lists(st.sampled_from([*BITER.split(), " "]), max_size=8).map(" ".join)
    | st.lists(st.sampled_from([*BITER.split(), " "]), max_size=8).map("".join),
    lambda inner: (
        st.lists(inner | st.none(), max_size=3) | st.dictionaries(st.text(TEGN), inner | st.none(), max_size=3)
    ),
    max_leaves=6,
)
REFUSALS = {"uleselig", "fasong", "valg", "missing", "extra_forbidden"}


@given(st.sampled_from(ALLE), PLAIN)
def test_no_value_makes_a_form_fail_in_another_way_than_by_refusing_it(type_: Any, data: object) -> None:
    try:
        les(type_, data)
    except ValueError as error:
        assert {e["type"] for e in error.errors()} <= REFUSALS  # type: ignore[attr-defined]


def test_every_form_of_the_format_is_among_those_above() -> None:
    def forms(part: Any) -> set[Any]:
        of_its_own = {felt.type for felt in part.felter.values() if not isinstance(felt.type, type)}
        return of_its_own.union(*(forms(f.type) for f in part.felter.values() if hasattr(f.type, "felter")))

    # The first and the last day are in the period.
    assert forms(Avtale) - {Tekst, TekstEllerSvar, Saksnummer, MarkdownTekst, Formatnummer, Første, Siste} == {
        form for form in ALLE if not isinstance(form, type)
    }
