"""Lines that are members of the council: one alone, or several that are counted up."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import deltakere, medlemsledd, sidene
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_PÅ_RAD = senere(
    rf"^(?:(?P<o>(?i:fast medlem|medlem|leder|leiar|nestleder|nestleiar|sekretær))\s)?(?P<n>{uttrykk.NAVN})\s"
    rf"(?P<t>[a-zæøå][a-zæøå-]*)$"
)
"""A row of a table that lost its columns: «Nestleder Kari Nordmann lensmann»."""


_I_KOMMUNEN = senere(
    rf"^(?P<t>{uttrykk.TITTELORD}(?:en|n|"
    rf"a)?)\si\s(?P<k>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?),?\s(?P<n>{uttrykk.NAVN})"
)
"""«ordføreren i Flakstad, Kari Nordmann»."""
_FLERE_I_SAMME = senere(
    rf"^(?P<t>[A-ZÆØÅ]?[a-zæøå]+(?:ne|erne|arane|ane))\s(?P<l>{uttrykk.NAVN}(?:\s\([^)]+\))?(?:(?:,|"
    rf"\sog)\s{uttrykk.NAVN}(?:\s\([^)]+\))?)+)\.?$"
)
"""«rådmennene Kari Nordmann (Flakstad) og Ola Nordmann (Moskenes)»."""


def _ubestemt(tittel: str) -> str:
    return re.sub(r"(?<=er)en$|(?<=ar)en$|(?<=n)en$|(?<=[fgtkd])en$|(?<=e)n$", "", tittel)


def _entall(tittel: str) -> str:
    rent = ledd.som_tittel(tittel)
    return re.sub(r"(?:ne|ane|arane|erne)$", "", re.sub(r"menn[ea]ne$", "mann", rent))


_ER_MED = senere(r"^(?P<h>[^,.:;]{3,60}?)\s(?P<m>(?:deltar|deltek|møter|er med|kan delta)\s[^.]+)\.?$")


_OVER_MEDLEMMENE = senere(
    r"(?i)(?:\b(?:medlemm?e?r?(?:ene|ane|ar)?|deltak[ae]r\w*|består av|representert ved|sam(?:men|an)set\w*)|"
    r"\bsam(?:men|an)set(?:ning|jing)\w*)\b[^.;]{0,40}:$"
)
"""The line over titles that each are on a line of their own: «Rådet har slik sammensetning:»."""
_LENGSTE_LISTE = 15


def _under_medlemmene(a: Arbeid, u: Utsnitt) -> bool:
    """Tell whether a line is a title alone, in a run of them under a line that says that they are the members."""
    if not _er_tittel_alene(u.s.strip()):
        return False
    her = bisect_left(a.kilde.linjer, u.linje, key=lambda linje: linje.nr)
    for linje in reversed(a.kilde.linjer[max(0, her - _LENGSTE_LISTE) : her]):
        over = linje.tekst.strip()
        if over and not _er_tittel_alene(over):
            return _OVER_MEDLEMMENE.search(over) is not None
    return False


@lru_cache(maxsize=32)
def _er_tittel_alene(tekst: str) -> bool:
    """Tell whether a line is a title alone: each line of a list is asked about those over it."""
    return sidene.TITTEL_ALENE.fullmatch(tekst) is not None


def person_alene(a: Arbeid, u: Utsnitt) -> bool:
    """Take a line that is one member and nothing else: «Rådmann Kari Nordmann», perhaps with the task after it."""
    rad = _PÅ_RAD.match(u.s)
    if rad and re.fullmatch(uttrykk.TITTELORD, rad["t"]):
        p = ledd.Person(u.gruppe(rad, "t"), u.gruppe(rad, "n"), u)
        rolle_ = som_rolle(p, TROLIG, "tittel og navn på en linje")
        deltakere.medlem(a, rolle_)
        if rad["o"]:
            felt = rad["o"].casefold()
            navn = "nestleder" if felt.startswith("nest") else "leder" if felt[0] == "l" else "sekretær"
            a.etikett(u.gruppe(rad, "o"))
            if "medlem" not in felt:
                a.sett(dict(rolle_), f"politiråd.{navn}")
        return True
    folk = [*ledd.personer(u)]
    if not folk and _under_medlemmene(a, u):
        return medlemmer(a, u)
    if len(folk) != 1:
        return False
    hale = u.s[folk[0].hele.fra + len(folk[0].hele.s) - u.fra :]
    if folk[0].hele.fra != u.fra or not re.fullmatch(
        r"(?i)\s*(?:[,(–-]?\s*(?:nest)?(?:leder|leiar)\)?|[,(–-]?\s*sekretær\)?)?[.;,\s]*", hale
    ):
        return False
    return medlemmer(a, u)


def _enhetens(a: Arbeid, bak: str) -> str:
    """Return that a member is of the police when the unit stands after the name, "" when it doesn't."""
    enhet = a.tre.hent("parter", "politi", "enhet")
    treff = re.match(r",?\s\(?(?:fr[aå]\s|ved\s|i\s)?", bak)
    navn = bak[treff.end() :] if treff else ""
    kjent = isinstance(enhet, Verdi) and navn.startswith(enhet.tekst)
    return "politi" if kjent or re.match(r"(?i)politiet\b|\w+ politi(?:stasjon|distrikt|kontor)", navn) else ""


