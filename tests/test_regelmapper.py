"""A rule is found by its code alone: the folder of its family, and the file whose name spans the code."""

import importlib
import pkgutil
import re
from itertools import pairwise
from pathlib import Path

from avtalegen import regler
from avtalegen.regler.base import Regel
from avtalegen.regler.katalog import FAMILIER
from avtalegen.regler.oppdag import regler_i
from tests.i_ett import i_ett

ROOT = Path(__file__).parent.parent
MAPPER = [modul.name for modul in pkgutil.iter_modules(regler.__path__) if modul.ispkg]
MODULER = [modul.name for modul in pkgutil.walk_packages(regler.__path__, "avtalegen.regler.")]
# vei4.vei411_415_deltakelse holds VEI411 to VEI415, per.per101 would hold PER101 alone.
FIL = re.compile(r"avtalegen\.regler\.(?P<mappe>\w+)\.(?P<familie>[a-z]{3})(?P<fra>\d{3})(?:_(?P<til>\d{3}))?(?:_\w+)?")


def koder_i(modul: str) -> list[str]:
    verdier = vars(importlib.import_module(modul)).values()
    egne = (verdi for verdi in verdier if getattr(verdi, "__module__", "") == modul)
    return [verdi.regel.kode for verdi in egne if isinstance(getattr(verdi, "regel", None), Regel)]


@i_ett("modul", MODULER)
def test_the_codes_of_a_file_are_in_its_name(modul: str) -> None:
    koder, navn = koder_i(modul), FIL.fullmatch(modul)
    if navn is None:
        assert koder == [], "only files that are named by codes have rules"
        return
    assert navn["mappe"] in (navn["familie"], navn["familie"] + navn["fra"][0])
    familie = navn["familie"].upper()
    første, siste = familie + navn["fra"], familie + (navn["til"] or navn["fra"])
    assert (min(koder), max(koder)) == (første, siste)
    assert koder == sorted(koder), "in the order of the codes"


def test_nobody_imports_a_file_of_rules() -> None:
    # So a file can have a new name when it gets a new code. `oppdag` finds it by what it is called.
    navngitt = re.compile(r"avtalegen\.regler\.\w+\.[a-z]{3}\d{3}")
    kilder = [path for mappe in ("avtalegen", "tests") for path in (ROOT / mappe).rglob("*.py")]
    assert [path.name for path in kilder if navngitt.search(path.read_text(encoding="utf-8"))] == []


def test_no_two_files_span_the_same_code() -> None:
    spenn = sorted((min(koder), max(koder)) for koder in map(koder_i, MODULER) if koder)
    assert [(a, b) for a, b in pairwise(spenn) if b[0] <= a[1]] == []


def test_every_folder_belongs_to_a_family_and_every_rule_is_found() -> None:
    familier = tuple({mappe.rstrip("0123456789").upper() for mappe in MAPPER})
    assert set(familier) == {*regler.FAMILIER, *regler.PÅ_TVERS} <= set(FAMILIER)
    assert set(regler_i(familier)) == {kode for modul in MODULER for kode in koder_i(modul)}
