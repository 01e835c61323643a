"""From an `Avtale` to a `Document`: which sections there are and what they say.

The text is in `maler/<language>/*.md.j2`, the order of the sections in `maler/struktur.yaml`. A template sees the
agreement under the same names as in the YAML. Whatever it prints of a value is held out of the Markdown (see
`markdown.Values`), so a value never changes the structure of the document.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined, TemplateError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from avtalegen import register
from avtalegen.diagnostic import AvtalegenError, Diagnostic, Severity, Span
from avtalegen.document import Block, Document, Heading, Link, Picture, Signature, Signatures, Text
from avtalegen.egne_maler import INGEN, Maler
from avtalegen.markdown import Values, blocks, clean, local_blocks
from avtalegen.merknader import notes
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.felles import Rolle
from avtalegen.modell.former import Målform, Part, Status
from avtalegen.modell.parter import Kommune
from avtalegen.modell.tid import Tidsrom
from avtalegen.resources import MALER, read_yaml
from avtalegen.sprak import Språk

MALFEIL = {"MAL001": "feil-i-mal"}
"""Code and name of the findings this module gives: they are about a template, not about the agreement."""

_MÅLFORMER = {Målform.BOKMÅL: "nb", Målform.NYNORSK: "nn"}


# What an expression in a template can end in.
_STOPPED = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


class Composed(NamedTuple):
    """A document, or None and the findings that stood in the way."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


class Kommunevisning(NamedTuple):
    """A kommune as a template sees it: the name from the register beside what the agreement says."""

    navn: str
    fullt_navn: str
    data: Kommune


