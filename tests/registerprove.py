"""A small register, answers in the sources' own forms, and the update script to run on them."""

import csv
import importlib
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROT = Path(__file__).parent.parent
FASIT = Path(__file__).parent / "registeroppdatering"

SKRIPT = ROT / "tools" / "oppdater_register.py"

Json = Any


class Svar(NamedTuple):
    """How a run ended, and what it printed."""

    returncode: Any
    stdout: str
    stderr: str


@cache
def _skriptet() -> Any:
    sys.path.insert(0, str(SKRIPT.parent))
    try:
        return importlib.import_module(SKRIPT.stem)
    finally:
        sys.path.remove(str(SKRIPT.parent))


class Oppdatering:
    """A copy of the small register and of the downloaded files, and the script to run on them."""

    def __init__(self, mappe: Path) -> None:
        self.register = mappe / "register"
        self.kilder = mappe / "kilder"
        shutil.copytree(FASIT / "register", self.register)
        shutil.copytree(FASIT / "kilder", self.kilder)

    @property
    def argumenter(self) -> list[str]:
        return [str(self.kilder), "--register", str(self.register), "--dato", "2027-01-01"]

    def kjør(self) -> Svar:
        """Run the script in this process."""
        ut, feil = io.StringIO(), io.StringIO()
        with redirect_stdout(ut), redirect_stderr(feil):
            try:
                kode = _skriptet().main(self.argumenter)
            except SystemExit as slutt:
                kode = slutt.code
        return Svar(kode, ut.getvalue(), feil.getvalue())

    def kjør_som_program(self) -> subprocess.CompletedProcess[str]:
        """Run the script as a person does."""
        return subprocess.run(
            [sys.executable, "-X", "utf8", str(SKRIPT), *self.argumenter],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def endre(self, fil: str, endring: Callable[[Json], object]) -> None:
        innhold = json.loads((self.kilder / fil).read_text(encoding="utf-8"))
        endring(innhold)
        (self.kilder / fil).write_text(json.dumps(innhold), encoding="utf-8")

    def behold(self, *filer: str) -> None:
        for fil in self.kilder.iterdir():
            if fil.name not in filer:
                fil.unlink()

    def rader(self, fil: str = "kommuner.csv") -> dict[str, dict[str, str]]:
        tekst = (self.register / fil).read_text(encoding="utf-8")
        return {next(iter(rad.values())): rad for rad in csv.DictReader(io.StringIO(tekst), delimiter=";")}

    def er_urørt(self) -> bool:
        return {fil.name: fil.read_bytes() for fil in self.register.iterdir()} == {
            fil.name: fil.read_bytes() for fil in (FASIT / "register").iterdir()
        }


def slå_sammen_ålesund_og_haram(oppdatering: Oppdatering) -> None:
    """Let all the sources agree that 1508 and 1580 became 1590 Borgund."""

    def klass131(j: Json) -> None:
        j["codes"] = [k for k in j["codes"] if k["code"] not in ("1508", "1580")]
        j["codes"].append({"code": "1590", "name": "Borgund"})

    def kommuneinfo(j: Json) -> None:
        fylke = next(fylke for fylke in j if fylke["fylkesnummer"] == "15")
        fylke["kommuner"] = [k for k in fylke["kommuner"] if k["kommunenummer"] == "1515"]
        navn = [{"navn": "Borgund", "prioritet": 1, "sprak": "Norwegian"}]
        fylke["kommuner"].append({"kommunenummer": "1590", "kommunenavnNorsk": "Borgund", "gyldigeNavn": navn})

    def klass109(j: Json) -> None:
        j["correspondenceItems"] = [i for i in j["correspondenceItems"] if i["targetCode"] not in ("1508", "1580")]
        navn = "Møre og Romsdal politidistrikt"
        j["correspondenceItems"].append(
            {"sourceCode": "P08", "sourceName": navn, "targetCode": "1590", "targetName": "Borgund"}
        )

    oppdatering.endre("klass131.json", klass131)
    oppdatering.endre("kommuneinfo.json", kommuneinfo)
    oppdatering.endre("klass109.json", klass109)
    oppdatering.endre("enheter-kommuner.json", lambda j: j["_embedded"]["enheter"][1].update(navn="BORGUND KOMMUNE"))
    oppdatering.endre(
        "endringer.json",
        lambda j: j["codeChanges"].extend(
            {"oldCode": gammelt, "newCode": "1590", "changeOccurred": "2027-01-01"} for gammelt in ("1508", "1580")
        ),
    )
    fil = oppdatering.kilder / "sf-20191220-2114.xml"
    tekst = fil.read_text(encoding="utf-8")
    tekst = tekst.replace("1508 &#xC5;lesund", "1590 Borgund").replace("1580 Haram</td><td>n&#xF8;ytral", "</td><td>")
    fil.write_text(tekst.replace("N&#xF8;ytral: 2", "N&#xF8;ytral: 1"), encoding="utf-8")


def som_csv(oppdatering: Oppdatering, navn: str, liste: str, koding: str, skilletegn: str) -> None:
    """Replace a JSON answer from Klass by the CSV that Klass gives, with «?» for letters it cannot write."""
    fil = oppdatering.kilder / f"{navn}.json"
    rader = json.loads(fil.read_text(encoding="utf-8"))[liste]
    fil.unlink()
    tekst = io.StringIO()
    skriver = csv.DictWriter(tekst, list(rader[0]), delimiter=skilletegn, quoting=csv.QUOTE_ALL)
    skriver.writeheader()
    skriver.writerows(rader)
    (oppdatering.kilder / f"{navn}.csv").write_bytes(tekst.getvalue().encode(koding, errors="replace"))
