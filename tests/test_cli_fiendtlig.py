"""Hostile and broken input through the whole tool: a located Norwegian message, the right code, nothing left behind."""

from __future__ import annotations

import os
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import VALID, Run, names, posix_only, started
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett

cli = cli_support.cli

ALIAS_BOMB = "format: 1\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

MANY = antall(20, 5000)

# What is in the file, and a finding that must be among those shown.
BROKEN: dict[str, tuple[bytes, str]] = {
    "not YAML": (b'format: 1\nnavn: "uten slutt\n', "2:7: feil[YML001]"),
    "not YAML but a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1: feil[YML004]"),
    "a Word file": (b"PK\x03\x04\x14\0\x08\x08", "1:1: feil[YML004]"),
    "a tab": (b"format: 1\navtale:\n\tstatus: utkast\n", "3:1: feil[YML003]"),
    "a key given twice": (f"{VALID}avtale:\n  status: utkast\n".encode(), "7:1: feil[YML002]"),
    "an unknown key": (f"{VALID}politrad: ja\n".encode(), "7:1: feil[SKJ002]"),
    "an unknown key after æøå and emoji": (f"{VALID}# æøå 🎉\n漢字: ja\n".encode(), "8:1: feil[SKJ002]"),
    "Latin-1": (f"{VALID}# æøå\n".encode("latin-1"), "7:3: feil[YML004]"),
    "UTF-16": (VALID.encode("utf-16"), "1:1: feil[YML004]"),
    "an empty file": (b"", "1:1: feil[YML009]"),
    "only comments": (b"# format: 1\n", "1:1: feil[YML009]"),
    "a list at the top": (b"- format: 1\n", "1:1: feil[YML010]"),
    "a text at the top": (b"format 1\n", "1:1: feil[YML010]"),
    "several documents": (f"{VALID}---\n{VALID}".encode(), "7:1: feil[YML008]"),
    "an alias bomb": (ALIAS_BOMB.encode(), "6:12: feil[YML007]"),
    "an alias that contains itself": (b"format: 1\na: &a [*a]\n", "2:8: feil[YML013]"),
    "5,000 levels of lists": (b"format: 1\na: " + b"[" * 5000 + b"]" * 5000, "2:43: feil[YML006]"),
    "1,000 levels of fields": (
        b"format: 1\n" + b"".join(b" " * n + b"a:\n" for n in range(1000)),
        "42:41: feil[YML006]",
    ),
    "control characters": (b'format: 1\nnavn: "\x1b]0;tittel\x07\x1b[2J"\n', "2:8: feil[YML011]"),
    "a zero byte": (b"format: 1\n\0\n", "2:1: feil[YML011]"),
    "a tag that would run code": (b"format: 1\na: !!python/object/apply:os.system [ls]\n", "2:4: feil[YML012]"),
    "one very long line": (b"format: 1\nnavn: " + b"a" * 500_000 + b': "b" c\n', "2:7: feil[YML016]"),
    "many unknown keys": (
        VALID.encode() + b"".join(b"k%d: 1\n" % n for n in range(MANY)),
        # The last of them, or that there are more than are told.
        "26:1: feil[SKJ002]" if MANY == 20 else "507:1: feil[SKJ006]",
    ),
}
FINE: dict[str, bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + VALID.encode(),
    "CRLF": VALID.replace("\n", "\r\n").encode(),
    "CR": VALID.replace("\n", "\r").encode(),
    "no line break at the end": VALID.rstrip().encode(),
    "decomposed keys": unicodedata.normalize("NFD", f"{VALID}vedlegg: [Møteplan for politirådet]\n").encode(),
    "an anchor and an alias": VALID.replace("Nordland", "&n Nordland").encode(),
}


def assert_clean_message(code: int, out: str, err: str) -> None:
    assert code in {1, 3}
    assert "Traceback" not in out + err
    assert "Intern feil" not in err
    assert not [character for character in out + err if character < " " and character != "\n"]


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_is_a_located_message(cli: Run, tmp_path: Path, name: str) -> None:
    data, expected = BROKEN[name]
    (tmp_path / "x.yaml").write_bytes(data)
    code, out, err, _ = cli("valider", "x.yaml")
    assert_clean_message(code, out, err)
    assert (code, err) == (1, "")
    assert f"x.yaml:{expected} " in out


@pytest.mark.parametrize("name", utvalg(BROKEN, 2))
def test_broken_input_gives_no_document(cli: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "x.yaml").write_bytes(BROKEN[name][0])
    code, out, err, _ = cli("lag", "x.yaml")
    assert_clean_message(code, out, err)
    assert (code, err) == (1, "")
    assert out.startswith("x.yaml:")
    assert names(tmp_path) == {"x.yaml"}


@pytest.mark.parametrize("name", FINE)
def test_unusual_but_readable_input_is_fine(cli: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "x.yaml").write_bytes(FINE[name])
    code, out, err, _ = cli("valider", "x.yaml")
    assert (code, err) == (0, "")
    assert "feil[" not in out
    assert cli("lag", "x.yaml").code == 0
    assert names(tmp_path) == {"x.yaml", "x.docx"}


