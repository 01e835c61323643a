"""From an `Avtale` to a `Document`: its sections one by one, and what stands around them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from avtalegen.dokument.innhold import Block, Document, Heading, Picture, Text
from avtalegen.dokument.maler import INGEN, MALER, Maler
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.komponering.forside import facts, short_headers
from avtalegen.komponering.mal import filtre
from avtalegen.komponering.mal.egne_maler import objections
from avtalegen.komponering.mal.grenser import NotAllowedError, TooMuchError, Work
from avtalegen.komponering.mal.lokal import Lokalt
from avtalegen.komponering.mal.malfeil import STOPPED, template_diagnostic
from avtalegen.komponering.mal.sandbox import Environment, environment
from avtalegen.komponering.mal.view import view
from avtalegen.komponering.markdown.blokker import blocks, local_blocks
from avtalegen.komponering.markdown.verdier import Values, printable
from avtalegen.komponering.noter import Steder, by_key, notes
from avtalegen.komponering.spor.avtale import sporet
from avtalegen.komponering.spor.blokker import løsnet, med_spor
from avtalegen.komponering.spor.sporing import rute_til
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.komponering.sprak.overskrift import som_overskrift
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import dagen
from avtalegen.modell.former import Målform, Status


class Composed(NamedTuple):
    """A document, or None and the findings that stood in the way. `gjelder` is as in `papirer.Papirdata`.

    `steder` says which value each piece of its text shows, when somebody has asked for it.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    gjelder: str = ""
    steder: Steder | None = None


def compose(
    avtale: Avtale,
    picture: Picture | None = None,
    findings: Sequence[Diagnostic] = (),
    egne: Maler = INGEN,
    målform: Målform | None = None,
    *,
    spor: bool = False,
    avsnitt: Container[str] | None = None,
) -> Composed:
    """Make the document of an agreement, with `findings` as notes; with only some of its sections (`avsnitt`).

    The fixed text is in `målform` (None: the agreement's own). A template in `egne` is used instead of ours with the
    same name. With `spor` or findings it is told which value each piece of the text shows; the document is the same.
    """
    if wrong := objections(egne):
        return Composed(None, wrong)
    spor = spor or bool(findings)
    avtale, lokalt = lest(avtale, målform, spor=spor)
    maler = environment(lokalt.målform.språkkode, egne, spor=spor)
    seen = view(avtale, maler.språk) | {filtre.WORK: Work()}
    found: list[Block] = []
    try:
        for navn, fil in struktur()["avsnitt"].items():
            if avsnitt is not None and navn not in avsnitt:
                continue
            found += section(maler, navn, fil, seen, lokalt)
            for number, eget in enumerate(avtale.lokale_avsnitt):
                if eget.etter.value == navn:
                    id_ = f"eget-{number + 1}"
                    title = printable(som_overskrift(eget.overskrift, f"{seen['kommunenavn']} {seen['distrikt']}"))
                    found.append(Heading(id_, 1, (Text(lokalt.shown(title)),), language=lokalt.language(title)))
                    text = local_blocks(lokalt.shown(eget.tekst), id_, 1, lokalt.language(printable(eget.tekst)))
                    found += med_spor(text, rute) if (rute := rute_til(eget.tekst)) else text
    except STOPPED as error:
        return Composed(None, (template_diagnostic(error, seen, egne.texts),))
    document = document_of(avtale, maler.språk, seen, tuple(found), picture)
    document = replace(
        document,
        title=lokalt.shown(document.title),
        subtitle=document.subtitle and lokalt.shown(document.subtitle),
        facts=tuple((label, lokalt.shown(text)) for label, text in document.facts),
        title_language=lokalt.language(document.title),
        subtitle_language=lokalt.language(document.subtitle or ""),
    )
    if not spor:
        return Composed(document, ())
    steder = Steder(document.blocks, løsnet(document), _sections(maler))
    return Composed(replace(document, notes=notes(findings, steder)) if findings else document, (), steder=steder)


