"""Contacts of one kommune of several: that of the police in it, and its own for the police."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle, som_rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_N = uttrykk.NAVN
_STEDSNAVN = r"[A-ZÆØÅ]\w+(?:\s(?!og\b)[A-ZÆØÅ]\w+)?"
_KOMMUNEN_HAR = senere(
    rf"^(?:I\s)?(?P<k>{_STEDSNAVN})(?:\skommune)?\s(?:har|er)\s(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N})"
    rf"(?:\s?\(?(?i:(?:mobil|mob\.|tlf\.?|telefon)\s)?(?P<t>{uttrykk.TELEFON})\)?)?(?=\s(?:som\s)?politikontakt|\.|$)"
)
"""Each kommune with its own contact: «Flakstad har politibetjent Kari Nordmann (tlf. …) som politikontakt.»"""


_KOMMUNENS_EGEN = senere(
    rf"^(?i:kontakt(?:en|person|personen)?)\s(?:i|for)\s(?P<k>[A-ZÆØÅ][\w-]+)\skommune\s(?:er|"
    rf":)\s(?P<t>{uttrykk.TITTEL})\s"
    rf"(?P<n>{_N})(?:[,\s(]+(?i:mobil|mob\.|tlf\.?|telefon)?\s?(?P<f>{uttrykk.TELEFON}))?"
)
"""The contact of the police in a kommune: «Kontakt i Flakstad kommune er SLT-koordinator Kari Nordmann (tlf. …).»"""


_PEKER_UT = senere(
    rf"^(?:[A-ZÆØÅ][\w-]+\s)?(?i:kommunen|heradet|kommune|herad)\s(?i:har\s)?(?i:pekt\sut|peikt\sut|utpekt|utpeikt|oppnevnt|"
    rf"oppnemnt|peker\sut|peikar\sut|utpeker|utpeikar)\s(?P<r>(?:{uttrykk.TITTEL}\s)?{_N})\s(?i:som|til)\s"
    r"(?:sin\s|si\s)?(?i:faste?\s)?(?i:kontakt\w*)"
)
_SIDENS = senere(
    r"^(?:(?i:for|fr[åa])\s)?(?P<h>(?i:kommunens?|heradet|politiets?|lensmannen)|[A-ZÆØÅ][\w-]+\s(?:kommune|herad))"
    rf"(?i:\s(?:kontaktperson|kontakt)\w*|\ssin\skontakt\w*)?:\s(?P<r>(?:{uttrykk.TITTEL}\s)?{_N}(?P<e>[\s,(].*)?)$"
)
"""The contact of each side, with the side before a colon: «For kommunen: kommunalsjef Kari Nordmann (tlf. …)»."""


def for_siden(a: Arbeid, u: Utsnitt) -> bool:
    """Take the contact of one of the sides from a line that begins with which; tell whether it was one."""
    valgt = _PEKER_UT.match(u.s)
    if valgt and len(a.kommuner) == 1:
        return a.legg_til(rolle(u.gruppe(valgt, "r"), SIKKER, "kommunens kontakt"), "parter.kommuner.0.kontaktpersoner")
    treff = _SIDENS.match(u.s.rstrip(" ."))
    if treff is None:
        return False
    p = ledd.person(u.gruppe(treff, "r")) or next(iter(ledd.personer(u.gruppe(treff, "r"))), None)
    if p is None or p.navn is None or ledd.er_instans(p.navn.s):
        return False
    telefon, epost = re.search(uttrykk.TELEFON, u.s), re.search(uttrykk.EPOST, u.s)
    if re.match(r"(?i)politi|lensmann", treff["h"]):
        a.legg_til(p.navn.verdi(SIKKER, "politiets kontakt"), "politikontakt.0.navn")
        if telefon:
            a.legg_til(u.gruppe(telefon).verdi(SIKKER, "telefonnummeret"), "politikontakt.0.telefon")
        if epost:
            a.sett(u.gruppe(epost).verdi(SIKKER, "e-postadressen"), "politikontakt.0.epost")
        return True
    if len(a.kommuner) != 1:
        return False
    node = som_rolle(p, SIKKER, "kommunens kontakt")
    if telefon:
        node["telefon"] = u.gruppe(telefon).verdi(SIKKER, "telefonnummeret")
    if epost:
        node["epost"] = u.gruppe(epost).verdi(SIKKER, "e-postadressen")
    return a.legg_til(node, "parter.kommuner.0.kontaktpersoner")


def kommunens(a: Arbeid, u: Utsnitt) -> bool:
    """Take the contact that the police have in one of the kommuner; tell whether the sentence said it."""
    if for_siden(a, u):
        return True
    treff = _KOMMUNENS_EGEN.match(u.s)
    if treff is None:
        return False
    plass = next((nr for nr, kommune in enumerate(a.kommuner) if kommune.navn == treff["k"]), None)
    if plass is None or ledd.er_politi(treff["t"]):
        return False
    node: dict[str, Node] = {
        "tittel": u.gruppe(treff, "t").verdi(SIKKER, "kommunens kontakt"),
        "navn": u.gruppe(treff, "n").verdi(SIKKER, "kommunens kontakt"),
    }
    if treff["f"]:
        node["telefon"] = u.gruppe(treff, "f").verdi(SIKKER, "telefonnummeret")
    return a.legg_til(node, f"parter.kommuner.{plass}.kontaktpersoner")


def politiets(a: Arbeid, u: Utsnitt) -> bool:
    """Take the contact of the police in one of several kommuner; tell whether the sentence said it."""
    treff = _KOMMUNEN_HAR.match(u.s)
    if treff is None or len(a.kommuner) < 2 or all(treff["k"] != kommune.navn for kommune in a.kommuner):
        return False
    node: dict[str, Node] = {
        "navn": [u.gruppe(treff, "n").verdi(SIKKER, "kommunens kontakt")],
        "kommuner": [u.gruppe(treff, "k").verdi(SIKKER, "kommunens kontakt")],
    }
    if treff["t"]:
        node["telefon"] = u.gruppe(treff, "t").verdi(SIKKER, "telefonnummeret")
    return a.legg_til(node, "politikontakt")


def i_partene(a: Arbeid, u: Utsnitt) -> None:
    """Take the contacts of the only kommune from a sentence in the section on the parties."""
    if re.search(r"(?i)kontakt\w*", u.s) and len(a.kommuner) == 1:
        for en in ledd.personer(u):
            a.legg_til(som_rolle(en, TROLIG, "kommunens kontakt"), "parter.kommuner.0.kontaktpersoner")
