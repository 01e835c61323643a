"""The skeletons of our sections as they were made when the wheel was built: to make them takes a third of an import.

Each is a module (`dokument.kompilert`) of what the templates of a language give. Its name has in it what it is made
from: the templates, our words, the order of the sections, and the version of avtalegen, for the rest. The types of
the values are left out: what reads a skeleton asks for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from avtalegen import __version__
from avtalegen.dokument.kompilert import MAPPE, data, sjekksum
from avtalegen.dokument.maler import MALER
from avtalegen.komponering.skjelett import verdier
from avtalegen.komponering.skjelett.enheter import Avsnittsskjelett, Enhet, Tabellskjelett
from avtalegen.lesing.ours import read_yaml

KOMPILERT = MALER / MAPPE
_KLASSER = (
    *(Avsnittsskjelett, Enhet, Tabellskjelett, verdier.Ord, verdier.Felt, verdier.Skrevet, verdier.Rekke),
    *(verdier.Valg, verdier.Liste, verdier.Løkke, verdier.Ukjent),
)


@cache
def hentet(språkkode: str, avsnitt: str) -> Avsnittsskjelett:
    """Return the skeleton of a section of an agreement, made now if the wheel has none of it."""
    klasser = {klasse.__name__: klasse for klasse in _KLASSER}
    made: Avsnittsskjelett | None = data(_modul(språkkode, avsnitt), **klasser)
    return made or _laget(språkkode, avsnitt)


def _laget(språkkode: str, avsnitt: str) -> Avsnittsskjelett:
    from avtalegen.komponering.skjelett.avsnitt import skjelett  # with Jinja2, which what is in the wheel needs none of

    return skjelett(språkkode, avsnitt)


def moduler(språkkode: str) -> Iterator[tuple[Path, str]]:
    """Give the skeleton of each section as a Python module: the file that it is looked for in, and what is in it."""
    for avsnitt in read_yaml(MALER / "struktur.yaml")["avsnitt"]:
        yield _modul(språkkode, avsnitt), f"DATA = {_skrevet(_laget(språkkode, avsnitt))}\n"


def _modul(språkkode: str, avsnitt: str) -> Path:
    return KOMPILERT / f"{språkkode}-skjelett" / f"{avsnitt}_{_sjekksum(språkkode)}.py"


@cache
def _sjekksum(språkkode: str) -> str:
    filer = [*sorted((MALER / språkkode).iterdir()), MALER / "struktur.yaml"]
    return sjekksum(__version__, *(f"{fil.name}\n{fil.read_text(encoding='utf-8')}" for fil in filer if fil.is_file()))


def _skrevet(verdi: Any) -> str:
    """Return a piece of a skeleton as Python; what is as it is when nothing is said, is left out."""
    if is_dataclass(verdi) and not isinstance(verdi, type):
        alle = ", ".join(f"{f.name}={_skrevet(getattr(verdi, f.name))}" for f in fields(verdi))
        return f"{type(verdi).__name__}({alle})"
    if isinstance(verdi, tuple) and hasattr(verdi, "_fields"):
        feltene = {f: None if f == "type" else en for f, en in zip(verdi._fields, verdi, strict=True)}
        vanlige: Mapping[str, Any] = getattr(verdi, "_field_defaults", {})
        sagt = (f"{f}={_skrevet(en)}" for f, en in feltene.items() if f not in vanlige or en != vanlige[f])
        return f"{type(verdi).__name__}({', '.join(sagt)})"
    if isinstance(verdi, Mapping):
        return f"{{{', '.join(f'{n!r}: {_skrevet(en)}' for n, en in verdi.items())}}}"
    if isinstance(verdi, tuple):
        return f"({''.join(f'{_skrevet(en)}, ' for en in verdi)})"
    if isinstance(verdi, list):
        return f"[{', '.join(map(_skrevet, verdi))}]"
    return repr(verdi)