def lest(avtale: Avtale, målform: Målform | None, *, spor: bool) -> tuple[Avtale, Lokalt]:
    """Return the agreement as the templates are to have it, and those of its texts that are shown in another way."""
    avtale, tekster = sporet(avtale) if spor else (avtale, None)
    return avtale, Lokalt(avtale, målform, tekster)


@lru_cache(maxsize=4)
def _sections(maler: Environment) -> dict[str, str]:
    return by_key({navn: maler.names(f"{fil}.md.j2") for navn, fil in struktur()["avsnitt"].items()})


def unreadable(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each template in `egne` that can't be read, whatever agreement it would be used for."""
    for språk, navn, _ in egne.tekster:
        if navn.endswith(".md.j2"):
            try:
                environment(språk, egne).get_template(navn)
            except STOPPED as error:
                yield template_diagnostic(error)


@lru_cache(maxsize=1)
def struktur() -> dict[str, Any]:
    """Return `maler/struktur.yaml`: the sections of the agreement and of the papers, in order."""
    return read_yaml(MALER / "struktur.yaml")


def section(maler: Environment, navn: str, fil: str, seen: dict[str, Any], lokalt: Lokalt) -> tuple[Block, ...]:
    """Return the blocks of a section; none when it has nothing but headings to say."""
    made = written(maler, navn, fil, seen, lokalt)
    return made if any(not isinstance(block, Heading) for block in made) else ()


def written(
    maler: Environment, navn: str, fil: str, seen: dict[str, Any], lokalt: Lokalt, *, front: bool = False
) -> tuple[Block, ...]:
    """Return the blocks that a template writes; `front`: that of a paper."""
    values = Values(lokalt or None)
    template = maler.get_template(f"{fil}.md.j2")
    text = template.render(seen, _verdier=values)
    if not text.strip():
        return ()
    try:
        if maler.bounded:
            seen[filtre.WORK].write(text)
        return blocks(text, values, navn, maler.språk, front=front)
    except TooMuchError as error:
        message = Begge(
            "Malen skriver mer enn noen avtale trenger, og ble stoppet.",
            "Malen skriv meir enn nokon avtale treng, og blei stoppa.",
        )
        hint = Begge("Gjør teksten kortere.", "Gjer teksten kortare.")
        raise NotAllowedError(message, 1, template.name, template.filename, hint) from error
    except ValueError as error:
        message = Begge(
            "Malen skriver Markdown eller underskrifter midt i et avsnitt, og de må stå for seg.",
            "Malen skriv Markdown eller underskrifter midt i eit avsnitt, og dei må stå for seg.",
        )
        hint = Begge("Sett en tom linje før og etter verdien.", "Set ei tom linje før og etter verdien.")
        raise NotAllowedError(message, 1, template.name, template.filename, hint) from error


def document_of(
    avtale: Avtale, språk: Språk, seen: dict[str, Any], content: tuple[Block, ...], picture: Picture | None
) -> Document:
    """Put a document together of its sections, with what stands in front of and around them."""
    ord_, data = språk.ord, avtale.avtale
    øvrige = [part.navn for part in seen["også_parter"]]
    parter = språk.liste([seen["kommunenavn"], seen["distrikt"], *øvrige], komma=False)
    mark = ord_.get(data.status.value) if data.status in (Status.UTKAST, Status.OPPHEVET) else None
    front = facts(avtale, språk, marked=mark is not None)
    return Document(
        language=språk.kode,
        title=printable(data.tittel or ord_["tittel" if seen["kommuner"] else "tittel_fylkeskommune"]),
        subtitle=printable(data.undertittel) if data.undertittel else None,
        author=printable(parter),
        subject=ord_["tittel"],
        date=dag.isoformat() if (dag := dagen(data.dato)) else None,
        header=printable(parter),
        page_label=ord_["side"],
        facts=tuple((ord_["forside"][label], printable(text)) for label, text in front),
        blocks=content,
        mark=mark,
        picture=picture,
        short_headers=tuple(short_headers(språk, seen)),
        first_header=False,
    )
