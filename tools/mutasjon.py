"""Measure whether the tests see small faults in the code that decides what avtalegen says of an agreement.

    python tools/mutasjon.py [MODUL …] [--antall 25] [--frø 1] [--jobber N] [--minst 92] [--før-inn]

MODUL is a file or a folder of the package, such as `lesing/arv.py` or `regler`; all that is measured when none is
given. In each module `--antall` faults are made (0: all that can be made), one at a time, and those tests are run
that call the function with the fault. A fault that no test sees is a survivor. Faults that change nothing that
anybody could see are named in `mutanter/likeverdige.yaml`, each with the reason, and don't count.

Prints a table and the survivors; with `--før-inn`, the rows are also put into `mutanter/README.md`.
Exit codes: 0 at least `--minst` per cent are seen in every module; 1 fewer in one; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import ast
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # a checkout need not be installed

from mutanter.feil import Key, mutants, sample
from mutanter.proving import Fault, killers
from mutanter.tabell import PAGE, row, updated
from mutanter.tester import measured, warm

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "avtalegen"
EQUIVALENT = Path(__file__).resolve().parent / "mutanter" / "likeverdige.yaml"

SUITES = {
    "funn": (
        *("test_utvalg*.py", "test_talte.py", "test_lesing_comments.py", "test_katalog.py", "test_begge_malformer.py"),
    ),
    "modell": (
        *("test_modell_*.py", "test_skjema.py", "test_formatside.py", "test_lesing_validering.py"),
        *("test_monster.py", "test_sprak.py", "test_ufylt.py"),
    ),
    "lesing": (
        *("test_lesing*.py", "test_arv*.py", "test_kildefiler.py", "test_redigering*.py", "test_rediger_gammel*.py"),
        *("test_rettelser.py", "test_katalog.py", "test_kjente_feil.py", "test_hint.py", "test_begge_malformer.py"),
        *("test_rep.py", "test_skrevne_lister.py", "test_alle_funn.py", "test_brutte_varianter.py"),
    ),
    "regler": (
        *("test_regler*.py", "test_regeltilfeller.py", "test_rep.py", "test_stavekontroll.py", "test_katalog.py"),
        *("test_forklar.py", "test_monster.py", "test_regelmeldinger.py", "test_fylkeskommune.py"),
        *("test_alle_funn.py", "test_brutte_varianter.py", "test_egne_ord_i_feltene.py", "test_ordregister.py"),
    ),
    # Not test_henting_fiendtlig.py, which takes longer than all the others: what is refused must be seen without it.
    "henting": (
        *("test_henting.py", "test_henting_filer.py", "test_henting_forskjeller.py", "test_henting_navn.py"),
        *("test_henting_enheter.py", "test_henting_samstilling.py", "test_henting_forfalsket.py", "test_cli_hent*.py"),
        *("test_tilbake.py", "test_tilbake_sporet.py"),  # what only they have a use for
    ),
    "tilbake": ("test_tilbake*.py", "test_cli_hent_inn.py", "test_cli_hent_oppgaver.py"),
    "utgaver": (
        *("test_utgaver*.py", "test_endringer.py", "test_endringsnotat*.py", "test_sporing*.py"),
        *("test_cli_sammenlign.py", "test_cli_revider.py", "test_cli_sporet.py"),
    ),
    "importering": ("test_importer*.py", "test_lesere_*.py"),
    "rettelser.py": ("test_rettelser.py",),
    "oppfolging": (
        *("test_oppfolging.py", "test_status*.py", "test_cli_status.py", "test_cli_kalender.py", "test_jsonld.py"),
        *("test_tabeller.py", "test_kolonner.py", "test_cli_data*.py"),
    ),
}
"""What is measured, and the tests that should see its faults."""

UNMEASURED = frozenset(
    {
        *("__init__.py", "__main__.py", "api.py", "cli", "dokument", "flyt.py", "forslag", "komponering"),
        *("rapporter", "register", "samling", "skrivere", "visning"),
    }
)
"""The rest of the package. What stands in neither list, has been forgotten, and `tests/test_mutasjon.py` says so."""


class Result(NamedTuple):
    """What became of the faults of one module."""

    module: str
    seen: int
    equivalent: int
    survivors: tuple[Fault, ...]

    @property
    def made(self) -> int:
        """How many faults were made."""
        return self.seen + len(self.survivors) + self.equivalent

    @property
    def rate(self) -> float:
        """Per cent of the faults that somebody could see."""
        left = self.seen + len(self.survivors)
        return 100 * self.seen / left if left else 100.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and return the exit code."""
    options = _options().parse_args(arguments)
    modules = chosen(options.modul)
    if unknown := [name for name in options.modul if not chosen([name])]:
        print(f"Ingen modul som måles, heter {' eller '.join(unknown)}.", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # each fault loads the package anew
    results: list[Result] = []
    for room in SUITES:
        if here := [module for module in modules if module.relative_to(PACKAGE).parts[0] == room]:
            results += _measure(room, here, options)
    print(_table(results))
    if options.før_inn:
        _note(results, options.frø)
    return 0 if all(result.rate >= options.minst for result in results) else 1


def chosen(names: Sequence[str]) -> list[Path]:
    """Return the modules that are measured; only those in the files and folders named, when some are."""
    asked = [PACKAGE / name.removeprefix("avtalegen/").rstrip("/") for name in names or SUITES]
    files = [file for room in SUITES for file in sorted(_files(PACKAGE / room))]
    return [file for file in files if any(file == one or one in file.parents for one in asked)]


def _files(place: Path) -> list[Path]:
    return [place] if place.suffix == ".py" else list(place.rglob("*.py"))


def equivalents() -> dict[tuple[str, Key], str]:
    """Return the faults that change nothing, by module and what they are known by, with the reason."""
    data: dict[str, list[dict[str, Any]]] = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8"))
    return {
        (module, (one["i"], one["fra"], one["til"], one.get("nr", 1))): one["fordi"]
        for module, all_ in data.items()
        for one in all_
    }


def _measure(room: str, modules: Sequence[Path], options: argparse.Namespace) -> Iterator[Result]:
    files = sorted({str(f.relative_to(ROOT)) for pattern in SUITES[room] for f in (ROOT / "tests").glob(pattern)})
    warm(files, PACKAGE)
    suite = measured(files, {_module_name(path): path for path in modules})
    for test in suite.failing:
        print(f"Feiler uten mutant, og er ikke brukt: {test}", file=sys.stderr)
    picked = [fault for path in modules for fault in _picked(path, options.antall, options.frø)]
    named = equivalents()
    counted = [one for one in picked if (_short(one.path), one.mutant.key) not in named]
    found = list(zip(counted, killers(suite, counted, options.jobber), strict=True))
    print(file=sys.stderr)
    if options.v:
        print("\n".join(f"{one.told}  ({killer or 'ikke sett'})" for one, killer in found))
    for path in modules:
        survivors = tuple(one for one, killer in found if one.path == path and not killer)
        here = sum(one.path == path for one in counted)
        equivalent = sum(one.path == path for one in picked) - here
        yield Result(_short(path), here - len(survivors), equivalent, survivors)


def _picked(path: Path, most: int, seed: int) -> list[Fault]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = mutants(tree)
    return [Fault(path, _module_name(path), tree, one) for one in sample(found, most or len(found), seed)]


def _short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _table(results: Sequence[Result]) -> str:
    lines = [f"{'modul':40} mutanter  sett  likeverdige  andel", *map(_row, results)]
    for result in results:
        if result.survivors:
            lines += ["", f"Ikke sett i {result.module}:", *(f"  {one.told}" for one in result.survivors)]
    return "\n".join(lines)


def _note(results: Sequence[Result], seed: int) -> None:
    day = date.today().isoformat()
    found = [one for one in results if one.made]  # what has no code, has no faults
    new = {one.module: row(one.module, one.made, one.seen, one.equivalent, one.rate, seed, day) for one in found}
    page = updated(PAGE.read_text(encoding="utf-8"), new, map(_short, chosen([])))
    PAGE.write_text(page, encoding="utf-8", newline="\n")


def _row(result: Result) -> str:
    return f"{result.module:40} {result.made:8} {result.seen:5} {result.equivalent:12} {result.rate:5.0f} %"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Mål om testene ser små feil i koden.")
    parser.add_argument("modul", nargs="*", help="en fil eller mappe i avtalegen/; alle som måles når ingen er nevnt")
    parser.add_argument("--antall", type=int, default=25, help="mutanter i hver modul, 0 for alle (25)")
    parser.add_argument("--frø", type=int, default=1, help="hvilke av dem (1)")
    parser.add_argument("--jobber", type=int, default=os.cpu_count(), help="hvor mange om gangen")
    parser.add_argument("--minst", type=float, default=92, help="prosent som må være sett i hver modul (92)")
    parser.add_argument("--før-inn", action="store_true", help="før tallene inn i tools/mutanter/README.md")
    parser.add_argument("-v", action="store_true", help="vis testen som ser hver mutant")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
