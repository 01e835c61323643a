"""Every statute and every paragraph that is named anywhere stands in kilder.yaml, with the day it was checked.

What is read: the templates, the program with its messages, the documentation, and the examples.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from avtalegen.lesing.ours import read_yaml
from tests.i_ett import i_ett

ROT = Path(__file__).parent.parent
KILDER: dict[str, dict[str, Any]] = read_yaml(ROT / "avtalegen" / "regler" / "kilder.yaml")
NAVN = {navn.casefold(): kilde for kilde in KILDER for navn in (kilde, *KILDER[kilde].get("også", ()))}

_LOVNAVN = r"[a-zæøå]*(?:loven|lova|instruksen|forordning(?:en|a)|forskrift(?:en|a))"
_LOV = re.compile(rf"\b({_LOVNAVN})s?\b")
_STED = r"\d+(?:-\d+)?(?: [a-z]\b(?! \w))?"
_STEDER = re.compile(rf"(?:§§?|\bkap(?:\.|ittel)) ?({_STED}(?:(?:, | og | eller | til |–){_STED})*)")
# A statute stands before its paragraph: «politiloven § 14», «etter språklova skal … (§ 15)».
_NÆR = 60
# These words alone are no name of a statute.
ALLMENNE = {
    "loven",
    "lova",
    "instruksen",
    "forskriften",
    "forskrifta",
    "forordningen",
    "forordninga",
    "endringsforskriften",
}


def filer() -> Iterator[Path]:
    for mappe, endelser in {
        "maler": ("j2", "yaml", "txt"),
        "avtalegen": ("py", "yaml", "md"),
        "docs": ("md",),
        "eksempler": ("yaml", "md", "j2"),
    }.items():
        for endelse in endelser:
            yield from sorted((ROT / mappe).rglob(f"*.{endelse}"))
    yield from sorted(ROT.glob("*.md"))


def ukjente(tekst: str) -> list[str]:
    """Return what a text names and kilder.yaml lacks: statutes, and paragraphs of them. Line breaks don't matter."""
    tekst = " ".join(tekst.casefold().split())
    if not any(ord_ in tekst for ord_ in ("loven", "lova", "instruksen", "forskrift", "forordning", "§", "kap")):
        return []  # most of the files, and to look for names takes far longer
    funnet = [navn for navn in dict.fromkeys(_LOV.findall(tekst)) if navn not in NAVN and navn not in ALLMENNE]
    for treff in _STEDER.finditer(tekst):
        lover = _LOV.findall(tekst[max(0, treff.start() - _NÆR) : treff.start()])
        navngitte = [navn for navn in lover if navn not in ALLMENNE]
        if treff[0][0] != "§" and not re.search(rf"\b{_LOVNAVN} $", tekst[: treff.start()]):
            continue  # a chapter of the guide
        kilde = NAVN.get(navngitte[-1]) if navngitte else None
        lest = KILDER[kilde].get("steder", ()) if kilde else ()
        funnet += [f"{kilde or 'uten lov'} § {sted}" for sted in re.findall(_STED, treff[1]) if sted not in lest]
    return funnet


def test_what_a_file_names_is_a_source_we_know() -> None:
    funnet = {str(fil.relative_to(ROT)): ukjente(fil.read_text(encoding="utf-8")) for fil in filer()}
    assert len(funnet) > 300
    assert {fil: navn for fil, navn in funnet.items() if navn} == {}


@i_ett(
    ("tekst", "ventet"),
    [
        ("Det følger av politiloven §§ 1 og 2.", []),
        ("Det følger av politilova\n§§ 1 og 3.", ["politiloven § 3"]),
        ("forvaltningsloven §§ 13 til 13 h", ["forvaltningsloven § 13 h"]),
        ("etter kommuneloven kap. 17", ["kommuneloven § 17"]),
        ("se kapittel 4 i veilederen", []),
        ("etter § 7", ["uten lov § 7"]),
        ("Politiregisterlovens regler gjelder.", []),
        ("Helsepersonelloven gjelder.", ["helsepersonelloven"]),
        ("etter opplæringslova § 9", ["opplæringslova", "uten lov § 9"]),
        ("Loven sier det.", []),
    ],
)
def test_what_is_missing_is_found(tekst: str, ventet: list[str]) -> None:
    assert ukjente(tekst) == ventet


@i_ett("kilde", KILDER)
def test_a_source_is_checked_or_says_why_not(kilde: str) -> None:
    felt = KILDER[kilde]
    assert felt.keys() <= {"tittel", "også", "utgiver", "utgave", "steder", "kontrollert", "ikke_kontrollert"}
    assert felt["tittel"]
    assert felt["utgiver"]
    assert ("kontrollert" in felt) != ("ikke_kontrollert" in felt)
    if "kontrollert" in felt:
        assert date.fromisoformat(felt["kontrollert"]) >= date(2025, 11, 9)
    else:
        assert len(felt["ikke_kontrollert"].split()) > 4
    if kilde.casefold() in NAVN and _LOV.fullmatch(kilde.casefold()) and "forskrift" not in kilde:
        assert "steder" in felt