def compose(
    avtale: Avtale, picture: Picture | None = None, findings: Sequence[Diagnostic] = (), egne: Maler = INGEN
) -> Composed:
    """Make the document of an agreement, in the agreement's own language, with `findings` as notes.

    A template in `egne` is used instead of ours with the same name.
    """
    språkkode = _MÅLFORMER[avtale.avtale.målform]
    if unknown := tuple(_unknown(egne)):
        return Composed(None, unknown)
    environment = _environment(språkkode, egne)
    view = _view(avtale, environment.språk)
    found: list[Block] = []
    try:
        for navn, fil in _struktur().items():
            found += _section(environment, navn, fil, view)
            for number, eget in enumerate(avtale.lokale_avsnitt):
                if eget.etter.value == navn:
                    id_ = f"eget-{number + 1}"
                    found.append(Heading(id_, 1, (Text(clean(eget.overskrift)),)))
                    found += local_blocks(eget.tekst, id_, below=1)
    except (TemplateError, *_STOPPED) as error:
        return Composed(None, (_template_diagnostic(error),))
    document = _document(avtale, environment.språk, view, tuple(found), picture)
    return Composed(replace(document, notes=notes(findings, avtale, found)), ())


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with our filters. A name that doesn't exist is an error."""

    def __init__(self, språk: Språk, folder: Path, egne: Maler) -> None:
        def own(navn: str) -> tuple[str, str, None] | None:
            text = egne.tekst(folder.name, navn)
            return None if text is None else (text, egne.sti(folder.name, navn), None)

        super().__init__(
            loader=ChoiceLoader([FunctionLoader(own), FileSystemLoader(folder, encoding="utf-8")]),
            undefined=StrictUndefined,
            finalize=_hold,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.språk = språk
        self.filters |= {
            name: getattr(språk, name)
            for name in vars(Språk)
            if not name.startswith("_") and callable(vars(Språk)[name])
        }
        self.filters["underskrifter"] = _signatures

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        # What these make is text with marks in it, and it would be taken for a value in its turn.
        for node in tree.find_all((nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)):
            raise TemplateSyntaxError(
                "makro, call, filter og set med innhold kan ikke brukes her", node.lineno, name, filename
            )
        return tree


@pass_context
def _hold(context: Context, value: object) -> str:
    """Hold what a template prints, and return the mark that stands in for it."""
    if value is None:
        raise UndefinedError("verdien er ikke oppgitt i avtalen, spør med «if» først")
    if isinstance(value, StrictUndefined):
        return str(value)
    if isinstance(value, Enum):
        value = value.value
    held = value if isinstance(value, str | Link | Signatures) else str(value)
    values: Values = context["_verdier"]
    return values.hold(held)


@lru_cache(maxsize=4)
def _environment(språkkode: str, egne: Maler = INGEN) -> _Environment:
    folder = MALER / språkkode
    if not folder.is_dir():
        raise AvtalegenError(f"Det finnes ikke maler for språket «{språkkode}» i denne utgaven av avtalegen.")
    return _Environment(Språk(read_yaml(folder / "ord.yaml")), folder, egne)


def _unknown(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each template of their own that would never be used."""
    for språk, navn, _ in egne.tekster:
        known = {path.name for path in (MALER / språk).glob("*.md.j2")}
        if navn not in known:
            near = get_close_matches(navn, known, n=1, cutoff=0.5)
            hint = f"Mente du «{near[0]}»?" if near else f"Gi den navnet til en av malene: {', '.join(sorted(known))}."
            yield Diagnostic(
                "MAL001",
                Severity.FEIL,
                f"avtalegen har ingen mal som heter «{navn}», så denne blir ikke brukt.",
                Span(egne.sti(språk, navn), 1, 1, 1, 1),
                hint,
            )


@lru_cache(maxsize=1)
def _struktur() -> dict[str, str]:
    avsnitt: dict[str, str] = read_yaml(MALER / "struktur.yaml")["avsnitt"]
    return avsnitt


def _section(environment: _Environment, navn: str, fil: str, view: dict[str, Any]) -> tuple[Block, ...]:
    """Return the blocks of a section; none when it has nothing but headings to say."""
    values = Values()
    text = environment.get_template(f"{fil}.md.j2").render(view, _verdier=values)
    if not text.strip():
        return ()
    made = blocks(text, values, navn)
    return made if any(not isinstance(block, Heading) for block in made) else ()


def _view(avtale: Avtale, språk: Språk) -> dict[str, Any]:
    """Return what the templates see: the agreement's own parts, and the words that depend on how many there are."""
    view = {felt.nøkkel: getattr(avtale, felt.navn) for felt in avtale.felter.values()}
    kommuner = tuple(_kommune(k) for k in avtale.parter.kommuner)
    view["kommuner"] = kommuner
    view["øvrige_parter"] = tuple(filter(None, (avtale.parter.fylkeskommune, *avtale.parter.andre)))
    view["flere_kommuner"] = len(kommuner) > 1
    view["kommunenavn"] = _kommunenavn(kommuner, språk)
    view["distrikt"] = _distrikt(avtale, språk)
    kontakter = sum(k.antall or len(k.navn) or 1 for k in avtale.politikontakt)
    # The police are the party that is always there besides: three parties or more when the rest are several.
    øvrige = len(kommuner) + len(view["øvrige_parter"])
    for hva, antall in (("kommune", len(kommuner)), ("politikontakt", kontakter), ("part", øvrige)):
        view |= {ord_: former[antall > 1] for ord_, former in språk.ord["entall_flertall"][hva].items()}
    return view


def _kommune(data: Kommune) -> Kommunevisning:
    kjent = register.kommune(data.kommunenummer)
    betegnelse = kjent.betegnelse if kjent else "kommune"
    navn = kjent.navn if kjent else data.kommunenummer
    # A kommune with several official names is called what the agreement calls it.
    if data.navn and (kjent is None or kjent in register.kommuner_med_navn(data.navn)):
        navn = data.navn.removesuffix(f" {betegnelse}")
    return Kommunevisning(navn, f"{navn} {betegnelse}", data)


def _kommunenavn(kommuner: tuple[Kommunevisning, ...], språk: Språk) -> str:
    """Return «Flakstad kommune», «Flå, Gol og Hol kommuner» or «Voss herad og Vaksdal kommune»."""
    felles = [k.navn for k in kommuner if k.fullt_navn == f"{k.navn} kommune"]
    if len(kommuner) > 1 and len(felles) == len(kommuner):
        return f"{språk.liste(felles)} {språk.ord['kommuner']}"
    return språk.liste(k.fullt_navn for k in kommuner)


def _distrikt(avtale: Avtale, språk: Språk) -> str:
    skrevet = avtale.parter.politi.distrikt
    kjent = register.politidistrikt(skrevet)
    if kjent is None:
        return skrevet
    return kjent.navn_nynorsk if språk.kode == "nn" else kjent.navn


@pass_context
def _signatures(context: Context, signaturer: tuple[Signatur, ...]) -> Signatures:
    """Return the places to sign: those that the agreement names, otherwise one for each party."""
    kommuner: tuple[Kommunevisning, ...] = context["kommuner"]
    politi: str = context["distrikt"]
    made: list[tuple[str, Signatur | Rolle | None]]
    if signaturer:
        made = [(_on_behalf_of(s, kommuner, politi), s) for s in signaturer]
    else:
        made = [(k.fullt_navn, k.data.leder) for k in kommuner]
        made += [(politi, context["parter"].politi.leder), *((part.navn, None) for part in context["øvrige_parter"])]
    språk: Språk = context.environment.språk  # type: ignore[attr-defined]
    labels = språk.ord["underskrift"]
    return Signatures(
        "signaturer",
        tuple(
            Signature(
                f"signatur-{number}",
                clean(for_),
                clean(person.navn) if person and person.navn else None,
                clean(person.tittel) if person and person.tittel else None,
                språk.dato(person.dato) if isinstance(person, Signatur) and person.dato else None,
            )
            for number, (for_, person) in enumerate(made, start=1)
        ),
        labels["sted"],
        labels["dato"],
        labels["underskrift"],
    )


def _on_behalf_of(signatur: Signatur, kommuner: tuple[Kommunevisning, ...], politi: str) -> str:
    if signatur.for_:
        return signatur.for_
    if signatur.part is Part.POLITIET:
        return politi
    return kommuner[0].fullt_navn if signatur.part is Part.KOMMUNEN and len(kommuner) == 1 else ""


def _document(
    avtale: Avtale, språk: Språk, view: dict[str, Any], content: tuple[Block, ...], picture: Picture | None
) -> Document:
    ord_, data = språk.ord, avtale.avtale
    øvrige = [part.navn for part in view["øvrige_parter"]]
    parter = språk.liste([view["kommunenavn"], view["distrikt"], *øvrige])
    enhet = avtale.parter.politi.enhet
    politi = f"{view['distrikt']} {ord_['ved']} {enhet}" if enhet else view["distrikt"]
    return Document(
        language=språk.kode,
        title=clean(data.tittel or ord_["tittel"]),
        subtitle=clean(data.undertittel) if data.undertittel else None,
        author=clean(parter),
        subject=ord_["tittel"],
        date=(data.dato.isoformat() if data.dato else None),
        header=clean(parter),
        page_label=ord_["side"],
        facts=tuple(
            (ord_["forside"][label], clean(text))
            for label, text in _facts(avtale, språk, [view["kommunenavn"], politi, *øvrige])
        ),
        blocks=content,
        mark=ord_.get(data.status.value) if data.status in (Status.UTKAST, Status.OPPHEVET) else None,
        picture=picture,
    )


def _facts(avtale: Avtale, språk: Språk, parter: list[str]) -> Iterator[tuple[str, str]]:
    data, periode = avtale.avtale, avtale.periode
    yield "parter", språk.liste(parter)
    if periode:
        varighet = [språk.varighet(periode.varighet)] if periode.varighet else []
        tidsrom = [språk.tidsrom(Tidsrom(periode.fra, periode.til))] if periode.fra or periode.til else []
        deler = [" ".join(varighet + tidsrom)] if varighet or tidsrom else []
        deler += [språk.ord["løpende"]] if periode.løpende else []
        if deler:
            yield "periode", språk.stor(", ".join(deler))
    if data.dato:
        yield "dato", språk.dato(data.dato)
    if data.saksnummer:
        yield "saksnummer", data.saksnummer
    yield "status", språk.ord["status"][data.status.value]


def _template_diagnostic(error: Exception) -> Diagnostic:
    """Return the finding for a template that failed, at the line that failed."""
    file, line = "maler", 1
    if isinstance(error, TemplateSyntaxError):
        file, line, what = error.filename or error.name or file, error.lineno, error.message or "feil i malen"
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".j2"):
                file, line = frame.filename, frame.lineno or 1
        what = str(error)
    if isinstance(error, TemplateNotFound):
        message, hint = f"Malen «{error.name}» finnes ikke.", "Legg filen i mappen maler, eller rett navnet."
    elif isinstance(error, SecurityError):
        message, hint = (
            "Malen bruker noe som ikke er tillatt i maler.",
            "Bruk bare feltene i avtalen og filtrene i CONTRIBUTING.",
        )
    elif isinstance(error, UndefinedError):
        message, hint = (
            f"Malen bruker et navn som ikke finnes: {what}.",
            "Rett navnet. Feltene heter det samme som i YAML-filen.",
        )
    elif isinstance(error, RecursionError):
        message, hint = "Malen henter inn seg selv.", "Fjern den «include» som går i ring."
    else:
        message, hint = f"Malen kan ikke leses: {what}.", "Rett linjen."
    return Diagnostic("MAL001", Severity.FEIL, message, Span(file, line, 1, line, 1), hint)
