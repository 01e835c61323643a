"""What the tables say: each by the words over its columns, or by its labels when it has two columns and no head."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.fortalt import er_utgått
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import (
    arshjul,
    hjulet,
    kolonneinnhold,
    kontakttabell,
    medlemmer_bortover,
    medlemstabeller,
    moteplaner,
    pliktene,
    tiltakstabeller,
    timetabeller,
)
from avtalegen.importering.gjenkjenning.celler import første, linjer, sammen, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import kolonner, kolonner_av
from avtalegen.importering.ventende import senere


def les(a: Arbeid, tabell: Tabell, seksjon: Seksjon | None) -> bool:
    """Read a table of a kind that is known; tell whether it was one."""
    if tabell.rader < 1 or tabell.kolonner < 2:
        return False
    timene = (timetabeller.dager_bortover, timetabeller.fra_og_til, timetabeller.dager_nedover)
    if any(en(a, tabell) for en in timene) or arshjul.les(a, tabell, seksjon) or hjulet.tabell(a, tabell, seksjon):
        return True
    i_kontakt = seksjon is not None and seksjon.del_ in ("kontakt", "tjenester", "slt")
    i_rådet = seksjon is not None and seksjon.del_ in ("råd", "møter", "")
    if i_rådet and (
        medlemmer_bortover.kommunene(a, tabell)
        or medlemstabeller.rader_per_kommune(a, tabell)
        or medlemstabeller.sider_bortover(a, tabell)
    ):
        return True
    if i_kontakt and (
        kontakttabell.kommuner_bortover(a, tabell)
        or kontakttabell.navn_bortover(a, tabell)
        or (
            seksjon is not None and seksjon.del_ == "kontakt" and tabell.kolonner > 2 and kontakttabell.rader(a, tabell)
        )
    ):
        return True
    if plikter_til_hver(a, tabell, seksjon):
        return True
    kjent = kolonner(tabell.rad(0)) or (_uten_første(tabell) if tabell.rader > 1 else None)
    if kjent and kjent[0] == "medlemmer" and i_kontakt and "rolle" not in kjent[1]:
        plassene = {**{n: k for n, k in kolonneinnhold.slagene(tabell, 1).items() if n == "telefon"}, **kjent[1]}
        kjent = ("telefoner", _som_telefoner(tabell, plassene)) if "telefon" in plassene else kjent
    if kjent:
        kjent = moteplaner.heller(kjent, tabell.rad(0)) if i_rådet else kjent
        slag = _etter_sammenheng(kjent[0], kjent[1], tabell)
        plass = kjent[1] if slag == kjent[0] else kolonner_av(slag, tabell.rad(0))
        if _les(a, slag, tabell, kolonneinnhold.fyll_ut(slag, plass, tabell), seksjon):
            return True
    if gjettet := kolonneinnhold.gjett(tabell, seksjon):
        slag, plass, hode = gjettet
        return _les(a, slag, tabell if hode else kolonneinnhold.med_tomt_hode(tabell), plass, seksjon)
    return False


def _les(a: Arbeid, slag: str, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read a table of a kind; the words over its columns are labels."""
    les_slaget = {
        "tiltak": tiltakstabeller.les,
        "medlemmer": medlemstabeller.medlemmer,
        "møteplan": moteplaner.les,
        "telefoner": _telefoner,
        "åpningstider": timetabeller.åpningstider,
        "plikter": _plikter,
        "versjoner": _versjoner,
        "parter": _parter,
    }[slag]
    if not les_slaget(a, tabell, plass, seksjon):
        return False
    kjente = set(plass.values())
    for k in range(tabell.kolonner):
        rute = tabell[0, k]
        if rute and rute.celle.rad == 0 and (k in kjente or slag == "tiltak"):
            for u in rute.utsnitt:
                a.etikett(u)
    return True


def _som_telefoner(tabell: Tabell, plass: dict[str, int]) -> dict[str, int]:
    """Return the columns of people with their numbers as those of whom to ring: what each is for, and the name."""
    felter = [f for f in ("rolle", "tittel", "part") if f in plass]
    med_ord = [f for f in felter if re.search(r"[a-zæøå]{2}", tabell.tekst(1, plass[f]))]
    hva = plass[med_ord[0]] if med_ord else plass.get("navn", 0)
    plass = {**{n: k for n, k in kolonneinnhold.slagene(tabell, 1).items() if n == "navn" and k != hva}, **plass}
    return {"hva": hva, **{n: k for n, k in plass.items() if n in ("navn", "telefon", "epost")}}


def _uten_første(tabell: Tabell) -> tuple[str, dict[str, int]] | None:
    """Let a table of hours have two rows for its head: seasons over the days."""
    to = [f"{tabell.tekst(1, k)}" for k in range(tabell.kolonner)]
    kjent = kolonner([tabell.tekst(0, 0), *to[1:]])
    return kjent if kjent and kjent[0] == "åpningstider" else None


