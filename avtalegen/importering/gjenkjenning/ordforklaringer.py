"""What an agreement says of its own words: who «the contact» is, and which agreement a word for an old one is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import Avsnitt, Tabell, hele
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import erstattet
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_OVER = senere(
    r"(?i)(?:(?:ord|begreps?)?(?:definisjon|forklaring)\w{0,4}|begrep\w{0,4}|omgrep\w{0,3}|(?:ord|begreper|omgrep)\sog\s"
    r"(?:uttrykk|definisjon\w{0,3}|forkorting\w{0,3}|forkortels\w{0,3})|(?:hva|kva)\sorda?(?:ene)?\s(?:betyr|tyder))"
)
"""The heading over nothing but explanations."""
_FORKLARING = senere(
    r"^\W{0,3}(?:(?i:med|ved)\s)?[«\"“](?P<o>[A-ZÆØÅa-zæøå0-9][\w -]{1,40}?)[»\"”]\s?(?::|–|=|\b(?i:er|betyr|tyder|"
    r"menes|meines|forstås|siktes)\b(?:\s(?i:til|med|som)\b)?)\s?(?P<d>\S.{2,300})$"
)
_VERV = (
    ("nestleder", senere(r"(?i)nestle(?:der|iar)(?:en)?")),
    ("leder", senere(r"(?i)le(?:der|iar)(?:en)?")),
    ("sekretær", senere(r"(?i)sekretær(?:en)?|referent(?:en)?")),
)
_KONTAKTEN = senere(r"(?i)(?:\w{0,12}politi|lensmanns|bygde)?kontakt(?:en|personen)?")
_KOORDINATOREN = senere(r"(?i)(?:slt-?\s?)?(?:koordinator|samordner)(?:en)?")
_EN_AVTALE = senere(rf"(?i)avtal\w*\b.*(?:{uttrykk.DATO}|(?:fr[aå]|av)\s(?:19|20)\d\d)")
_SLUTT = senere(
    r"(?i)\b(?:bort(?:fall\w*)?|opphev(?:es|ast|et|a)|erstatt\w*|avløy?s\w*|opphører|utgår|ut av kraft|går ut)\b"
)


def uten(a: Arbeid, seksjon: Seksjon, blokker: list[Avsnitt | Tabell]) -> list[Avsnitt | Tabell]:
    """Read the explanations of words in a section, and return the blocks that are none."""
    bare = seksjon.overskrift is not None and bool(_OVER.fullmatch(seksjon.overskrift.s.strip(" .:")))
    forklart = [isinstance(blokk, Avsnitt) and les(a, blokk.tekst) for blokk in blokker]
    if bare and any(forklart):
        seksjon.del_ = ""
    return [b for b, er in zip(blokker, forklart, strict=True) if not (er or (bare and isinstance(b, Avsnitt)))]


def les(a: Arbeid, u: Utsnitt) -> bool:
    """Read who a word of the agreement's own stands for; tell whether it explained one, which says nothing else."""
    treff = _FORKLARING.match(u.s)
    if treff is None:
        return False
    hva = u.gruppe(treff, "d").strippet(" .,;")
    folk = [*ledd.personer(hva)]
    hvem: dict[str, Node] | None = som_rolle(folk[0], SIKKER, "ordforklaringen") if len(folk) == 1 else None
    if hvem is None and re.fullmatch(rf"{uttrykk.FORAN}{uttrykk.TITTELORD}(?:en|n|a)?(?:\si\s[A-ZÆØÅ][\w-]+)?", hva.s):
        hvem = {"tittel": hva.verdi(SIKKER, "ordforklaringen", ledd.som_tittel(hva.s))}
    if hvem is None:
        return True
    for felt, ordet in _VERV:
        if ordet.fullmatch(treff["o"]):
            a.sett(hvem, f"politiråd.{felt}")
    # What the word is said to mean, goes before the word.
    er_kontakten = _KONTAKTEN.fullmatch(treff["o"]) or re.search(r"(?i)\bpoliti\w*\b.*\bkontakt", hva.s)
    if _KOORDINATOREN.fullmatch(treff["o"]) and folk and not er_kontakten:
        a.sett(hvem, "slt.koordinator")
        _nås(a, hva, "slt.koordinator.telefon", "slt.koordinator.epost")
    if er_kontakten and folk and folk[0].navn:
        a.sett(folk[0].navn.verdi(SIKKER, "ordforklaringen"), "politikontakt.0.navn.0")
        _nås(a, hva, "politikontakt.0.telefon.0", "politikontakt.0.epost")
    return True


def _nås(a: Arbeid, u: Utsnitt, telefon: str, epost: str) -> None:
    """Put the number and the address in an explanation where they belong."""
    for rute, mønster in ((telefon, uttrykk.TELEFON), (epost, uttrykk.EPOST)):
        if treff := re.search(mønster, u.s):
            a.sett(u.gruppe(treff).verdi(SIKKER, "ordforklaringen"), rute)


def erstatter(a: Arbeid, u: Utsnitt) -> bool:
    """Read which agreement this one replaces, when a sentence says it by a word that is explained elsewhere."""
    if not _SLUTT.search(u.s):
        return False
    for ordet, hva in _gamle(a):
        if re.search(rf"(?<!\w){re.escape(ordet)}(?!\w)", u.s) and erstattet.erstattede(a, hva):
            return True
    return False


def _gamle(a: Arbeid) -> Iterator[tuple[str, Utsnitt]]:
    """Return the words for another agreement, with what they stand for."""
    for linje in a.kilde.linjer:
        if not ("«" in linje.tekst or '"' in linje.tekst or "“" in linje.tekst) or len(linje.tekst) > _LENGST:
            continue
        u = hele(linje)
        start = re.match(r"\s*(?:[-–•]|\(?\w{1,2}[).])\s+", u.s)
        ren = u.del_(start.end(), len(u.s)) if start else u
        treff = _FORKLARING.match(ren.s)
        if treff and _EN_AVTALE.search(treff["d"]):
            yield treff["o"], ren.gruppe(treff, "d").strippet(" .,;")


_LENGST = 500
