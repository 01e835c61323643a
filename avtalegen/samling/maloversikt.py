"""Which templates and styles there are, which of them a repository has its own of, and copies to start one's own from.

A copy bears the version and a fingerprint of what it was copied from, in a comment, so that it can be told when ours
has changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from avtalegen import __version__
from avtalegen.dokument.formater import FORMATS
from avtalegen.dokument.maler import MALER, ORD, STIL, Maler, ours
from avtalegen.komponering.mal.egne_maler import built_in
from avtalegen.komponering.mal.egne_ord import KAN_ENDRES
from avtalegen.komponering.mal.grenser import included
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.former import Målform
from avtalegen.skrivere.kopi import note_in_word, with_note_in_word

_MARK = re.compile(r"avtalegen (\S+) \(([0-9a-f]{12})\)")
_COMMENT = {".j2": ("{# ", " #}\n"), ".yaml": ("# ", "\n"), ".css": ("/* ", " */\n"), ".typ": ("// ", "\n")}
_FEW = 3  # templates: with more, their names say less than the number
_BEGINS = re.compile(r"^([^\W\d_]\w*):", re.MULTILINE)


class Innebygd(NamedTuple):
    """A template or a style that comes with avtalegen.

    `mappe` is its folder («nb», «nn», «stil»), `avsnitt` the section that it is, if any, and `brukes` what else it is
    for, in words. `målform` is that of a template, `papir` the paper that it is a part of.
    """

    mappe: str
    navn: str
    avsnitt: str | None
    brukes: str
    målform: Målform | None = None
    papir: str | None = None

    @property
    def sti(self) -> str:
        """Its place below `maler/`, ours and theirs."""
        return f"{self.mappe}/{self.navn}"

    @property
    def fingeravtrykk(self) -> str:
        """Twelve digits that change when it does."""
        return hashlib.sha256(_data(self).replace(b"\r\n", b"\n")).hexdigest()[:12]


class Linje(NamedTuple):
    """One of ours, and the one that stands in for it.

    `egen` is its place as it is told, `kopiert_fra` the version of avtalegen that it was copied from, None when it
    doesn't say. `endret`: ours is another one now.
    """

    vår: Innebygd
    egen: str | None = None
    kopiert_fra: str | None = None
    endret: bool = False


@lru_cache(maxsize=1)
def innebygde() -> tuple[Innebygd, ...]:
    """Return all that comes with avtalegen: the sections in their order, what they include, the words, the styles."""
    struktur = read_yaml(MALER / "struktur.yaml")
    avsnitt = {f"{fil}.md.j2": navn for navn, fil in struktur["avsnitt"].items()}
    papirer = {f"{fil}.md.j2": p for p, made in struktur["dokumenter"].items() for fil in made["avsnitt"].values()}
    return (
        *(mal for målform in Målform for mal in _maler(målform, avsnitt, papirer)),
        *(Innebygd(STIL, one.style, None, one.navn) for one in FORMATS.values() if one.style),
    )


def linjer(egne: Maler) -> Iterator[Linje]:
    """Give all of ours with what stands in for each."""
    for vår in innebygde():
        data = _egen(vår, egne)
        if data is None:
            yield Linje(vår)
            continue
        mark = _MARK.search(note_in_word(data) if vår.navn.endswith(".docx") else data[:400].decode("utf-8", "replace"))
        version, fingerprint = mark.groups() if mark else (None, None)
        yield Linje(
            vår,
            egne.sti(vår.mappe, vår.navn),
            version,
            fingerprint is not None and fingerprint != vår.fingeravtrykk,
        )


def påminnelser(linjer: Iterable[Linje]) -> Iterator[str]:
    """Give what to think of, in sentences."""
    alle = list(linjer)
    for linje in alle:
        if linje.endret:
            yield (
                f"maler/{linje.vår.sti} er en kopi fra avtalegen {linje.kopiert_fra}, og originalen er endret siden. "
                f"Ta filen bort, kjør «avtalegen maler kopier {_kort(linje.vår)}», og gjør endringene deres på nytt."
            )
    there = {(linje.vår.mappe, linje.vår.navn): linje for linje in alle}
    for linje in alle:
        if linje.egen and linje.vår.målform:
            other = next(målform for målform in Målform if målform is not linje.vår.målform)
            if there[other.språkkode, linje.vår.navn].egen is None:
                yield (
                    f"maler/{linje.vår.sti} gjelder bare avtaler på {linje.vår.målform.value}. For {other.value}: "
                    f"«avtalegen maler kopier {_kort(linje.vår)} --målform {other.value}»."
                )


def med_navn(navn: str) -> tuple[Innebygd, ...]:
    """Return what a name stands for: that of a section, of a file, or of a file without its ending."""
    wanted = _in_file_names(navn)
    return tuple(one for one in innebygde() if wanted in map(_in_file_names, _names(one)))


def navn() -> tuple[str, ...]:
    """Return the names to choose from: the sections first, then the files that are no section."""
    return tuple(dict.fromkeys(_kort(one) for one in innebygde()))


def kopi(vår: Innebygd) -> bytes:
    """Return a copy to change, with a comment that says what it is a copy of."""
    note = (
        f"Kopi fra avtalegen {__version__} ({vår.fingeravtrykk}). «avtalegen maler» sier fra når originalen er endret."
    )
    data = _data(vår)
    if vår.navn.endswith(".docx"):
        return with_note_in_word(data, note)
    start, end = _COMMENT[f".{vår.navn.rpartition('.')[2]}"]
    text = data.decode().replace("\r\n", "\n")
    if vår.navn == ORD:
        text = "# Behold bare det dere endrer. Det som mangler, henter avtalegen fra sine egne ord.\n" + _words(text)
    return f"{start}{note}{end}{text}".encode()


def _kort(vår: Innebygd) -> str:
    return vår.avsnitt or vår.navn


def _maler(målform: Målform, avsnitt: dict[str, str], papirer: dict[str, str]) -> Iterator[Innebygd]:
    språk = målform.språkkode
    texts = {navn: ours(f"{språk}/{navn}").decode() for navn in sorted(built_in(språk))}
    users: dict[str, list[str]] = {}
    for navn, text in texts.items():
        for inner in included(text):
            users.setdefault(inner, []).append(navn.removesuffix(".md.j2"))
    for navn in (*avsnitt, *(navn for navn in texts if navn not in avsnitt)):
        by = users.get(navn, [])
        used = f"brukes av {', '.join(by)}" if len(by) <= _FEW else f"brukes av {len(by)} maler"
        used = used if by else f"del av {papirer[navn]}" if navn in papirer else ""
        yield Innebygd(språk, navn, avsnitt.get(navn), used, målform, papirer.get(navn))
    yield Innebygd(språk, ORD, None, "ord på forsiden og ved underskriftene", målform)


def _data(vår: Innebygd) -> bytes:
    return ours(vår.sti)


def _egen(vår: Innebygd, egne: Maler) -> bytes | None:
    if vår.mappe == STIL:
        return egne.stil(vår.navn)
    tekst = egne.tekst(vår.mappe, vår.navn)
    return None if tekst is None else tekst.encode()


def _names(one: Innebygd) -> set[str]:
    stem = one.navn.removesuffix(".md.j2").removesuffix(".yaml")
    return {one.navn, stem, *filter(None, [one.avsnitt, one.papir])}


def _in_file_names(name: str) -> str:
    """Return a name in the letters that file names have."""
    return name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _words(text: str) -> str:
    """Return the part of `ord.yaml` that a repository may change."""
    begins = [*_BEGINS.finditer(text)]
    ends = [*(found.start() for found in begins[1:]), len(text)]
    parts = (text[found.start() : end] for found, end in zip(begins, ends, strict=True) if found[1] in KAN_ENDRES)
    return "\n".join(part.rstrip() for part in parts) + "\n"