def _etter_sammenheng(slag: str, plass: dict[str, int], tabell: Tabell) -> str:
    """Let the content decide between kinds that share their heads: days or hours in the cells, names, numbers."""
    celler = [tabell.tekst(r, k) for r in range(1, tabell.rader) for k in range(tabell.kolonner)]
    if slag in ("møteplan", "tiltak", "versjoner") and not any(
        re.search(uttrykk.DATO + r"|\d{1,2}\.\s?" + uttrykk.MÅNED, c) for c in celler
    ):
        return "tiltak" if slag == "møteplan" and "hva" in plass else slag
    return slag


def _telefoner(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    if "telefon" not in plass:
        return False
    del seksjon
    for r in range(1, tabell.rader):
        hva = sammen(tabell[r, plass["hva"]]) if "hva" in plass else None
        navn = sammen(tabell[r, plass["navn"]]) if "navn" in plass and plass.get("navn") != plass.get("hva") else None
        hva = hva or navn
        nummer = sammen(tabell[r, plass["telefon"]])
        if hva is None or nummer is None or not re.search(uttrykk.TELEFON, nummer.tekst):
            continue
        node: dict[str, Node] = {"hva": hva}
        if (epost := re.search(uttrykk.EPOST, nummer.tekst)) and (bare := re.search(uttrykk.TELEFON, nummer.tekst)):
            node["epost"] = nummer._replace(tekst=epost[0], ordrett=False)
            nummer = nummer._replace(tekst=bare[0], ordrett=False)
        if navn and navn is not hva:
            er_navn = re.fullmatch(rf"(?:{uttrykk.TITTEL}\s)?{uttrykk.NAVN}", navn.tekst)
            node["navn" if er_navn else "gjelder"] = navn if er_navn else [navn]
        for felt, rute in (("telefon", "telefon"), ("epost", "epost"), ("gjelder", "merknad")):
            if rute in plass and (v := sammen(tabell[r, plass[rute]])):
                node.setdefault(felt, [v] if felt == "gjelder" else nummer if felt == "telefon" else v)
        kontakt = re.match(r"(?i)politikontakt", hva.tekst)
        if kontakt and (navn or re.search(uttrykk.NAVN, hva.tekst)):
            _om_kontakten(a, hva, node)
        a.legg_til(node, "tjenestetilbud.kontakter")
        _til_stedet(a, hva, node)
    return True


def _om_kontakten(a: Arbeid, hva: Verdi, node: dict[str, Node]) -> None:
    if navn := node.get("navn"):
        a.sett(navn, "politikontakt.0.navn.0")
    for felt in ("telefon", "epost"):
        if felt in node:
            a.sett([node[felt]] if felt == "telefon" else node[felt], f"politikontakt.0.{felt}")
    if treff := re.search(uttrykk.PROSENT, hva.tekst):
        a.sett(hva._replace(tekst=treff[0], ordrett=False), "politikontakt.0.stillingsandel")


def _til_stedet(a: Arbeid, hva: Verdi, node: dict[str, Node]) -> None:
    """Give the number to the place that the row is about, when it is one."""
    for nr, sted in enumerate(a.tre.liste("tjenestetilbud", "tjenestesteder")):
        navn = sted.get("navn") if isinstance(sted, dict) else None
        if isinstance(navn, Verdi) and navn.tekst.casefold() == hva.tekst.casefold() and "telefon" in node:
            a.sett(node["telefon"], f"tjenestetilbud.tjenestesteder.{nr}.telefon")


def _beløpet(a: Arbeid, post: Rute | None, rute: Rute, hvem: str) -> None:
    """Take what a side pays for what stands first in the row; the sum of them all is no post."""
    hva, beløp = sammen(post), sammen(rute)
    tall = re.sub(r"\D", "", beløp.tekst) if beløp and "%" not in beløp.tekst else ""
    if (
        hva is None
        or beløp is None
        or len(tall) < _TUSEN
        or re.match(r"(?i)(?:til\s)?sum|tot|i\salt|samla|samlet", hva.tekst)
    ):
        return
    node: dict[str, Node] = {
        "hva": hva,
        "fra": [beløp._replace(tekst=hvem, spenn=(), ordrett=False)],
        "beløp": beløp._replace(tekst=f"{int(tall):,} kr".replace(",", " "), sikkerhet=TROLIG, ordrett=False),
    }
    a.legg_til(node, "forpliktelser.ressurser")


_TUSEN = 4
"""Digits of an amount of money, at least."""
_KRYSS = senere(r"(?i)\s*(?:x+|✓|✔|☒|☑|•|ja)\W*$")
_BARE_MERKE = senere(r"(?i)(?:x+|✓|✔|☒|☑|•|ja|nei|☐|[\d .,]+(?:kr|kroner|,-|%)?)\W*")


def _plikter(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    if plass.keys() != {"kommunen", "politiet"} or (seksjon and seksjon.del_ in ("signatur", "råd")):
        return False
    navngitt = any(re.search(r"(?i)\w (?:kommune|herad|\w+distrikt)$", tabell.tekst(0, k)) for k in plass.values())
    if tabell.rader < 2 or (navngitt and not (seksjon and seksjon.del_ == "plikter")):
        return False  # the names of the parties stand over their signatures too
    oppgaver = next((k for k in range(tabell.kolonner) if k not in plass.values()), None)
    for r in range(1, tabell.rader):
        for hvem, k in plass.items():
            rute = tabell[r, k]
            if rute is not None and _BARE_MERKE.fullmatch(rute.tekst.strip()):
                # A mark says who does what stands first in the row, and a number how much; neither is a duty.
                if _KRYSS.match(rute.tekst) and oppgaver is not None and (hva := første(tabell[r, oppgaver])):
                    a.etikett(første(rute) or hva)
                    pliktene.plikt(a, hva, hvem)
                elif oppgaver is not None:
                    _beløpet(a, tabell[r, oppgaver], rute, hvem)
                continue
            if rute is not None and len(rute.utsnitt) == 1 and (u := første(rute)) and not tom(u):
                if er_utgått(u.s):
                    continue
                pliktene.ressurs(a, u)
                pliktene.plikt(a, u, hvem)
            elif rute is not None:
                for u in linjer(rute):
                    if not tom(u) and not er_utgått(u.s):
                        pliktene.plikt(a, u, hvem)
    return True


def plikter_til_hver(a: Arbeid, tabell: Tabell, seksjon: Seksjon | None) -> bool:
    """Read the duties from a table with a kommune over each of several columns, and the police over another."""
    if seksjon is None or seksjon.del_ in ("råd", "møter", "signatur", "kontakt", "tjenester") or len(a.kommuner) < 2:
        return False
    hvem: dict[int, str] = {}
    for k in range(tabell.kolonner):
        hode = tabell.tekst(0, k)
        if slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", hode)) in a.kommuner:
            hvem[k] = "kommunen"
        elif re.fullmatch(r"(?i)politi\w*|lensmann\w*|.* politidistrikt", hode):
            hvem[k] = "politiet"
    if len(hvem) < tabell.kolonner or {*hvem.values()} != {"kommunen", "politiet"}:
        return False
    for r in range(1, tabell.rader):
        for k, side in hvem.items():
            for u in linjer(tabell[r, k]):
                if not tom(u):
                    pliktene.ressurs(a, u)
                    pliktene.plikt(a, u, side)
    return True


def _versjoner(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Leave a table of the versions of the document out: it is about the file, and no part of the agreement."""
    del a, tabell, seksjon
    return "utgave" in plass and False


_ADMINISTRASJONEN = senere(r"(?i)rådmann|kommunedirektør|administrasjonssjef")


def _parter(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    if not {"part", "kontakt"} <= plass.keys() or (seksjon and seksjon.del_ in ("råd", "signatur")):
        return False
    representert = not re.match(r"(?i)kontakt|ansvar|na[mv]", tabell.tekst(0, plass["kontakt"]))
    for r in range(1, tabell.rader):
        part, kontakt = første(tabell[r, plass["part"]]), første(tabell[r, plass["kontakt"]])
        p = ledd.person(kontakt) if kontakt else None
        if part is None or p is None:
            continue
        rolle = som_rolle(p, SIKKER, "tabellen")
        for felt in ("telefon", "epost"):
            if felt in plass and (verdi := sammen(tabell[r, plass[felt]])):
                rolle[felt] = verdi
        i_politiet = re.search(r"(?i)politi|lensmann", part.s)
        kommune = None if i_politiet else next((nr for nr, k in enumerate(a.kommuner) if k.navn in part.s), None)
        if representert and (kommune is not None or i_politiet):
            øverst = "leder" if not (p.tittel and _ADMINISTRASJONEN.search(p.tittel.s)) else "administrativ_leder"
            a.sett(rolle, "parter.politi.leder" if kommune is None else f"parter.kommuner.{kommune}.{øverst}")
        elif kommune is not None:
            a.legg_til(rolle, f"parter.kommuner.{kommune}.kontaktpersoner")
            a.etikett(part)
        else:
            mer = {n: v for n, v in rolle.items() if n != "tittel"}
            a.legg_til({"hva": part.verdi(SIKKER, "tabellen"), **mer}, "tjenestetilbud.kontakter")
            if p.tittel:
                a.sett({n: rolle[n] for n in ("tittel", "navn") if n in rolle}, "parter.politi.leder")
    return True
