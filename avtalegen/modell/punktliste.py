"""A list pasted into one text: «• gå rundt», «– snakke med», «1) ringe», each on a line or one after the other."""

from __future__ import annotations

import re

from avtalegen.modell.senere import senere

KULER = "•·▪●○◦‣□■➢✓\uf0b7\uf0a7"
_STREKER = "*–—-"
PUNKT = "• "
"""What an item begins with in a text that has been read."""
_LINJE = senere(
    rf"(?:(?P<kule>[{KULER}])\s*|(?P<strek>[{_STREKER}])\s+(?!\d+(?:\s|$))|\(?(?P<tall>\d{{1,2}})[.)]\s+"
    r"|\(?(?P<bokstav>[a-zæøå])\)\s+)(?=\S)"
)
"""What a line begins with that is an item of a list: not «- 5 grader»."""
_MELLOM = {
    "kule": senere(rf"\s+[{KULER}]\s+"),
    "strek": senere(r"\s+[–—-]\s+"),
    "tall": senere(r"[\s,;]+\(?(\d{1,2})[.)]\s+"),
    "bokstav": senere(r"[\s,;]+\(?([a-zæøå])\)\s+"),
}
"""What stands between two items on the same line."""
_DATO = r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
_MELLOM_DATOER = senere(r"\s*[,;]\s*|\s+og\s+")
_DATOER = senere(rf"{_DATO}(?:(?:\s*[,;]\s*|\s+og\s+){_DATO})+")
_LINJER = re.compile(r"[^\S\n]*[\n\v\f\x85\u2028\u2029]\s*")
_ORD = re.compile(r"\w")
_KORT = 45
"""Characters. Lines that are no longer, are not broken because there was no more room."""
_FLERE = 2
_ÉN = ("1)", "1.")
_TIDLIG = frozenset(f"{KULER}{_STREKER}a(")


def kan_være_flere(tekst: str) -> bool:
    """Tell at a glance whether a text may be a list: it has lines, or begins with what an item begins with."""
    return "\n" in tekst or "\t" in tekst or tekst[:1] in _TIDLIG or tekst[:2] in _ÉN


def punktene(tekst: str, *, linjer: bool = True) -> list[str]:
    """Return the items of a list that stands in one text, without what each begins with; none when it is no list.

    With `linjer`, lines that begin with no sign are items too, where they are no lines of running text. What stands
    below an item with another sign («- …» below «• …»), is of that item, on lines of its own.
    """
    tekst = tekst.strip()
    if tekst[:1].isdigit() and _DATOER.fullmatch(tekst):
        return _MELLOM_DATOER.split(tekst)
    if not kan_være_flere(tekst):
        return []
    først = _LINJE.match(tekst)
    delt = [linje for linje in _LINJER.split(tekst) if linje]
    if len(delt) > 1:
        punkter = _på_linjer(delt, først) if først else []
        return punkter or ([] if not linjer or (først and not først["tall"]) else _uten_tegn(tekst, delt))
    if først is not None:
        return _etter_hverandre(tekst, først)
    ledd = [" ".join(ett.split()) for ett in tekst.split("\t") if ett.strip()] if linjer else []
    return ledd if len(ledd) > 1 and _like_begynnelser(ledd) else []


def _på_linjer(linjer: list[str], først: re.Match[str]) -> list[str]:
    slag = _slag(først)
    punkter: list[list[str]] = []
    merker: list[str] = []
    under = False
    for linje in linjer:
        treff = _LINJE.match(linje)
        if treff is None and punkter:
            punkter[-1][-1] += f" {linje}"  # of the item above: a line that had no more room
        elif treff is not None and _slag(treff) == slag:
            punkter.append([linje[treff.end() :]])
            merker.append(treff[slag[0]])
            under = False
        else:
            punkter[-1].append(linje)
            under = True
    if under and len(punkter) == 1:
        return []
    if len(punkter) < _FLERE or not _teller(slag[0], merker) or not all(_ORD.search(punkt[0]) for punkt in punkter):
        return []
    hele = ["\n".join(punkt) for punkt in punkter]
    return [ett for punkt in hele for ett in _MELLOM["kule"].split(punkt)] if slag[0] == "kule" else hele


def _slag(treff: re.Match[str]) -> tuple[str, str]:
    navn = str(treff.lastgroup)
    return navn, treff[navn] if navn in ("kule", "strek") else ""


def _etter_hverandre(tekst: str, først: re.Match[str]) -> list[str]:
    """Return the items of one line: «• a • b», «1) a 2) b», and «– a – b» where each begins as the first does."""
    navn = _slag(først)[0]
    deler = _MELLOM[navn].split(tekst[først.end() :])
    if navn in ("tall", "bokstav"):
        deler, merker = deler[::2], [først[navn], *deler[1::2]]
        if not _teller(navn, merker) or (navn == "tall" and "." in tekst[: først.end()] and not _store(deler)):
            return []
    elif navn == "strek" and not _like_begynnelser(deler):
        return []
    return [del_.strip() for del_ in deler] if len(deler) > 1 and all(map(_ORD.search, deler)) else []


def _teller(navn: str, merker: list[str]) -> bool:
    if navn not in ("tall", "bokstav"):
        return True
    telt = [int(merke) if navn == "tall" else ord(merke) - ord("a") + 1 for merke in merker]
    return telt == [*range(1, len(telt) + 1)]


def _uten_tegn(tekst: str, linjer: list[str]) -> list[str]:
    """Return lines that are items although nothing says so: paragraphs, short ones, or each with a capital."""
    if re.search(r"\n\s*\n", tekst):
        linjer = [" ".join(avsnitt.split()) for avsnitt in re.split(r"\n\s*\n\s*", tekst)]
        return [] if any(map(_merket, linjer)) else linjer
    if any(map(_merket, linjer)) or linjer[0].endswith(":") or not all(map(_ORD.search, linjer)):
        return []
    korte = all(len(linje) <= _KORT for linje in linjer)
    return linjer if korte or _store(linjer) else []


def _merket(linje: str) -> bool:
    return bool((treff := _LINJE.match(linje)) and not treff["tall"])


def _store(deler: list[str]) -> bool:
    return all(_første(del_).isupper() for del_ in deler)


def _like_begynnelser(deler: list[str]) -> bool:
    return _store(deler) or all(_første(del_).islower() for del_ in deler)


def _første(tekst: str) -> str:
    return tekst.lstrip("«\"'(")[:1]


def listet(tekst: str) -> str:
    """Return a text with each item of a list on its own line, behind «•», and what leads to it in front of them.

    Nothing when there is no list in it.
    """
    if not kan_være_flere(tekst):
        return ""
    foran, linjer = "", tekst
    if "\n" in tekst and not _LINJE.match(tekst):
        foran, linjer = tekst.split("\n", 1)
    punkter = punktene(linjer, linjer=False)
    if not punkter:
        return ""
    return "\n".join([*([foran] if foran else []), *(f"{PUNKT}{_på_én_linje(punkt)}" for punkt in punkter)])


def _på_én_linje(punkt: str) -> str:
    """Return an item with what stands below it behind it."""
    først, *under = punkt.split("\n")
    return f"{først} {', '.join(_LINJE.sub('', en, count=1) for en in under)}" if under else først
