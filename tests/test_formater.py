"""The table of formats: all writers alike, nothing loaded by asking, and a new one is a module and a line."""

import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from avtalegen.dokument.formater import FORMATS, Format, formats_with
from avtalegen.dokument.innhold import Document
from avtalegen.dokument.maler import MALER
from avtalegen.skrivere import Writer, writer
from avtalegen.skrivere.opphav import Trace
from avtalegen.skrivere.segl import State
from avtalegen.skrivere.stil import Style
from tests import cli_support
from tests.cli_support import ROOT, Run
from tests.grundig import grundig

cli = cli_support.cli

EKSEMPEL = str(ROOT / "eksempler" / "flakstad.yaml")
METHODS = [name for name, made in vars(Writer).items() if inspect.isfunction(made) and not name.startswith("_")]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", METHODS)
def test_every_writer_has_what_a_writer_has_and_takes_the_same(format: str, name: str) -> None:
    # The types that a writer has to do with are only loaded by those who write.
    types = {"Document": Document, "State": State, "Style": Style, "Trace": Trace}
    wanted = inspect.signature(getattr(Writer, name), globals=types, eval_str=True)
    own = inspect.signature(getattr(writer(format), name), eval_str=True)
    assert own == wanted.replace(parameters=list(wanted.parameters.values())[1:])


def test_a_writer_writes_and_knows_what_it_wrote() -> None:
    assert METHODS == ["write", "fingerprint_state", "trace"]


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_the_style_of_a_format_is_there(made: Format) -> None:
    assert made.style is None or (MALER / "stil" / made.style).is_file()


@grundig  # a Python of its own; in `make test` what a short run and --help load is seen, in test_cli_main.py
def test_the_table_is_read_without_what_writes() -> None:
    program = (
        "import sys; import avtalegen.cli.lag, avtalegen.cli.valider;"
        "print(*(n for n in sys.modules if n.startswith(('avtalegen.skrivere', 'lxml', 'docx', 'typst'))))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert ran.stdout.split() == []


def test_a_new_format_is_a_module_and_a_line(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(document: Document, style: Style, origin: str | None = None) -> bytes:
        return f"{document.title} {len(style.content)}".encode()

    def fingerprint_state(data: bytes) -> State:
        return "fremmed" if data.startswith(b"fremmed") else "endret"

    def trace(data: bytes) -> Trace:
        return Trace(None, data)

    module = ModuleType("avtalegen.skrivere.ny")
    monkeypatch.setattr(module, "write", write, raising=False)
    monkeypatch.setattr(module, "fingerprint_state", fingerprint_state, raising=False)
    monkeypatch.setattr(module, "trace", trace, raising=False)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(FORMATS, "txt", Format(".txt", "ny", "tekstfilen", "den"))

    made = cli("lag", EKSEMPEL, "--format", "txt,md", "--til", str(tmp_path))
    assert made.code == 0
    assert (tmp_path / "flakstad.txt").read_bytes().endswith(b" 0")
    assert cli("lag", EKSEMPEL, "-o", str(tmp_path / "flakstad.txt")).code == 0
    (tmp_path / "flakstad.txt").write_bytes(b"fremmed")
    refused = cli("lag", EKSEMPEL, "-o", str(tmp_path / "flakstad.txt"))
    assert refused.code == 1
    assert "er endret for hånd eller er ikke laget av avtalegen" in refused.err
    assert "Valget «--signaturfelt» gjelder pdf" in cli("lag", EKSEMPEL, "--format", "txt", "--signaturfelt").err
    monkeypatch.setitem(FORMATS, "rtf", Format(".rtf", "ny", "filen", "den", signed=True, source="unseen"))
    assert formats_with(lambda format: format.signed) == "pdf og rtf"
    assert formats_with(lambda format: format.source == "unseen") == "docx, html og rtf"
    assert "Valget «--signaturfelt» gjelder pdf og rtf. Legg til «--format pdf»" in (
        cli("lag", EKSEMPEL, "--format", "txt", "--signaturfelt").err
    )
