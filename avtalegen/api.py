"""avtalegen for other programs: read an agreement, validate it, make the document."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from avtalegen.diagnostic import AvtalegenError, Diagnostic, has_errors
from avtalegen.files import read, read_asset
from avtalegen.modell.avtale import Avtale
from avtalegen.pipeline import Checked, check, make
from avtalegen.source import LIMITS

Kilde = str | os.PathLike[str] | bytes
"""A file by its name, or the content of one as bytes."""


def valider(kilde: Kilde) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with an agreement, in the order of the file; empty when nothing is.

    Raises `AvtalegenError` when the file can't be read.
    """
    return _check(kilde).diagnostics


def les(kilde: Kilde) -> Avtale:
    """Return the agreement in a file. Its attributes are named as the keys in the YAML.

    Raises `AvtalegenError` when the file can't be read, and with the findings in `diagnostics` when it has errors.
    """
    checked = _check(kilde)
    if checked.avtale is None:
        raise AvtalegenError(_message(checked.diagnostics), checked.diagnostics)
    return checked.avtale


def lag(kilde: Kilde, format: str = "docx") -> bytes:
    """Return the document of an agreement, `format` being one of `pipeline.FORMATS`.

    Files that the agreement names (a coat of arms) are read from its own folder; from the current one when `kilde`
    is bytes. Raises `AvtalegenError` as `les` does, and when a template or a file that the agreement names fails.
    """
    folder = Path() if isinstance(kilde, bytes) else Path(kilde).parent
    made = make(_check(kilde), format, partial(read_asset, folder))
    if made.data is None:
        raise AvtalegenError(_message(made.diagnostics), made.diagnostics)
    return made.data


def _check(kilde: Kilde) -> Checked:
    if isinstance(kilde, bytes):
        return check(kilde, "avtale.yaml")
    return check(read(Path(kilde), LIMITS.bytes), os.fspath(kilde))


def _message(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return the first error in one line, and how many more there are."""
    errors = [d for d in diagnostics if has_errors([d])]
    first = errors[0]
    rest = f" (og {len(errors) - 1} til)" if len(errors) > 1 else ""
    return f"{first.span.file}:{first.span.line}:{first.span.column}: {first.message}{rest}"
