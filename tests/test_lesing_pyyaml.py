"""How PyYAML is loaded: its own patterns wait, where nobody else could be given one that waits."""

from __future__ import annotations

import re
import runpy
import sys
import threading
from datetime import date

import pytest

from avtalegen.lesing import pyyaml


def test_the_patterns_of_pyyaml_wait_until_somebody_uses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = re.compile
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    for name in [name for name in sys.modules if name.split(".")[0] == "yaml" and name != "yaml._yaml"]:
        monkeypatch.delitem(sys.modules, name)
    alone = runpy.run_path(pyyaml.__file__)["yaml"]
    assert re.compile is compiled
    assert not isinstance(alone.reader.Reader.NON_PRINTABLE, re.Pattern)
    assert alone.load("[2026-11-20, 1, ja]", alone.SafeLoader) == [date(2026, 11, 20), 1, "ja"]
    with pytest.raises(alone.reader.ReaderError):
        alone.load("a: \x01", alone.SafeLoader)
    for name in [name for name in sys.modules if name.split(".")[0] == "yaml" and name != "yaml._yaml"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    beside_others = runpy.run_path(pyyaml.__file__)["yaml"]
    assert isinstance(beside_others.reader.Reader.NON_PRINTABLE, re.Pattern)
