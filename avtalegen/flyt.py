"""The order of the phases, in one place: read, validate, compose, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Related, Severity, Span, has_errors, in_order
from avtalegen.funn.talte import talt
from avtalegen.funn.utvalg import ALT, STRENGT, Oppsett, Utvalg, velg
from avtalegen.lesing import Node, Source, locate, parse
from avtalegen.lesing.arv import KEY, Files, merge
from avtalegen.lesing.fortalt import fortalt, målform_i, uten_fødselsnummer
from avtalegen.lesing.kildefiler import Recorder, attachments
from avtalegen.lesing.validering import MISSING, TOO_MANY, Built, build
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform, Status
from avtalegen.register.personnummer import har_elleve_sifre
from avtalegen.regler import Kontekst, Valg, hviler, kjør, koder, regler

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Document, Picture
    from avtalegen.funn.kommentarer import Comment
    from avtalegen.komponering import Composed
    from avtalegen.komponering.noter import Steder
    from avtalegen.komponering.papirer import Endret
    from avtalegen.skrivere.segl import State

    Kept = dict[Bestilling, Composed]

FILFEIL = {"FIL001": "fil-kan-ikke-brukes"}
"""Code and name of the findings about files that the YAML names."""


class Checked(NamedTuple):
    """A file read: its text, the agreement if it could be read as one, and everything found wrong with it.

    The tree in `source` has what the agreement inherits; `texts` holds the text of each file that it comes from.
    `suppressed` holds the findings that a comment in the file turns off. `kontekst` is what the rules looked at, None
    when they could not. `files` holds the bytes of the same files, its own first.
    """

    source: Source
    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = MappingProxyType({})
    suppressed: tuple[Diagnostic, ...] = ()
    kontekst: Kontekst | None = None
    files: Mapping[str, bytes] = MappingProxyType({})

    @property
    def signed(self) -> bool:
        """Whether it is an agreement that the parties have signed."""
        return self.avtale is not None and self.avtale.avtale.status is Status.SIGNERT


class Made(NamedTuple):
    """A finished file and the document it was written from, or None and the findings that stood in the way.

    `gjelder` tells a paper from others of its kind: the date of the meeting, or the year; "" otherwise. `steder` says
    where in the document the values of the YAML stand, when the order asks for it.
    """

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document | None = None
    gjelder: str = ""
    steder: Steder | None = None


def check(
    data: bytes | str,
    file: str,
    valg: Valg | None = None,
    files: Files | None = None,
    oppsett: Oppsett = ALT,
    målform: Målform | None = None,
    *,
    forslag: bool = True,
    alle: bool = False,
) -> Checked:
    """Read and validate one file, and with `valg` hold it against the rules.

    `file` is its name in the findings; `files` finds and reads those that it inherits from; `oppsett` says which of the
    findings of the rules count, and how much. They are told in `målform`; without it, in that of the agreement. Without
    `forslag` the proposals may be left out, for whoever only counts them. Of hundreds of a kind the rest are only
    counted (`talt`), but not with `alle`. Never raises for what is in the files.
    """
    lest = source = parse(data, file)
    told = None
    if source.root is None:
        from avtalegen.lesing.videre import read_on  # hardly any file has a line that is no YAML

        lest, told = read_on(source)
    if lest.root is None:
        found = fortalt(talt(lest.diagnostics, alle), målform, None, source.text)
        return Checked(source, None, tuple(map(uten_fødselsnummer, found)))
    recorder = Recorder(files) if files else None
    merged = merge(lest, recorder)
    built = build(merged.root, file)
    found = [*lest.diagnostics, *merged.diagnostics]
    found += (d for d in built.diagnostics if merged.complete or d.code != MISSING)
    found = [*filter(told, found)]
    suppressed: list[Diagnostic] = []
    kontekst = read = None
    if valg is not None and merged.complete:
        texts = {**merged.texts, file: source.text}
        if built.avtale is not None:
            kontekst = Kontekst(built.avtale, built.root, file, valg, texts)
            held = _Held(built.avtale, kjør(kontekst), hviler(kontekst))
        else:
            held = _in_part(built, file, valg, texts)
        found += (_for(file, built.root, d) for d in filter(told, held.found))
        if oppsett.streng and held.avtale is not None and held.avtale.avtale.status is Status.SIGNERT:
            oppsett = oppsett._replace(alvorlighet=(*oppsett.alvorlighet, STRENGT))
        found, suppressed = sort_out(found, oppsett, texts, file, held.resting)
        read = held.avtale
    avtale = None if has_errors(found) else built.avtale
    source = source if told else source._replace(root=built.root)
    raw = {file: data.encode(errors="surrogatepass") if isinstance(data, str) else data}
    raw |= recorder.read_files if recorder else {}
    found, suppressed = (talt(in_order(noen), alle) for noen in (found, suppressed))
    if found and read is not None and (forslag or any(d.span.file != file for d in found)):
        found = [*_with_proposals(found, built, read, source.text)]  # by all that is said, what is inherited is known
    found, suppressed = (fortalt(noen, målform, built.root, source.text, merged.texts) for noen in (found, suppressed))
    if any(map(har_elleve_sifre, (source.text, *merged.texts.values()))):
        found, suppressed = [*map(uten_fødselsnummer, found)], [*map(uten_fødselsnummer, suppressed)]
    return Checked(source, avtale, tuple(found), merged.texts, tuple(suppressed), kontekst, raw)


class _Held(NamedTuple):
    """An agreement, or what could be read of it, held against the rules: what they found, and the codes that rest."""

    avtale: Avtale | None
    found: Iterable[Diagnostic]
    resting: Iterable[str]


def _in_part(built: Built, file: str, valg: Valg, texts: Mapping[str, str]) -> _Held:
    """Hold what could be read of a file with errors against the rules."""
    from avtalegen.lesing.delvis import read_in_part  # as most of what is only for files with errors
    from avtalegen.modell.lokaltekst import skrevet
    from avtalegen.regler.delvis import kjør_delvis, uten_ord

    delvis = None if built.diagnostics[-1:] and built.diagnostics[-1].code == TOO_MANY else read_in_part(built.root)
    if delvis is None:
        return _Held(None, (), koder())
    kontekst = uten_ord(delvis, skrevet(delvis.avtale), built.root, file, valg, texts)
    # A comment may be about what could not be read: none of them is called needless before all of it can be.
    return _Held(delvis.avtale, kjør_delvis(kontekst, regler().values()), koder())


def sort_out(
    found: Iterable[Diagnostic], oppsett: Oppsett, texts: Mapping[str, str], file: str, resting: Iterable[str] = ()
) -> Utvalg:
    """Return which findings are shown and which are turned off (`velg`), by comments in the files among others."""
    return velg(found, oppsett, texts, file, resting, comments=_comments, kjente=koder)


def _comments(text: str) -> Iterator[Comment]:
    from avtalegen.lesing.comments import comments  # hardly any file turns findings off

    return comments(text)


def _with_proposals(found: Iterable[Diagnostic], built: Built, read: Avtale, text: str) -> Iterable[Diagnostic]:
    from avtalegen.forslag.i_funn import med_forslag  # an agreement with nothing wrong needs no proposals

    return med_forslag(found, built.root, read, read.avtale.målform if built.avtale else målform_i(built.root, text))


def _for(file: str, root: Node, found: Diagnostic) -> Diagnostic:
    """Add to a rule's finding about an inherited value which agreement it was that the rule looked at."""
    if found.span.file == file or found.route is None:
        return found
    heir = Related(locate(file, root, (KEY,)), Begge("avtalen som arver dette", "avtalen som arvar dette"))
    return found._replace(related=(*found.related, heir))


