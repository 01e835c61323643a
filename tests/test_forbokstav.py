"""What people wrote with a capital first, in the middle of a sentence: small when it is surely no name."""

from itertools import product

import pytest

from avtalegen import register
from avtalegen.komponering.mal.sandbox import environment
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.komponering.sprak.skrivemate import har_flere_setninger
from avtalegen.modell.former import Målform
from tests.i_ett import i_ett
from tests.test_setninger import sagt

SPRÅK = [environment(kode).språk for kode in ("nb", "nn")]


@i_ett(
    ("skrevet", "liten"),
    [
        ("Ev. vara: Kari", "ev. vara: Kari"),
        ("Evt. Kari Nordmann", "evt. Kari Nordmann"),
        ("Kl. 10-saker", "kl. 10-saker"),
        # An abbreviation that we don't know, is told by what comes after it.
        ("Repr. fra skolen", "repr. fra skolen"),
        ("Repr. Hansen", "Repr. Hansen"),
        ("St. Olavs gate", "St. Olavs gate"),
        ("Dr. Hansen", "Dr. Hansen"),
        # A verb that we know, with something before it.
        ("Frembringe oversikter", "frembringe oversikter"),
        ("Utleie av hallen", "utleie av hallen"),
        ("Videreformidle tips", "videreformidle tips"),
        ("Framstad skole", "Framstad skole"),
        ("Kongsvinger kommune", "Kongsvinger kommune"),
        ("Etterretninger om rus", "etterretninger om rus"),
        # A name that begins or ends as a common word does.
        ("Andreas Hansen", "Andreas Hansen"),
        ("Andrea", "Andrea"),
        ("Andresen", "Andresen"),
        ("Andre etater", "andre etater"),
        ("Andres bistand", "andres bistand"),
        ("Allers", "Allers"),
        ("Alle møter", "alle møter"),
        ("Allerede planlagte tiltak", "allerede planlagte tiltak"),
        ("Egenes", "Egenes"),
        ("Egenandelen", "egenandelen"),
        ("Skulestad", "Skulestad"),
        ("Skulestyret", "skulestyret"),
        ("Nielsen", "Nielsen"),
        ("Mikkelsen", "Mikkelsen"),
        ("Utsi", "Utsi"),
    ],
)
def test_only_what_is_surely_no_name_gets_a_small_letter(skrevet: str, liten: str) -> None:
    assert [språk.liten(skrevet) for språk in SPRÅK] == [liten] * 2


@pytest.mark.parametrize("språk", SPRÅK)
def test_no_name_in_the_register_gets_a_small_letter(språk: Språk) -> None:
    navn = {k.navn for k in register.alle_kommuner()}
    navn |= {n for d in register.alle_politidistrikt() for n in (d.navn, d.navn_nynorsk)}
    assert len(navn) > 360
    assert [n for n, etter in product(navn, ("", " kommune", " skole")) if språk.liten(n + etter) != n + etter] == []


@i_ett(
    ("tekst", "flere"),
    [
        ("Repr. fra skolen", False),
        ("Nei. Vi møtes", True),
        ("Rådet møtes. vi kaller inn", True),
        ("Ja! vi møtes", True),
    ],
)
def test_one_word_with_a_stop_and_a_small_letter_after_it_is_no_sentence(tekst: str, flere: bool) -> None:
    assert har_flere_setninger(tekst) is flere


@i_ett(
    ("yaml", "bokmål", "nynorsk"),
    [
        (
            "politiråd: { medlemmer: { andre: [rektor], vara: 'Ev. vara: Kari' } }",
            "Når et medlem ikke kan møte, møter ev. vara: Kari.",
            "Når ein medlem ikkje kan møte, møter ev. vara: Kari.",
        ),
        (
            "politiråd: { medlemmer: { andre: [rektor], vara: Repr. fra skolen } }",
            "Når et medlem ikke kan møte, møter repr. fra skolen.",
            "Når ein medlem ikkje kan møte, møter repr. fra skolen.",
        ),
        (
            "politiråd: { mandat: [Frembringe oversikter] }",
            "Politirådet har denne oppgaven: frembringe oversikter.",
            "Politirådet har denne oppgåva: frembringe oversikter.",
        ),
    ],
)
def test_the_rest_of_a_sentence_begins_with_a_small_letter(yaml: str, bokmål: str, nynorsk: str) -> None:
    assert bokmål in sagt(yaml, Målform.BOKMÅL)
    assert nynorsk in sagt(yaml, Målform.NYNORSK)
