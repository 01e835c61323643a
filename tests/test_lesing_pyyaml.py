"""How PyYAML is loaded: its own patterns wait, where nobody else could be given one that waits."""

from __future__ import annotations

import re
import sys
import threading
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from avtalegen import lesing
from avtalegen.lesing import pyyaml


def loaded_anew(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return PyYAML as the module gives it when neither of them has been loaded."""
    theirs = [name for name in sys.modules if name.split(".")[0] == "yaml" and name != "yaml._yaml"]
    for name in (pyyaml.__name__, *theirs):
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(lesing, "pyyaml", pyyaml)  # so that it is put back
    return import_module(pyyaml.__name__).yaml


def test_the_patterns_of_pyyaml_wait_until_somebody_uses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = re.compile
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    alone = loaded_anew(monkeypatch)
    assert re.compile is compiled
    assert not isinstance(alone.reader.Reader.NON_PRINTABLE, re.Pattern)
    assert alone.load("[2026-11-20, 1, ja]", alone.SafeLoader) == [date(2026, 11, 20), 1, "ja"]
    with pytest.raises(alone.reader.ReaderError):
        alone.load("a: \x01", alone.SafeLoader)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert isinstance(loaded_anew(monkeypatch).reader.Reader.NON_PRINTABLE, re.Pattern)
    monkeypatch.delitem(sys.modules, "threading")  # nobody has asked for it, so there is nobody else
    assert not isinstance(loaded_anew(monkeypatch).reader.Reader.NON_PRINTABLE, re.Pattern)