def make(
    checked: Checked,
    bestilling: Bestilling,
    read_asset: Callable[[str, str], bytes],
    egne: Maler = INGEN,
    kept: Kept | None = None,
    endret: Endret | None = None,
) -> Made:
    """Make a document of a checked agreement; `egne` are templates and styles to use instead of ours.

    Who makes several of the same agreement gives the same `kept` each time: what only the format tells apart is
    composed once.

    A paper about a meeting is about the one that follows from the day that the rules were held against, unless
    `bestilling` says which. Was there no such day, it is the first of the plan, for a referat the last.

    `endret` tells a saksframlegg what has changed since the earlier agreement.
    `read_asset` takes the file that names another one, and the name; it returns the content, and raises
    `AvtalegenError` if it can't.
    """
    if checked.avtale is None:
        return Made(None, checked.diagnostics)
    # Only `lag` writes documents; `valider` should not wait for what it never uses.
    from avtalegen.skrivere import objections, write

    kept = {} if kept is None else kept
    composed = kept.get(bestilling.innhold)
    if composed is None:
        composed = kept[bestilling.innhold] = _composed(checked, checked.avtale, bestilling, read_asset, egne, endret)
    if composed.document is None:
        return Made(None, _told(checked, *composed.diagnostics))
    document = composed.document
    if document.date is None and bestilling.dato is not None:
        document = replace(document, date=bestilling.dato.isoformat())
    if bestilling.bærer_kilden:
        document = replace(document, sources=attachments(checked.files))
    if bestilling.signaturfelt:
        document = replace(document, signature_fields=True)
    if wrong := tuple(objections(egne)):
        return Made(None, _told(checked, *wrong))
    try:
        data = write(document, bestilling.format, egne)
    except AvtalegenError as error:
        if not error.diagnostics:
            raise
        return Made(None, _told(checked, *error.diagnostics))
    return Made(data, composed.diagnostics, document, composed.gjelder, composed.steder)


