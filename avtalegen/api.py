"""avtalegen for other programs: read an agreement, validate it, make the document."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from avtalegen.dokument.bestilling import Bestilling, Papir, les_dokument, les_møte, les_år
from avtalegen.dokument.formater import FORMATS, PDF_STANDARDER
from avtalegen.dokument.maler import INGEN
from avtalegen.flyt import Checked, check, make
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity, Span, has_errors
from avtalegen.henting import MOST_BYTES
from avtalegen.lesing import LIMITS
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.regler import Valg
from avtalegen.samling.filer import asset_size, read, read_asset
from avtalegen.samling.malmappe import read_templates
from avtalegen.samling.repository import Repository

if TYPE_CHECKING:
    from avtalegen.utgaver.endringer.notat import Endret

__all__ = ["Avtale", "AvtalegenError", "Diagnostic", "Severity", "Span", "lag", "les", "valider"]

Avtalefil = str | os.PathLike[str] | bytes
"""A file by its name, or the content of one as bytes. As bytes, an agreement can't inherit from other files."""


def valider(kilde: Avtalefil, *, i_dag: date | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with an agreement, in the order of the file; empty when nothing is.

    The rules are held against the day `i_dag` (default: today) and nothing else: no `avtalegen.toml` is read. Comments
    that ignore findings count. Raises `AvtalegenError` when the file can't be read.
    """
    return _check(kilde, i_dag or date.today()).diagnostics


def les(kilde: Avtalefil) -> Avtale:
    """Return the agreement in a file: a Pydantic model whose fields are named as the keys in the YAML.

    `model_dump(exclude_none=True)` makes it data that `Avtale.model_validate` reads as the same agreement, and that
    can be written as YAML.

    Raises `AvtalegenError` when the file can't be read, and with the findings in `diagnostics` when it isn't as the
    format says. Whatever else may be wrong with it, `valider` tells.
    """
    checked = _check(kilde)
    if checked.avtale is None:
        raise AvtalegenError(_message(checked.diagnostics), checked.diagnostics)
    return checked.avtale


def lag(
    kilde: Avtalefil,
    format: str = "docx",
    *,
    dokument: str = "avtale",
    møte: int | date | str | None = None,
    år: int | str | None = None,
    målform: str | None = None,
    kommune: str | None = None,
    endret_fra: Avtalefil | None = None,
    med_kilde: bool = True,
    pdf_standard: str = PDF_STANDARDER[0],
    signaturfelt: bool = False,
    i_dag: date | None = None,
    maler: str | os.PathLike[str] | None = None,
) -> bytes:
    """Return a document of an agreement, `format` being one of `formater.FORMATS`.

    `dokument` is one of `bestilling.Papir`: the agreement, or a paper of politirådet. `møte` says which meeting an
    innkalling or a referat is for, by its number in the plan or its date («17.9.2026»), and `år` which year a møteplan
    is for.
    `kommune` is the one of several that the meeting is in, where each has a politiråd of its own.
    `endret_fra` is the agreement, or a document with it, that a saksframlegg tells the changes from; without it, the
    file that the agreement names under `erstatter`.
    `målform` is «bokmål» or «nynorsk»; without it, the agreement's own. The YAML files, comments and all, go along
    unseen in an agreement as docx and html unless `med_kilde` is False, and in a PDF when `pdf_standard` is «a-3a».
    `signaturfelt` gives a PDF invisible fields to sign in (the extra `signaturfelt`).
    The rules are held against the day `i_dag` (default: today), as in `valider`; it also chooses the meeting and the
    year when nothing else does.
    `maler` is a folder of templates and styles to use instead of ours: with `nb`, `nn` and `stil` in it, as the one
    beside an `avtalegen.toml`.
    A coat of arms is read from the folder of the file that names it; from the current one when `kilde` is bytes.
    Raises `AvtalegenError` as `les` does, and when a rule finds an error, or a template or a file that the agreement
    names fails.
    """
    if format not in FORMATS:
        raise AvtalegenError(f"«{format}» er ikke et format. Velg blant: {', '.join(FORMATS)}.")
    papir = les_dokument(dokument)
    if papir is None:
        raise AvtalegenError(f"«{dokument}» er ikke et dokument. Velg blant: {', '.join(p.value for p in Papir)}.")
    if målform not in (None, *(m.value for m in Målform)):
        raise AvtalegenError(f"«{målform}» er ikke en målform. Velg blant: {', '.join(m.value for m in Målform)}.")
    if pdf_standard not in PDF_STANDARDER:
        raise AvtalegenError(f"«{pdf_standard}» er ikke en PDF-standard. Velg blant: {', '.join(PDF_STANDARDER)}.")
    if møte is not None and les_møte(møte) is None:
        raise AvtalegenError(
            f"«{møte}» er verken et møtenummer eller en dato. Skriv for eksempel 2 eller «20.11.2026»."
        )
    if år is not None and les_år(år) is None:
        raise AvtalegenError(f"«{år}» er ikke et år. Skriv for eksempel 2027.")
    bestilling = Bestilling(
        format,
        Målform(målform) if målform else None,
        dokument=papir,
        møte=les_møte(møte),
        år=les_år(år),
        kommune=kommune,
        med_kilde=med_kilde,
        pdf_standard=pdf_standard,
        signaturfelt=signaturfelt,
    )
    egne = INGEN if maler is None else read_templates(Path(maler), os.fspath(maler))
    checked = _check(kilde, i_dag or date.today())
    made = make(checked, bestilling, read_asset, egne, endret=_endret(checked, bestilling, endret_fra))
    if made.data is None:
        raise AvtalegenError(_message(made.diagnostics), made.diagnostics)
    return made.data


def _endret(checked: Checked, bestilling: Bestilling, fra: Avtalefil | None) -> Endret | None:
    """Return what tells a saksframlegg what has changed since the earlier agreement; None when that isn't known."""
    if bestilling.dokument is not Papir.SAKSFRAMLEGG or checked.avtale is None:
        return None
    from avtalegen.utgaver import lest  # as most of what is only for this paper
    from avtalegen.utgaver.endringer.notat import for_papirer

    if fra is None:
        gammel = lest.tidligere(checked, read_asset, Repository(checked.source.file))
        return for_papirer(gammel, checked.avtale) if gammel else None
    navn = "avtale.yaml" if isinstance(fra, bytes) else os.fspath(fra)
    data = fra if isinstance(fra, bytes) else read(Path(fra), MOST_BYTES)
    gammel = lest.les_utgave(data, navn, None if isinstance(fra, bytes) else Repository(navn)).avtale
    assert gammel is not None
    return for_papirer(gammel, checked.avtale)


def _check(kilde: Avtalefil, i_dag: date | None = None) -> Checked:
    """Read an agreement, and with `i_dag` hold it against the rules."""
    file = "avtale.yaml" if isinstance(kilde, bytes) else os.fspath(kilde)
    valg = Valg(i_dag, filstørrelse=asset_size) if i_dag else None
    if isinstance(kilde, bytes):
        return check(kilde, file, valg)
    return check(read(Path(kilde), LIMITS.bytes), file, valg, Repository(file))


def _message(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return the first error in one line, and how many more there are."""
    errors = [d for d in diagnostics if has_errors([d])]
    first = errors[0]
    rest = f" (og {len(errors) - 1} til)" if len(errors) > 1 else ""
    return f"{first.span.file}:{first.span.line}:{first.span.column}: {first.message}{rest}"
