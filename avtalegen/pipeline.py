"""The order of the phases, in one place: read, validate, compose, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from avtalegen.arv import KEY, Files, merge
from avtalegen.bestilling import Bestilling
from avtalegen.diagnostic import AvtalegenError, Diagnostic, Related, Severity, Span, has_errors, in_order
from avtalegen.egne_maler import INGEN, Maler
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Status
from avtalegen.regler import Kontekst, Valg, kjør
from avtalegen.source import Node, Source, locate, parse
from avtalegen.utvalg import ALT, STRENGT, Oppsett, velg
from avtalegen.validation import MISSING, build

if TYPE_CHECKING:
    from avtalegen.document import Picture

FILFEIL = {"FIL001": "fil-kan-ikke-brukes"}
"""Code and name of the findings about files that the YAML names."""


class Checked(NamedTuple):
    """A file read: its text, the agreement if it could be read as one, and everything found wrong with it.

    The tree in `source` has what the agreement inherits; `texts` holds the text of each file that it comes from.
    `suppressed` holds the findings that a comment in the file turns off. `kontekst` is what the rules looked at, None
    when they could not.
    """

    source: Source
    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = MappingProxyType({})
    suppressed: tuple[Diagnostic, ...] = ()
    kontekst: Kontekst | None = None

    @property
    def signed(self) -> bool:
        """Whether it is an agreement that the parties have signed."""
        return self.avtale is not None and self.avtale.avtale.status is Status.SIGNERT


class Made(NamedTuple):
    """A finished file, or None and the findings that stood in the way."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]


def check(
    data: bytes | str, file: str, valg: Valg | None = None, files: Files | None = None, oppsett: Oppsett = ALT
) -> Checked:
    """Read and validate one file, and with `valg` hold it against the rules.

    `file` is its name in the findings; `files` finds and reads those that it inherits from; `oppsett` says which of the
    findings of the rules count, and how much. Never raises for what is in the files.
    """
    source = parse(data, file)
    if source.root is None:
        return Checked(source, None, source.diagnostics)
    merged = merge(source, files)
    built = build(merged.root, file)
    found = [*source.diagnostics, *merged.diagnostics]
    if merged.complete:
        found += built.diagnostics
    else:
        found += (d for d in built.diagnostics if d.code != MISSING)
    suppressed: list[Diagnostic] = []
    kontekst = None
    if built.avtale is not None and valg is not None and merged.complete:
        kontekst = Kontekst(built.avtale, merged.root, file, valg)
        found += (_for(file, merged.root, d) for d in kjør(kontekst))
        texts = {**merged.texts, file: source.text}
        if oppsett.streng and built.avtale.avtale.status is Status.SIGNERT:
            oppsett = oppsett._replace(alvorlighet=(*oppsett.alvorlighet, STRENGT))
        found, suppressed = velg(found, oppsett, texts, file, _resting(built.avtale, valg))
    avtale = None if has_errors(found) else built.avtale
    source = source._replace(root=merged.root)
    return Checked(source, avtale, tuple(in_order(found)), merged.texts, tuple(in_order(suppressed)), kontekst)


def _resting(avtale: Avtale, valg: Valg) -> Iterator[str]:
    """Give the rules that find nothing because nobody has asked for them, or because they look at several files."""
    yield "REP"
    if not valg.klar_for_signering and avtale.avtale.status is not Status.SIGNERT:
        yield "SIG"
    if valg.stavekontroll is None:
        yield "SPR104"
    if valg.filstørrelse is None:
        yield from ("SIG105", "SIG108")


def _for(file: str, root: Node, found: Diagnostic) -> Diagnostic:
    """Add to a rule's finding about an inherited value which agreement it was that the rule looked at."""
    if found.span.file == file:
        return found
    heir = Related(locate(file, root, (KEY,)), "avtalen som arver dette")
    return found._replace(related=(*found.related, heir))


def make(
    checked: Checked, bestilling: Bestilling, read_asset: Callable[[str, str], bytes], egne: Maler = INGEN
) -> Made:
    """Make a document of a checked agreement; `egne` are templates and styles to use instead of ours.

    `read_asset` takes the file that names another one, and the name; it returns the content, and raises
    `AvtalegenError` if it can't.
    """
    avtale = checked.avtale
    if avtale is None:
        return Made(None, checked.diagnostics)
    # Only `lag` writes documents; `valider` should not wait for what it never uses.
    from avtalegen.composing import compose
    from avtalegen.skrivere import objections, write

    try:
        picture = _picture(checked, read_asset)
    except AvtalegenError as error:
        return Made(None, (_asset_diagnostic(_picture_span(checked), error),))
    findings = checked.diagnostics if bestilling.med_funn else ()
    composed = compose(avtale, picture, findings, egne, bestilling.målform)
    if composed.document is None:
        return Made(None, composed.diagnostics)
    if wrong := tuple(objections(egne)):
        return Made(None, wrong)
    try:
        return Made(write(composed.document, bestilling.format, egne), composed.diagnostics)
    except AvtalegenError as error:
        if not error.diagnostics:
            raise
        return Made(None, error.diagnostics)


def _picture(checked: Checked, read_asset: Callable[[str, str], bytes]) -> Picture | None:
    from avtalegen.bilde import measure
    from avtalegen.document import Picture

    assert checked.avtale is not None
    våpen = checked.avtale.avtale.våpen
    if våpen is None:
        return None
    data = read_asset(_picture_span(checked).file, våpen.fil)
    measure(data)
    return Picture(data, våpen.alternativ_tekst)


def _picture_span(checked: Checked) -> Span:
    assert checked.source.root is not None
    return locate(checked.source.file, checked.source.root, ("avtale", "våpen", "fil"))


def _asset_diagnostic(span: Span, error: AvtalegenError) -> Diagnostic:
    hint = "Filen må ligge i samme mappe som YAML-filen eller i en mappe under den, og være PNG eller JPEG."
    return Diagnostic("FIL001", Severity.FEIL, str(error), span, hint)


def wrong_with(egne: Maler) -> tuple[Diagnostic, ...]:
    """Return what is wrong with own templates and styles, as far as can be said without an agreement."""
    from avtalegen import composing, skrivere

    found = [*composing.objections(egne), *skrivere.objections(egne)]
    return tuple(in_order([*found, *composing.unreadable(egne), *skrivere.tried(egne)]))


def edited(data: bytes, format: str) -> bool:
    """Tell whether a file that exists has been changed since avtalegen wrote it, or never was ours."""
    from avtalegen.skrivere import state

    return state(data, format) != "urørt"