def _composed(
    checked: Checked,
    avtale: Avtale,
    bestilling: Bestilling,
    read_asset: Callable[[str, str], bytes],
    egne: Maler,
    endret: Endret | None,
) -> Composed:
    from avtalegen.komponering import Composed, compose

    try:
        picture = _picture(checked, read_asset)
    except AvtalegenError as error:
        return Composed(None, _told(checked, _asset_diagnostic(_picture_span(checked), error)))
    if bestilling.dokument is not Papir.AVTALE:
        return _paper(checked, avtale, bestilling, picture, egne, endret)
    findings = checked.diagnostics if bestilling.med_funn else ()
    return compose(avtale, picture, findings, egne, bestilling.målform, spor=bestilling.spor)


def _paper(
    checked: Checked,
    avtale: Avtale,
    bestilling: Bestilling,
    picture: Picture | None,
    egne: Maler,
    endret: Endret | None,
) -> Composed:
    """Compose one of the other papers. The day that the rules were held against chooses the meeting."""
    from avtalegen.komponering import Composed
    from avtalegen.komponering.papir import compose_papir
    from avtalegen.komponering.papirer import Mangel, uten_råd

    i_dag = checked.kontekst.valg.i_dag if checked.kontekst else None
    missing = uten_råd(avtale, bestilling)
    composed = missing or compose_papir(avtale, bestilling, i_dag, picture, egne, endret=endret, spor=bestilling.spor)
    if isinstance(composed, Mangel):
        assert checked.source.root is not None
        span = locate(checked.source.file, checked.source.root, ("politiråd", "møter", "plan"))
        return Composed(None, _told(checked, Diagnostic("PAP001", Severity.FEIL, composed.melding, span, composed.råd)))
    return composed


def _told(checked: Checked, *found: Diagnostic) -> tuple[Diagnostic, ...]:
    return tuple(fortalt(found, None, checked.source.root, checked.source.text))


def _picture(checked: Checked, read_asset: Callable[[str, str], bytes]) -> Picture | None:
    from avtalegen.dokument.bilde import require_usable
    from avtalegen.dokument.innhold import Picture

    assert checked.avtale is not None
    våpen = checked.avtale.avtale.våpen
    if våpen is None:
        return None
    data = read_asset(_picture_span(checked).file, våpen.fil)
    require_usable(data)
    return Picture(data, våpen.alternativ_tekst)


def _picture_span(checked: Checked) -> Span:
    assert checked.source.root is not None
    return locate(checked.source.file, checked.source.root, ("avtale", "våpen", "fil"))


def _asset_diagnostic(span: Span, error: AvtalegenError) -> Diagnostic:
    hint = Begge(
        "Filen må ligge i samme mappe som YAML-filen eller i en mappe under den, og være PNG eller JPEG.",
        "Fila må liggje i same mappe som YAML-fila eller i ei mappe under ho, og vere PNG eller JPEG.",
    )
    return Diagnostic("FIL001", Severity.FEIL, error.message, span, hint)


def require_signature_fields() -> None:
    """Raise an `AvtalegenError` that says what to install, unless fields to sign in can be made."""
    from avtalegen.skrivere.pdf.signaturfelt import require

    require()


def wrong_with(egne: Maler) -> tuple[Diagnostic, ...]:
    """Return what is wrong with own templates and styles, as far as can be said without an agreement."""
    from avtalegen import komponering, skrivere

    found = [*komponering.objections(egne), *skrivere.objections(egne)]
    return tuple(in_order([*found, *komponering.unreadable(egne), *skrivere.tried(egne)]))


def same(one: bytes, other: bytes, format: str) -> bool:
    """Tell whether two files that are as avtalegen wrote them, are made of the same."""
    from avtalegen import skrivere

    return skrivere.same(one, other, format)


def is_signed(data: bytes, format: str) -> bool:
    """Tell whether a file that is as avtalegen wrote it, is an edition that the parties have signed."""
    from avtalegen import skrivere

    return skrivere.is_signed(data, format)


def state(data: bytes, format: str) -> State:
    """Tell of a file that exists whether it is as avtalegen wrote it, has been changed since, or never was ours."""
    from avtalegen import skrivere

    return skrivere.state(data, format)
