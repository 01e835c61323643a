"""Språk: Markdown som dokumentet ikke har, og lenker uten adresse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.adresser import full_adresse
from avtalegen.modell.base import forkort
from avtalegen.modell.former import Markdown
from avtalegen.modell.linjer import html_kommentarer
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import nevner


class _Slag(NamedTuple):
    """A kind of markup that documents haven't: how it is written, what is said of it, and what to do.

    What is so written, has one of `krever` in it.
    """

    krever: tuple[str, ...]
    mønster: re.Pattern[str]
    melding: Begge
    hjelp: Begge
    mildere: Severity | None = None


_RÅD = Severity.RÅD
_IKKE_STØTTET = (
    _Slag(
        ("![",),
        senere(r"(?<!\\)!\[[^\]\n]{0,500}\]\([^)\n]*\)"),
        Begge(
            "Dokumentet kan ikke ha bilder i teksten, så av {} blir bare teksten med.",
            "Dokumentet kan ikkje ha bilete i teksten, så av {} blir berre teksten med.",
        ),
        Begge(
            "Legg bildet ved avtalen, og skriv det under «vedlegg».",
            "Legg biletet ved avtalen, og skriv det under «vedlegg».",
        ),
    ),
    _Slag(
        ("<",),
        senere(r"</?(?!br\b)[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,200})?/?>"),
        Begge(
            "{} er HTML og blir stående i teksten slik det er skrevet.",
            "{} er HTML og blir ståande i teksten slik det er skrive.",
        ),
        Begge(
            "Stryk det. Skriv «**halvfet**», «*kursiv*» eller en liste i stedet. Av HTML brukes bare «<br>».",
            "Stryk det. Skriv «**halvfeit**», «*kursiv*» eller ei liste i staden. Av HTML kan de berre bruke «<br>».",
        ),
    ),
    _Slag(
        ("[^",),
        senere(r"\[\^[^\]\s]{1,40}\]"),
        Begge(
            "Dokumentet har ikke fotnoter, så {} blir stående slik det er skrevet.",
            "Dokumentet har ikkje fotnotar, så {} blir ståande slik det er skrive.",
        ),
        Begge("Skriv merknaden i parentes der den hører hjemme.", "Skriv merknaden i parentes der han høyrer heime."),
    ),
    _Slag(
        ("~~",),
        senere(r"~~[^~\n]+~~"),
        Begge(
            "Dokumentet har ikke gjennomstreking, så {} blir stående slik det er skrevet.",
            "Dokumentet har ikkje gjennomstreking, så {} blir ståande slik det er skrive.",
        ),
        Begge("Stryk ordene, eller ta bort «~~».", "Stryk orda, eller ta bort «~~»."),
    ),
    _Slag(
        ("`",),
        senere(r"```[^\n]*|`[^`\n]+`"),
        Begge(
            "Dokumentet har ikke egen skrift for kode, så {} blir stående slik det er skrevet.",
            "Dokumentet har ikkje eiga skrift for kode, så {} blir ståande slik det er skrive.",
        ),
        Begge("Bruk anførselstegn i stedet for «`».", "Bruk hermeteikn i staden for «`»."),
    ),
    _Slag(
        ("[ ]", "[x]", "[X]"),
        senere(r"^\s*[-*+•–]\s+(\[[ xX]\])\s", re.MULTILINE),
        Begge(
            "Dokumentet har ikke avkryssingsbokser, så {} blir stående slik det er skrevet.",
            "Dokumentet har ikkje avkryssingsboksar, så {} blir ståande slik det er skrive.",
        ),
        Begge("Skriv hva som er avtalt, uten «[ ]» og «[x]».", "Skriv kva som er avtalt, utan «[ ]» og «[x]»."),
    ),
    _Slag(
        ("]:", "]["),
        senere(r"^\s{0,3}\[[^\]^\n]+\]:\s\S*|\[[^\]\n]{1,500}\]\[[^\]\n]*\]", re.MULTILINE),
        Begge(
            "Lenken {} blir stående slik den er skrevet, fordi adressen ikke står i den.",
            "Lenkja {} blir ståande slik ho er skriven, fordi adressa ikkje står i lenkja.",
        ),
        Begge(
            "Skriv adressen i lenken: «[teksten](https://politiet.no)».",
            "Skriv adressa i lenkja: «[teksten](https://politiet.no)».",
        ),
    ),
    _Slag(
        ("--", "- -", "**", "* *", "__", "_ _"),
        senere(r"(?:\A|\n[^\S\n]*\n) {0,3}(-(?: ?-){2,}|\*(?: ?\*){2,}|_(?: ?_){2,})[^\S\n]*(?=\n|\Z)"),
        Begge(
            "Dokumentet har ikke streker tvers over siden, så {} kommer ikke med.",
            "Dokumentet har ikkje strekar tvers over sida, så {} kjem ikkje med.",
        ),
        Begge(
            "Stryk den. Et nytt tema kan ha en egen overskrift: «## Overskrift».",
            "Stryk det. Eit nytt tema kan ha ei eiga overskrift: «## Overskrift».",
        ),
        _RÅD,
    ),
)
_VANLIG_FELT = _Slag(
    ("**", "<", "&", "]("),
    senere(
        r"(?i)\*\*[^*\s][^*\n]*\*\*|<br\s*/?>|&(?:nbsp|amp|shy|quot|[mn]dash|lt|gt|#\d+);|\[[^\]\n]{1,500}\]\([^)\s]+\.[^)\s]+\)"
    ),
    Begge(
        "Markdown og HTML gjelder ikke her, så {} blir stående slik det er skrevet.",
        "Markdown og HTML gjeld ikkje her, så {} blir ståande slik det er skrive.",
    ),
    Begge(
        "Stryk tegnene, eller flytt teksten til «tekst», der Markdown kan brukes.",
        "Stryk teikna, eller flytt teksten til «tekst», der Markdown kan brukast.",
    ),
    _RÅD,
)
_LENKE = senere(r"(?<![\\!])\[([^\[\]\n]+)\]\(<?([^()\s<>]+)>?(?:\s[^()\n]*)?\)")
_MARKUP = ("[", "<", "~", "`", "*", "&", "_", "---")


@regel("SPR108", "markdown-uten-støtte", Severity.ADVARSEL)
def markdown_uten_støtte(k: Kontekst) -> Iterator[Funn]:
    """En tekst bruker noe av Markdown eller HTML som dokumentet ikke har, eller har en kommentar som ikke kommer med.

    Hvorfor: Det som ikke kan vises, blir stående med tegnene rundt, og da ser avtalen uferdig ut. En kommentar er
    borte i det partene leser, men kan stå i filen som følger med dokumentet.

    Rett opp: Skriv det på en måte som støttes: avsnitt, overskrifter, halvfet, kursiv, lister, sitater, lenker,
    tabeller og linjeskift med «<br>». Notater til dere selv skriver du etter «#» i YAML-filen.

    Feil:
        forpliktelser:
          tekst: "Se kartet: ![Kart](kart.png)"

    Riktig:
        forpliktelser:
          tekst: Se kartet i vedlegg 1.
    """
    tegn = [tegn for tegn in _MARKUP if tegn in k.ordrett]
    for rute, tekst in k.tekster if tegn else ():
        if not nevner(tekst, *tegn):
            continue
        kommentarer = [tekst[sted].strip() for sted in html_kommentarer(tekst)]
        for kommentar in kommentarer:
            tekst = type(tekst)(tekst.replace(kommentar, ""))  # noqa: PLW2901 - the rest of the text
        if kommentarer:
            yield Funn(
                rute,
                Begge(
                    f"Kommentaren {_vist(kommentarer)} kommer ikke med i dokumentet.",
                    f"Kommentaren {_vist(kommentarer)} kjem ikkje med i dokumentet.",
                ),
                Begge(
                    "Skriv notater til dere selv etter «#» i YAML-filen, og stryk dem før avtalen sendes ut.",
                    "Skriv notat til dykk sjølve etter «#» i YAML-fila, og stryk dei før avtalen blir send ut.",
                ),
                mildere=_RÅD,
                bit=kommentarer[0].split("\n")[0],
            )
        if "<!--" in tekst:
            yield Funn(
                rute,
                Begge(
                    "Kommentaren «<!--» har ingen slutt, så den blir stående i dokumentet.",
                    "Kommentaren «<!--» har ingen slutt, så han blir ståande i dokumentet.",
                ),
                Begge("Stryk den.", "Stryk han."),
                bit="<!--",
            )
        for slag in _IKKE_STØTTET if isinstance(tekst, Markdown) else (_VANLIG_FELT,):
            if nevner(tekst, *slag.krever) and (
                biter := [treff[treff.lastindex or 0].strip() for treff in slag.mønster.finditer(tekst)]
            ):
                vist = _vist(biter)
                melding = Begge(slag.melding.format(vist), slag.melding.nn.format(vist))
                yield Funn(rute, melding, slag.hjelp, mildere=slag.mildere, bit=biter[0])


@regel("SPR109", "lenke-uten-adresse", Severity.RÅD)
def lenke_uten_adresse(k: Kontekst) -> Iterator[Funn]:
    """En lenke går til noe som ikke sikkert er en adresse, for eksempel en fil. Da blir det ingen lenke.

    Hvorfor: Den som leser dokumentet, har ikke filene som ligger ved siden av YAML-filen, og en lenke til
    «handlingsplan.pdf» fører ingen steder.

    Rett opp: Skriv hele adressen. En fil som hører til avtalen, fører du opp under «vedlegg».

    Feil:
        forpliktelser:
          tekst: Se [planen](handlingsplan.pdf).

    Riktig:
        forpliktelser:
          tekst: Se [planen](https://flakstad.kommune.no/handlingsplan.pdf).
    """
    for rute, tekst in k.tekster:
        if "nettadresse" in rute:
            fil = re.fullmatch(r"(?!(?i:www\.))\S+\.[a-z]{2,5}", tekst)
            uten = [tekst] if fil and full_adresse(tekst) is None else []
        elif isinstance(tekst, Markdown) and "](" in tekst:
            uten = [treff[2] for treff in _LENKE.finditer(tekst) if full_adresse(treff[2]) is None]
        else:
            continue
        if uten:
            yield Funn(
                rute,
                Begge(
                    f"Det blir ingen lenke av {_vist(uten)}, som ikke sikkert er en nettadresse.",
                    f"Det blir inga lenkje av {_vist(uten)}, som ikkje sikkert er ei nettadresse.",
                ),
                Begge(
                    "Skriv hele adressen, for eksempel «https://politiet.no». Filer føres opp under «vedlegg».",
                    "Skriv heile adressa, til dømes «https://politiet.no». Filer skal førast opp under «vedlegg».",
                ),
                bit=uten[0],
            )


def _vist(biter: list[str]) -> str:
    alle = [f"«{forkort(bit)}»" for bit in dict.fromkeys(" ".join(bit.split()) for bit in biter)]
    return liste([*alle[:3], f"{len(alle) - 3} til"] if len(alle) > 3 else alle)