def _i_kommunene(a: Arbeid, u: Utsnitt, side: str) -> bool | None:
    """Take a member with the kommune before the name, or several with one title; None when it is neither."""
    if (i_kommunen := _I_KOMMUNEN.match(u.s)) and slå_opp(i_kommunen["k"]) in a.kommuner:
        rolle_: dict[str, Node] = {
            "tittel": u.gruppe(i_kommunen, "t").verdi(
                SIKKER, "medlem av rådet", ledd.som_tittel(_ubestemt(i_kommunen["t"]))
            ),
            "navn": u.gruppe(i_kommunen, "n").verdi(SIKKER, "medlem av rådet"),
        }
        if len(a.kommuner) > 1 and not ledd.er_politi(i_kommunen["t"]):
            rolle_["kommune"] = u.gruppe(i_kommunen, "k").verdi(SIKKER, "medlem av rådet")
        hale = u.del_(i_kommunen.end(), len(u.s))
        if hale.s and (verv := re.match(r",\ssom\ser\s(?P<v>(?:nest)?(?:leder|leiar)\b[^.;]*)", hale.s)):
            felt = "nestleder" if verv["v"].startswith("nest") else "leder"
            if not a.tre.har("politiråd", felt):
                a.sett(
                    {"tittel": rolle_["tittel"], "merknad": hale.gruppe(verv, "v").verdi(TROLIG, "vervet")}
                    if " " in verv["v"]
                    else dict(rolle_),
                    f"politiråd.{felt}",
                )
        return deltakere.medlem(a, rolle_, side)
    if flertall := _FLERE_I_SAMME.match(u.s):
        satt = False
        for en in re.finditer(rf"({uttrykk.NAVN})(?:\s\((?P<k>[^)]+)\))?", flertall["l"]):
            del_ = u.gruppe(flertall, "l")
            rolle_ = {
                "tittel": u.gruppe(flertall, "t").verdi(
                    SIKKER, "medlem av rådet", _entall(flertall["t"]), ordrett=False
                ),
                "navn": del_.gruppe(en, 1).verdi(SIKKER, "medlem av rådet"),
            }
            if en["k"] and slå_opp(en["k"]) in a.kommuner:
                rolle_["kommune"] = del_.gruppe(en, "k").verdi(SIKKER, "medlem av rådet")
            satt = deltakere.medlem(a, rolle_, side) or satt
        return satt
    return None


