"""The templates before the judge of spelling: every word is in hunspell's dictionary or in our short list of words."""

import re
import shutil
import subprocess

import pytest

from avtalegen.dokument.maler import MALER
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.former import Styrke
from tests import maltekst
from tests.malformprove import PAKKE, parene, uten_fyll

pytestmark = pytest.mark.konformitet

DICTIONARIES = {"nb": "nb_NO", "nn": "nn_NO"}
ORDLISTE = [
    line
    for line in (MALER / "ordliste.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


I_FUNN = """
avkryssingsboksar bytane byten datoen editor einingsregisteret etterretningsprodukt evalueringsplanen
familievaldskoordinator førehandsvising føreseieleg gjennomstreking kommaet kontoen kommandoen krøllalfa krøllparentesar
logoen personopplysning personopplysningar postmottaket påbyrja radikaliseringskontakt redigeringsprogram regionråd
rusarbeidet signeringstenesta skadesløyse skjemaet skjermlesar sluttdatoen språkstimuleringskommunar språkutviklings
språkutviklingskommunar språkvitaliseringskommunar startdatoen sti stilarket tab teiknsett tekstfil
tenesteeiningsleiar tenesteeiningsleiaren testnummer titusen underteiknarar varigheit
alvorlighet avtalegen cmyk commit contributing doc docdefaults docs docx en enter escape git html id if include
jinja jpeg lc markdown mb md navn opendocument opentype otf pdf png python repository repositoryet toml truetype ttf txt
typst utf with word yaml yml
"""
"""Words of the findings that the dictionaries lack, and the templates have no need of."""


def unknown(språk: str, text: str) -> set[str]:
    """Return the words, in small letters, that the language's dictionary doesn't have. A letter alone is no word."""
    hunspell = shutil.which("hunspell")
    assert hunspell, "hunspell is not installed (Debian: hunspell and hunspell-no)"
    run = subprocess.run(
        [hunspell, "-i", "utf-8", "-d", DICTIONARIES[språk], "-l"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, ""), f"no dictionary {DICTIONARIES[språk]} (Debian: hunspell-no)"
    return {word.casefold() for word in run.stdout.split() if len(word) > 1}


def said_in(språk: str) -> str:
    templates = [text for path in maltekst.templates(språk) for text in maltekst.texts(path)]
    # How a lead-in for one is marked, is no text of the document.
    keys = {*(styrke.value for styrke in Styrke), "samtyk"}  # what a sentence is looked up by, and looked for in it
    templates = [maltekst.uten_ledd(text) for text in templates if text not in keys]
    return "\n".join([*templates, *maltekst.texts_in_words(språk)])


@pytest.mark.parametrize("språk", maltekst.MÅLFORMER)
def test_every_word_of_the_templates_is_known(språk: str) -> None:
    assert unknown(språk, said_in(språk)) - {word.casefold() for word in ORDLISTE} == set()


@pytest.mark.parametrize(("språk", "wrong"), [("nb", "samarbiedet"), ("nn", "kommunene")])
def test_a_word_that_is_wrong_is_not_known(språk: str, wrong: str) -> None:
    assert unknown(språk, f"{said_in(språk)}\n{wrong}") >= {wrong}


def test_the_list_of_words_has_nothing_that_is_not_needed() -> None:
    needed = {word for språk in maltekst.MÅLFORMER for word in unknown(språk, said_in(språk))}
    assert [word for word in ORDLISTE if word.casefold() not in needed] == []


def test_the_list_of_words_is_sorted_and_has_one_word_to_a_line() -> None:
    assert sorted(set(ORDLISTE), key=str.casefold) == ORDLISTE
    assert [word for word in ORDLISTE if not re.fullmatch(r"[\w-]+", word)] == []


def test_every_word_of_the_findings_in_nynorsk_is_known() -> None:
    om_kodene = read_yaml(PAKKE / "regler" / "nynorsk.yaml").values()
    sagt = [uten_fyll(par.nn, par.fyll_nn) for par in parene()]
    sagt += [uten_fyll(tekst, ()) for felt in om_kodene for tekst in felt.values()]
    ukjente = unknown("nn", "\n".join(sagt))
    assert ukjente - {word.casefold() for word in (*ORDLISTE, *I_FUNN.split())} == set()
    assert [word for word in I_FUNN.split() if word not in ukjente] == []
