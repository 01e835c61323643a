"""The mark by which the tool knows a Word file that it wrote itself and that nobody has touched.

The file carries a hash over all its parts except the one that holds the hash, and over what stands beside it: what the
file is made of. Word, LibreOffice and python-docx write other bytes when they save, so a file that a person has opened
and saved no longer fits its hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from lxml import etree

from avtalegen.skrivere.opphav import NAME, PATTERN, Trace
from avtalegen.skrivere.segl import State
from avtalegen.skrivere.word.deler import read_parts

CUSTOM_PROPERTIES = "docProps/custom.xml"
PROPERTY = "avtalegen-fingeravtrykk"
TRACKED = "avtalegen-sporet"
"""What the hash is called in a file that shows what has changed between two editions: a kind of its own."""

_CUSTOM_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "{properties}</Properties>"
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_ORIGIN = re.compile(rb'name="%s"><vt:lpwstr>(%s)<' % (NAME.encode(), PATTERN))


def custom_properties(parts: Mapping[str, bytes], origin: str | None, *, tracked: bool = False) -> bytes:
    """Return the part that holds `origin`, if given, and the hash of it and `parts` (name in the archive → bytes).

    `tracked`: the file shows what has changed between two editions.
    """
    total = hashlib.sha256((origin or "").encode())
    for name in sorted(parts):
        if name != CUSTOM_PROPERTIES:
            encoded = name.encode()
            total.update(b"%d %d\n" % (len(encoded), len(parts[name])))
            total.update(encoded)
            total.update(parts[name])
    values = {TRACKED if tracked else PROPERTY: total.hexdigest(), **({NAME: origin} if origin else {})}
    # Word's own numbers of properties begin at 2.
    properties = (
        _PROPERTY.format(number=n, name=name, value=value) for n, (name, value) in enumerate(values.items(), 2)
    )
    return _CUSTOM_XML.format(properties="".join(properties)).encode()


def fingerprint_state(data: bytes) -> State:
    """Tell whether the tool wrote this file and nobody changed it since.

    «urørt»: exactly as written. «sporet»: the same, with the changes between two editions. «endret»: written by the
    tool, then edited or saved by something else. «fremmed»: anything else, also what is no Word file, or is too large
    to be one of ours. Reads untrusted bytes, never raises.
    """
    try:
        parts = read_parts(data)
        if parts is None or CUSTOM_PROPERTIES not in parts:
            return "fremmed"
        if parts[CUSTOM_PROPERTIES] == custom_properties(parts, _origin(parts)):
            return "urørt"
        if parts[CUSTOM_PROPERTIES] == custom_properties(parts, None, tracked=True):
            return "sporet"
        return "endret" if _has_property(parts[CUSTOM_PROPERTIES]) else "fremmed"
    except Exception:  # a broken archive can raise nearly anything, and none of it is ours
        return "fremmed"


def trace(data: bytes) -> Trace:
    """Return what an untouched Word file of ours tells of itself; nothing but its bytes, if it was packed by others."""
    from avtalegen.skrivere.word.pakke import pack  # brings python-docx, which nobody needs who only reads

    parts = read_parts(data)
    if parts is None or pack(parts) != data:
        return Trace(None, data)
    origin = _origin(parts)
    del parts[CUSTOM_PROPERTIES]
    return Trace(origin, frozenset(parts.items()))


def _origin(parts: Mapping[str, bytes]) -> str | None:
    found = _ORIGIN.search(parts[CUSTOM_PROPERTIES])
    return found[1].decode() if found else None


def _has_property(xml: bytes) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return any(
        element.get("name") in {PROPERTY, TRACKED} for element in etree.fromstring(xml, parser).iter("{*}property")
    )
