"""What there is to say about a key of the format: for a terminal, for other programs, and as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from avtalegen.funn.begge import Begge, i_nynorsk, likt
from avtalegen.funn.ordlyd import liste
from avtalegen.komponering.sporsmaal import felt_tekst
from avtalegen.lesing.ment import Path, Sted
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from avtalegen.rapporter.forklaring import escaped, example, paragraph, text_width
from avtalegen.rapporter.formatet.eksempel import blir, som_yaml, verdi
from avtalegen.rapporter.formatet.nokler import holder, kortform, måter, nynorsk_skrives, om_delen, under, utelatt
from avtalegen.rapporter.formatet.regler import ser_på

_FLEST_STEDER = 8
_ORD = {
    "slik": Begge("Slik skrives den", "Slik blir han skriven"),
    "eksempel": Begge("Eksempel", "Døme"),
    "blir": likt("I avtalen blir det"),
    "under": Begge("Nøkler under den", "Nøklar under han"),
    "andre_ord": Begge("Andre ord for det samme", "Andre ord for det same"),
    "regler": Begge("Regler som ser på den", "Reglar som ser på han"),
    "steder": likt("Står også her"),
    "til": Begge("og {n} steder til", "og {n} stader til"),
    "mer": Begge(
        "«avtalegen forklar {sti}» sier mer om en av dem.", "«avtalegen forklar {sti}» seier meir om ein av dei."
    ),
}


def tekst(steder: Sequence[Sted], målform: Målform = Målform.BOKMÅL) -> str:
    """Return what there is to say about one key, with ANSI colours; `steder` are all the places of it."""
    sti, felt, width = steder[0].sti, steder[0].felt, text_width()
    nynorsk = målform is Målform.NYNORSK
    skrives = nynorsk_skrives(felt) if nynorsk else _written(felt)
    deler = [
        (_sagt(nynorsk, "slik"), "".join(paragraph(linje, width) for linje in skrives)),
        (_sagt(nynorsk, "eksempel"), example("\n".join(som_yaml(sti, felt)))),
    ]
    if said := blir(sti, felt, målform):
        deler.append((_sagt(nynorsk, "blir"), "".join(paragraph(linje, width) for linje in said)))
    if inner := under(felt):
        part = del_i(felt.type)
        lines = (
            f"{one.nøkkel}: {spørsmålet(part, one, (*sti, one.nøkkel)) if nynorsk and part else one.beskrivelse}"
            for one in inner
        )
        deler.append((_sagt(nynorsk, "under"), "".join(paragraph(linje, width) for linje in lines)))
    if felt.andre_ord:
        words = ", ".join(ord_.replace("_", " ") for ord_ in felt.andre_ord)
        deler.append((_sagt(nynorsk, "andre_ord"), paragraph(words, width)))
    if regler := ser_på(sti):
        deler.append((_sagt(nynorsk, "regler"), "".join(f"  {ett.kode} {ett.navn}\n" for ett in regler)))
    if len(steder) > 1:
        others = ["".join(("  ", ".".join(sted.sti), "\n")) for sted in steder[1 : _FLEST_STEDER + 1]]
        more = len(steder) - 1 - _FLEST_STEDER
        til = f"  {_sagt(nynorsk, 'til').format(n=more)}\n" if more > 0 else ""
        deler.append((_sagt(nynorsk, "steder"), "".join(others) + til))
    om = om_delen(felt)
    if nynorsk:
        about = spørsmålet(steder[0].part, felt, sti)
    else:
        about = felt.beskrivelse if not om or om.startswith(felt.beskrivelse) else f"{felt.beskrivelse} {om}"
    header = f"{click.style('.'.join(sti), bold=True)}\n\n{paragraph(about, width, indent='')}"
    return header + "".join(f"\n{click.style(navn, bold=True)}\n{innhold}" for navn, innhold in deler)


def spørsmålet(part: type[Del], felt: Felt, sti: Path) -> str:
    """Return what a field is for, in nynorsk: the question that it answers."""
    return felt_tekst(part, felt, Målform.NYNORSK, sti).spørsmål


def _sagt(nynorsk: bool, navn: str) -> str:
    return i_nynorsk(_ORD[navn]) if nynorsk else _ORD[navn]


def valget(grupper: Sequence[Sequence[Sted]], målform: Målform = Målform.BOKMÅL) -> str:
    """Return a line for each of several keys that are called the same."""
    nynorsk = målform is Målform.NYNORSK
    lines = [
        (
            ".".join(steder[0].sti),
            spørsmålet(steder[0].part, steder[0].felt, steder[0].sti) if nynorsk else steder[0].felt.beskrivelse,
        )
        for steder in grupper
    ]
    room = max(len(sti) for sti, _ in lines)
    listed = "".join(f"  {sti:{room}}  {beskrivelse}\n" for sti, beskrivelse in lines)
    return f"{listed}\n{_sagt(nynorsk, 'mer').format(sti=lines[0][0])}\n"


def objekt(steder: Sequence[Sted]) -> dict[str, Any]:
    """Return a key as other programs get it. The keys are part of what we promise."""
    sti, felt = steder[0].sti, steder[0].felt
    return {
        "nøkkel": felt.nøkkel,
        "sti": ".".join(sti),
        "steder": [".".join(sted.sti) for sted in steder],
        "beskrivelse": felt.beskrivelse,
        "holder": holder(felt),
        "kortform": kortform(felt) or None,
        "måter": [*måter(felt)],
        "påkrevd": felt.påkrevd,
        "flere": felt.mange,
        "eksempel": verdi(felt),
        "blir": blir(sti, felt),
        "nøkler": [one.nøkkel for one in under(felt)],
        "andre_ord": [*felt.andre_ord],
        "regler": [ett.kode for ett in ser_på(sti)],
    }


def rad(sti: Path, felt: Felt, henvisning: str = "") -> str:
    """Return a key as a row of a table in Markdown; `henvisning` tells where the keys under it are listed."""
    more = [*(["må være med"] if felt.påkrevd else []), *([henvisning] if henvisning else [])]
    written = escaped(holder(felt)) + (f" ({', '.join(more)})" if more else "")
    value = verdi(felt)
    shown = f"`{felt.nøkkel}: {value}`" if isinstance(value, str) else ""
    cells = (f"`{'.'.join(sti)}`", escaped(felt.beskrivelse), written, shown.replace("|", "\\|"))
    return f"| {' | '.join(cells)} |\n"


def _written(felt: Felt) -> Iterator[str]:
    how = holder(felt)
    yield f"{how[0].upper()}{how[1:]}. Den {utelatt(felt)}."
    if ways := måter(felt):
        yield f"For eksempel {liste((f'«{way}»' for way in ways), 'eller')}."