@pytest.mark.parametrize("name", utvalg(BROKEN, 2))
def test_broken_input_on_standard_input_is_a_located_message(cli: Run, name: str) -> None:
    code, out, err, _ = cli("valider", "-", data=BROKEN[name][0])
    assert_clean_message(code, out, err)
    assert out.startswith("-:")


def test_50_megabytes_are_told_and_not_read(cli: Run, tmp_path: Path) -> None:
    with (tmp_path / "x.yaml").open("wb") as file:
        file.write(VALID.encode())
        file.truncate(50_000_000)
    code, out, err, _ = cli("valider", "x.yaml")
    assert (code, err) == (1, "")
    assert out.startswith("x.yaml:1:1: feil[")
    assert "for stor" in out
    assert cli("lag", "x.yaml").code == 1
    assert names(tmp_path) == {"x.yaml"}


@posix_only
@pytest.mark.parametrize("name", ["valider", "lag"])
def test_an_endless_standard_input_is_read_no_further_than_the_limit(tmp_path: Path, name: str) -> None:
    options = ["-o", "x.docx"] if name == "lag" else []
    with Path("/dev/zero").open("rb") as endless:
        done = started(name, "-", *options, cwd=tmp_path, stdin=endless)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("-:1:1: feil[")
    assert names(tmp_path) == set()


SPECIAL = ("fifo.yaml", "/dev/zero", "/dev/tty", "/proc/self/mem")


@posix_only
@pytest.mark.parametrize(("name", "special"), utvalg(product(("valider", "lag"), SPECIAL), 2))
def test_pipes_and_devices_do_not_make_the_tool_wait(tmp_path: Path, name: str, special: str) -> None:
    os.mkfifo(tmp_path / "fifo.yaml")
    done = started(name, special, cwd=tmp_path)
    assert done.code == 3
    assert done.err.startswith("Feil: ")
    assert "Traceback" not in done.err
    assert names(tmp_path) == {"fifo.yaml"}


@pytest.mark.parametrize("name", ["valider", "lag"])
def test_a_folder_with_the_name_of_a_file_is_searched(cli: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "x.yaml" / "y.yaml").write_bytes(VALID.encode())
    assert cli(name, "x.yaml").code == 0
    assert (tmp_path / "x.yaml" / "y.docx").exists() == (name == "lag")


@pytest.mark.parametrize("name", ["valider", "lag"])
def test_a_planted_lack_of_permission_is_told(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Tests may run as root, who may read everything: the refusal is planted."""
    opened = os.open

    def refuse(path: str | Path, *rest: int, **more: int) -> int:
        if str(path) == "x.yaml":
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *rest, **more)

    (tmp_path / "x.yaml").write_bytes(VALID.encode())
    monkeypatch.setattr(os, "open", refuse)
    code, _, err, _ = cli(name, "x.yaml")
    assert (code, err) == (3, "Feil: Kunne ikke lese «x.yaml»: du har ikke tilgang.\n")
    assert names(tmp_path) == {"x.yaml"}


@posix_only
@pytest.mark.parametrize("encoding", utvalg(["latin-1", "utf-8"], 1))
def test_strange_file_names_are_shown_and_do_not_steer_the_terminal(tmp_path: Path, encoding: str) -> None:
    name = os.fsencode(tmp_path) + b"/" + "\x1b[31m\nøå «x».yaml".encode(encoding)
    try:
        Path(os.fsdecode(name)).write_bytes(b"a: 1\n")
    except OSError:
        pytest.skip("the file system refuses the name")
    for arguments in (["valider", name], ["lag", name, b"-o", b"x.docx"], ["valider", name + b"borte"]):
        done = started(*arguments, cwd=tmp_path, FORCE_COLOR="")
        assert done.code in {1, 3}
        told = done.out + done.err
        assert "Traceback" not in told
        assert "␛[31m␊" in told
        assert "\x1b" not in told


@i_ett("address", ["https://example.no/avtale.docx", "HTTP://example.no/a.yaml", "ftp://example.no/a.pdf"])
def test_an_address_on_the_web_is_told_as_that(cli: Run, address: str) -> None:
    for command in ("importer", "valider", "lag", "hent", "rediger"):
        code, _, err, _ = cli(command, address)
        assert code != 0
        if command != "importer" or not address.endswith("yaml"):
            assert f"«{address}» er en nettadresse" in err, command


def test_a_file_that_begins_as_an_option_is_told_how_to_be_named(cli: Run) -> None:
    Path("-a.yaml").write_text(VALID, encoding="utf-8")
    code, _, err, _ = cli("valider", "-a.yaml")
    assert code == 2
    assert "Ukjent valg «-a». Er «-a.yaml» en fil, så skriv «./-a.yaml»." in err
    assert cli("valider", "./-a.yaml").code == cli("valider", "--", "-a.yaml").code == 0
    assert "fil, så" not in cli("valider", "-a").err
