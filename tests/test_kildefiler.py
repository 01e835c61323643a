"""The files that a document carries: what they are called in it, wherever they lay."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.lesing.kildefiler import Recorder, attachments
from tests.arvprove import Folder
from tests.i_ett import i_ett


def names(*files: str) -> list[str]:
    return [one.name for one in attachments(dict.fromkeys(files, b""))]


@i_ett(
    ("files", "expected"),
    [
        (["a.yaml"], ["avtale.yaml"]),
        (["dypt/nede/a.yml"], ["avtale.yaml"]),
        (["a.yaml", "b.yaml"], ["avtale.yaml", "b.yaml"]),
        (["repo/avtaler/a.yaml", "repo/felles/b.yaml"], ["avtaler/avtale.yaml", "felles/b.yaml"]),
        (
            ["repo/a.yaml", "repo/felles/b.yaml", "repo/felles/c.yaml"],
            ["avtale.yaml", "felles/b.yaml", "felles/c.yaml"],
        ),
        (["repo/avtaler/a.yaml", "repo/b.yaml"], ["avtaler/avtale.yaml", "b.yaml"]),
        # Taken, also on a disk that doesn't tell capitals apart; in another folder it isn't.
        (["a.yaml", "avtale.yaml"], ["avtale2.yaml", "avtale.yaml"]),
        (["a.yaml", "Avtale.yaml", "avtale2.yaml"], ["avtale3.yaml", "Avtale.yaml", "avtale2.yaml"]),
        (
            ["Sør/a.yaml", "Sør/avtale.yaml", "b.yaml"],
            ["Sør/avtale2.yaml", "Sør/avtale.yaml", "b.yaml"],
        ),
        (["a.yaml", "felles/avtale.yaml"], ["avtale.yaml", "felles/avtale.yaml"]),
        # One name for one file, whatever system it comes from, and nothing that a terminal obeys.
        (["a.yaml", "nordra\u030ad.yaml"], ["avtale.yaml", "nordråd.yaml"]),
        (["a.yaml", "b\x1b\u202e.yaml"], ["avtale.yaml", "b__.yaml"]),
        (["a.yaml", "b\udcff.yaml"], ["avtale.yaml", "b?.yaml"]),
    ],
)
def test_a_file_is_called_by_where_it_lies_from_the_others(files: list[str], expected: list[str]) -> None:
    assert names(*files) == expected


def test_where_the_files_lie_on_this_machine_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert names(str(tmp_path / "x" / "a.yaml"), "x/y/b.yaml") == ["avtale.yaml", "y/b.yaml"]


def test_what_is_carried_is_what_was_read() -> None:
    recorder = Recorder(Folder({"felles/b.yaml": b"\xef\xbb\xbfb: 1\r\n"}))
    assert recorder.resolve("felles/b.yaml", "a.yaml") == "felles/b.yaml"
    assert recorder.read_files == {}
    assert recorder.read("felles/b.yaml") == b"\xef\xbb\xbfb: 1\r\n"
    assert recorder.read_files == {"felles/b.yaml": b"\xef\xbb\xbfb: 1\r\n"}
    carried = attachments({"a.yaml": b"a: 1\n", **recorder.read_files})
    assert [(one.name, one.data) for one in carried] == [
        ("avtale.yaml", b"a: 1\n"),
        ("felles/b.yaml", b"\xef\xbb\xbfb: 1\r\n"),
    ]