def _med_vara(a: Arbeid, u: Utsnitt, side: str) -> bool:
    """Take a member together with the one who stands in for them; tell whether it was one."""
    delt = medlemsledd.med_vara(u)
    if delt is None:
        return False
    hvem, vara = delt
    før = {id(en) for en in deltakere.medlemmene(a)}
    if not medlemmer(a, hvem, side):
        return False
    nye = [en for en in deltakere.medlemmene(a) if id(en) not in før]
    if len(nye) == 1 and "vara" not in nye[0]:
        nye[0]["vara"] = vara.verdi(SIKKER, "«vara» bak medlemmet")
        a.dekk(nye[0]["vara"])
        a.etikett(u.del_(hvem.fra - u.fra + len(hvem.s), vara.fra - u.fra))
    return True


def medlemmer(a: Arbeid, u: Utsnitt, side: str = "") -> bool:
    """Take the members that are counted up, with names or only by their titles."""
    if _med_vara(a, u, side) or medlemsledd.navn_i_parentes(a, u, side):
        return True
    alene = re.match(rf"(?P<t>[a-zæøåA-ZÆØÅ][^()]*?),\s(?P<n>{uttrykk.NAVN})(?P<o>\s\([^)]*\))?\.?$", u.s)
    if (
        alene
        and re.search(uttrykk.TITTELORD, alene["t"])
        and not [*ledd.personer(u.gruppe(alene, "t"))]
        and not ledd.er_instans(alene["n"])
    ):
        en = ledd.Person(u.gruppe(alene, "t"), u.gruppe(alene, "n"), u)
        rolle_ = som_rolle(en, SIKKER, "medlem av rådet")
        deltakere.medlem(a, rolle_)
        deltakere.oppgave(a, rolle_, u.del_(alene.end("n"), len(u.s)))
        return True
    if (satt := _i_kommunene(a, u, side)) is not None:
        return satt
    folk = [*ledd.personer(u)]
    if folk:
        for nr, en in enumerate(folk):
            rolle_ = som_rolle(en, SIKKER, "medlem av rådet")
            deltakere.medlem(a, rolle_, side or _enhetens(a, u.s[en.hele.fra + len(en.hele.s) - u.fra :]))
            slutten = folk[nr + 1].hele.fra if nr + 1 < len(folk) else u.fra + len(u.s)
            deltakere.oppgave(a, rolle_, u.del_(en.hele.fra + len(en.hele.s) - u.fra, slutten - u.fra))
        deltakere.uten_navn(a, u, folk, side)
        return True
    if (p := ledd.person(u)) and p.navn and (p.tittel or p.navn.s == u.strippet().s):
        return deltakere.medlem(a, som_rolle(p, SIKKER, "medlem av rådet"), side)
    if er_med := _ER_MED.match(u.s):
        hvem = u.gruppe(er_med, "h")
        delvis: dict[str, Node] = {
            "tittel": hvem.verdi(TROLIG, "medlem av rådet", ledd.som_tittel(hvem.s)),
            "merknad": u.gruppe(er_med, "m").verdi(TROLIG, "det som står etter"),
        }
        return deltakere.medlem(a, delvis, side or ("" if re.match(uttrykk.TITTELORD + r"\b", hvem.s) else "andre"))
    leddene = ledd.oppramsing(u)
    if len(leddene) == 1 and len(u.s.split()) > 8:
        return False
    for ett in leddene:
        tittel = ledd.som_tittel(ett.s)
        deltakere.oppgave(a, {"tittel": ett.verdi(SIKKER, "medlem av rådet", re.sub(r"\s*\(.*\)$", "", tittel))}, ett)
        tittel = re.sub(r"\s*\((?:leder|leiar|nestleder|nestleiar|sekretær)\)$", "", tittel)
        kjent = re.search(rf"(?i)^{uttrykk.TITTELORD}(?:en|a|n)?(?:\s|$)", tittel) or ledd.er_politi(tittel)
        verdi = ett.verdi(SIKKER if kjent else TROLIG, "medlem av rådet", tittel)
        deltakere.medlem(a, {"tittel": verdi}, side or ("" if kjent else "andre"))
    return bool(leddene)
