"""From an `Avtale` to one of the other papers of politirådet.

Each paper has the sections that `maler/struktur.yaml` names. The first of them is its front: a heading that is the
title, a paragraph that is the subtitle, and a list of facts («**Sted:** rådhuset»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.innhold import Block, Heading, Inline, Items, LineBreak, Paragraph, Picture
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.funn.begge import Begge
from avtalegen.komponering.mal import filtre
from avtalegen.komponering.mal.egne_maler import objections
from avtalegen.komponering.mal.grenser import NotAllowedError, Work
from avtalegen.komponering.mal.malfeil import STOPPED, template_diagnostic
from avtalegen.komponering.mal.sandbox import Environment, environment
from avtalegen.komponering.mal.view import view
from avtalegen.komponering.noter import Steder
from avtalegen.komponering.papirer import Endret, Mangel, samle
from avtalegen.komponering.papirer.kommunen import for_kommunen
from avtalegen.komponering.sammensetting import Composed, document_of, lest, section, struktur, written
from avtalegen.komponering.spor.blokker import løsnet
from avtalegen.komponering.spor.sporing import sammen
from avtalegen.modell.avtale import Avtale


def compose_papir(
    avtale: Avtale,
    bestilling: Bestilling,
    i_dag: date | None,
    picture: Picture | None = None,
    egne: Maler = INGEN,
    *,
    endret: Endret | None = None,
    spor: bool = False,
) -> Composed | Mangel:
    """Make the paper that is asked for, or say why there is no such meeting.

    `i_dag` chooses the meeting and the year where the order doesn't; `endret` tells what has changed since the earlier
    agreement, where that is known. Templates and `spor` are as for `compose`.
    """
    if wrong := objections(egne):
        return Composed(None, wrong)
    avtale, lokalt = lest(avtale, bestilling.målform, spor=spor)
    maler = environment(lokalt.målform.språkkode, egne, spor=spor)
    alle = [k.fullt_navn for k in view(avtale, maler.språk)["kommuner"]]
    der = for_kommunen(avtale, bestilling, alle, i_dag)
    if isinstance(der, Mangel):
        return der
    avtale, bestilling = der
    seen = view(avtale, maler.språk) | {filtre.WORK: Work()}
    samlet = samle(avtale, bestilling, [k.fullt_navn for k in seen["kommuner"]], i_dag, seen["distrikt"])
    if isinstance(samlet, Mangel):
        return samlet
    if len(seen["kommuner"]) < len(alle):
        # Two kommuner may meet on the same day.
        sted = re.sub(r"\W+", "-", str(seen["kommuner"][0].navn).lower())
        samlet = samlet._replace(gjelder="-".join(filter(None, (samlet.gjelder, sted))))
    if endret is not None:
        samlet = samlet._replace(endringer=endret(lokalt.målform))
    rådet = avtale.politiråd.navn if avtale.politiråd else None
    seen |= {"papir": samlet, "rådet": maler.språk.liten(rådet or maler.språk.ord["politirådet"])}
    parts = struktur()["dokumenter"][bestilling.dokument.value]
    try:
        (navn, fil), *others = parts["avsnitt"].items()
        front = written(maler, navn, fil, seen, lokalt, front=True)
        title = _first(front, Heading)
        if not title:
            raise _without_title(maler, fil)
        rest = [(navn, section(maler, navn, fil, seen, lokalt)) for navn, fil in others]
    except STOPPED as error:
        return Composed(None, (template_diagnostic(error, seen, egne.texts),))
    content = tuple(_as_told(block, navn, parts) for navn, blocks in rest for block in blocks)
    document = document_of(avtale, maler.språk, seen, content, picture if parts.get("våpen") != "nei" else None)
    subtitle = _first(front, Paragraph)
    # The agreement may be a draft, but that says nothing of this paper: it has no mark.
    document = replace(
        document,
        title=title,
        subject=str(title),
        subtitle=subtitle,
        facts=tuple(_facts(front)),
        mark=None,
        first_header=True,
    )
    if not spor:
        return Composed(document, (), samlet.gjelder)
    return Composed(document, (), samlet.gjelder, Steder(document.blocks, løsnet(document), {}))


def _as_told(block: Block, navn: str, parts: Mapping[str, Any]) -> Block:
    """Return a block of a section as `maler/struktur.yaml` has it: which have numbers, and which are one thing."""
    if isinstance(block, Heading) and navn not in parts.get("nummerert", ()):
        return replace(block, numbered=False)
    if isinstance(block, Items) and navn in parts.get("samlet", ()):
        return replace(block, whole=True)
    return block


def _without_title(maler: Environment, fil: str) -> NotAllowedError:
    template = maler.get_template(f"{fil}.md.j2")
    message = Begge(
        "Malen til forsiden skriver ingen overskrift, og den er tittelen på papiret.",
        "Malen til framsida skriv inga overskrift, og ho er tittelen på papiret.",
    )
    hint = Begge("Begynn malen med en, for eksempel «# Møteplan».", "Byrj malen med ei, til dømes «# Møteplan».")
    return NotAllowedError(message, 1, template.name, template.filename, hint)


def _first(front: Sequence[Block], kind: type[Heading | Paragraph]) -> str | None:
    return next((_text(block.content) for block in front if isinstance(block, kind)), None)


def _text(content: Iterable[Inline]) -> str:
    return sammen(*("\n" if isinstance(inline, LineBreak) else inline.text for inline in content))


def _facts(front: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Give label and value of each item: what stands before the first colon, and the rest."""
    for block in front:
        for item in block.items if isinstance(block, Items) else ():
            for first in item[:1]:
                if isinstance(first, Paragraph):
                    label, _, _ = (text := _text(first.content)).partition(":")
                    yield str(label).strip(), text[len(label) + 1 :].strip()
