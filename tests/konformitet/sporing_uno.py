"""What LibreOffice makes of tracked changes: run by the Python that has its UNO interface, never imported by a test.

    python3 sporing_uno.py NAME-OF-PIPE < lines of «what file», where what is one of «lest», «avvist» and «godtatt»

Gives a line of JSON for each: the structure of the file as it is read, or with all changes rejected or accepted, and
how many changes are left. A structure is a list of paragraphs, [place, style, label, text]; the place is "" in the text
itself and «table/row/cell» in a table.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def connected(name: str) -> Any:
    """Return the context of an office that was started with this pipe, which may need a while."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except Exception:  # whatever it says: not there yet
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def property(name: str, value: Any) -> Any:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def structure(document: Any) -> list[list[Any]]:
    found: list[list[Any]] = []
    _walk(document.Text, "", found)
    return found


def _walk(text: Any, place: str, found: list[list[Any]]) -> None:
    tables = 0
    every = text.createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph"):
            style, numbered, label = one.getPropertyValues(_WANTED)
            found.append([place, style, label if numbered else "", one.String])
            continue
        tables += 1
        # In the order of the rows: «A1», «B1», «A2».
        for name in sorted(one.CellNames, key=lambda name: (int(name.lstrip(_LETTERS)), name)):
            _walk(one.getCellByName(name), f"{tables}/{name}", found)


_WANTED, _LETTERS = ("ParaStyleName", "NumberingIsNumber", "ListLabelString"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COMMANDS = {"avvist": ".uno:RejectAllTrackedChanges", "godtatt": ".uno:AcceptAllTrackedChanges"}


def main() -> None:
    """Answer each line."""
    context = connected(sys.argv[1])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        what, _, name = line.strip().partition(" ")
        document = desktop.loadComponentFromURL(Path(name).as_uri(), "_blank", 0, (property("Hidden", True),))
        if what in _COMMANDS:
            dispatcher.executeDispatch(document.CurrentController.Frame, _COMMANDS[what], "", 0, ())
        left = sum(1 for _ in _all(document.Redlines)) if what in _COMMANDS else 0
        told = {"hva": what, "fil": name, "struktur": structure(document), "igjen": left}
        document.close(True)
        print(json.dumps(told, ensure_ascii=False), flush=True)


def _all(collection: Any) -> Any:
    every = collection.createEnumeration()
    while every.hasMoreElements():
        yield every.nextElement()


if __name__ == "__main__":
    main()
