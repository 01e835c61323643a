"""What LibreOffice makes of tracked changes: run by the Python that has its UNO interface, never imported by a test.

    python3 sporing_uno.py SOCKET_OR_PIPE_NAME < a list of files, one a line

Gives one JSON object for each file, on a line of its own: the structure with all changes rejected, with all accepted, and as the file
is read with no changes in it at all. A structure is a list of paragraphs, [place, style, level, label, text], the place
being "" in the text itself and «table/row/cell» in a table.
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
        if one.supportsService("com.sun.star.text.TextTable"):
            tables += 1
            rows = one.Rows.Count
            for row in range(rows):
                for column in range(one.Columns.Count):
                    cell = one.getCellByPosition(column, row)
                    _walk(cell, f"{tables}/{row}/{column}", found)
            continue
        label = one.ListLabelString if one.NumberingIsNumber else ""
        level = one.NumberingLevel if label else 0
        found.append([place, one.ParaStyleName, level, label, one.String])


def main() -> None:
    context = connected(sys.argv[1])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        file = Path(line.strip())
        told: dict[str, Any] = {"fil": str(file)}
        for name, command in (("avvist", "RejectAll"), ("godtatt", "AcceptAll"), ("lest", "")):
            document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (property("Hidden", True),))
            if command:
                frame = document.CurrentController.Frame
                dispatcher.executeDispatch(frame, f".uno:{command}TrackedChanges", "", 0, ())
            told[name] = structure(document)
            told["igjen_" + name] = document.Redlines.createEnumeration().hasMoreElements()
            if len(sys.argv) > 2 and name:
                document.storeToURL(
                    (Path(sys.argv[2]) / f"{file.stem}-{name}.docx").as_uri(),
                    (property("FilterName", "MS Word 2007 XML"),),
                )
            document.close(True)
        print(json.dumps(told, ensure_ascii=False), flush=True)


main()
