"""The points of lists: members and tasks of the council, areas and measures."""

from __future__ import annotations

import re

from avtalegen.importering import ledd
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.forbi import IKKE_AVTALT, UTENFOR
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning import etiketter, innsats, medlemslinjer, sidene
from avtalegen.importering.gjenkjenning import motene as møtene
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import er_overskrift, ledetekst
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

_PÅSTAND = senere(
    r"(?i)^[^:]{3,40}:\s\S|\bmøter?\si\såret|"
    r"\b(?:innkaller|kallar inn|kaller inn|er|blir|vert|kan ikk[je]+|ligger|ligg|føres|skrives|går|står|holdes|sendes|"
    r"legges)\b"
)
"""A point that says something of the council or its meetings, and is no task of it."""
_SIER = senere(
    r"(?i)^(?:sak[ea]?[rn]\w*|referat\w*|innkalling\w*|møt(?:er|et|ene|a))\s(?!(?:om|fra|frå|til|for|mellom|med)\b)|"
    r"^(?:sekretær\w*|nestled\w*|nestlei\w*|leder\w*|leiar\w*|medlem\w*)\s"
    r"(?:er|vert|blir|velges|veljast|utpekes|skal|har|kan|møter)\b"
)
"""The same, whatever stands over the list."""
_MED_MÅL = senere(r"^(?P<n>[^:–]{4,70}?)(?::\s|\s[–-]\s(?:målet er|mål:)\s(?:at\s)?)(?P<m>\S.{8,})$")


_MED_TILTAK = senere(r"(?s)^[^:.]{4,70}:\s\S.*[.;]\s\S|(?i:\btiltak\s?\d?:)")


def er_områder(seksjon: Seksjon) -> bool:
    """Tell whether the points under a heading about aims are areas: a name of each, and what is to be done."""
    alle = [p for p in seksjon.avsnitt if p.punkt]
    som = [p for p in alle if _MED_TILTAK.search(p.tekst.s)]
    return len(som) > 1 and 2 * len(som) >= len(alle)


_ET_MÅL = senere(r"[^\W\d]+\b[^:]*\b(?i:skal|har|får)\b")


def er_mål(seksjon: Seksjon) -> bool:
    """Tell whether the points under a heading about aims are aims, whole sentences each, and no areas."""
    over = seksjon.overskrift.s if seksjon.overskrift else ""
    alle = [p.tekst.s for p in seksjon.avsnitt if p.punkt]
    som = [s for s in alle if _ET_MÅL.match(s)]
    om_mål = re.search(
        r"(?i)\bmål(?:ene|a|et)?$|\b(?:vi|partene|partane)\s(?:vil|ønsk|ynskj)|oppnå|\btil$", over.strip(" .:")
    )
    return bool(om_mål) and len(som) > 1 and 2 * len(som) >= len(alle)


_TIL_TILTAKET = senere(r"(?i)(?P<m>ansvar\w*|frist\w*)(?:\s(?:er|har|:)|:)\s+(?=\S)")
"""A sentence that says who does the measure before it, or by when."""
_DELMERKE = senere(r"(?i)(?P<m>(?:del|hoved)?mål(?:et|setj?t?ing)?|tiltak(?:et)?|slik|dette gj\wr vi)\s?\d{0,2}\s?:\s+")


def er_områdene(seksjon: Seksjon) -> bool:
    """Tell whether the heading of a section is the word for the areas, and no area itself."""
    return seksjon.overskrift is not None and er_overskrift(seksjon.overskrift.s) == "satsning"


def satsningspunkt(a: Arbeid, seksjon: Seksjon, u: Utsnitt, inn: str) -> None:
    """Take a point of the list of areas, or of the measures under one."""
    over = seksjon.overskrift.s.casefold() if seksjon.overskrift else ""
    er_under = seksjon.over is not None and seksjon.over.del_ == "satsning"
    if re.fullmatch(r"\d{1,2}[.)]?", u.s.strip()):
        a.etikett(u)
    elif "tiltak" in inn and "område" not in inn and "mål" not in inn:
        nr = innsats.samleområde(a, seksjon.overskrift)
        treff = innsats.FRIST.search(u.s)
        node = innsats.med_ledetekster(a, u) or innsats.med_parentes(a, u)
        if "ansvarlig" not in node:
            node = innsats.tiltak(u, None, u.gruppe(treff, "d") if treff else None, a)
        a.legg_til(node, f"satsningsområder.områder.{nr}.tiltak")
    elif _om_det_siste(a, u) or IKKE_AVTALT.search(u.s) or UTENFOR.match(u.s):
        return
    elif (med := innsats.med_skiller(a, u)) and (områdene := a.tre.liste("satsningsområder", "områder")):
        a.legg_til(med, f"satsningsområder.områder.{len(områdene) - 1}.tiltak")
    elif not (er_under or "områd" in inn.removeprefix(over)) and (med := innsats.med_ledetekster(a, u)):
        a.legg_til(med, "forpliktelser.felles")  # a measure, of no area that is named
    elif er_under and not er_områdene(seksjon):
        områder = a.tre.hent("satsningsområder", "områder")
        nr = len(områder) - 1 if isinstance(områder, list) and områder else innsats.samleområde(a, seksjon.overskrift)
        node = innsats.med_ledetekster(a, u) or innsats.med_parentes(a, u)
        a.legg_til(node, f"satsningsområder.områder.{nr}.tiltak")
    else:
        første, *flere = [*setninger(u)] or [u]
        mål = _MED_MÅL.match(første.s)
        sikkerhet = TROLIG if "mål" in inn else SIKKER
        nr = innsats.område(a, første.gruppe(mål, "n") if mål else første, sikkerhet)
        if mål:
            a.etikett(første.del_(mål.end("n"), mål.start("m")))
            målet = første.gruppe(mål, "m").strippet(" .").verdi(SIKKER, "det som står etter navnet")
            a.legg_til(målet, f"satsningsområder.områder.{nr}.mål")
        _under_området(a, nr, flere)


_OMRÅDET_FØRST = senere(r"^(?P<n>[A-ZÆØÅ][^.:;]{3,70})[.:]\s+(?=(?i:tiltak|mål)(?:et|ene|a)?\s?\d?:\s)")


def området_først(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Take the name of an area that a paragraph about its aims or measures begins with; return the rest."""
    treff = _OMRÅDET_FØRST.match(u.s)
    if treff is None or IKKE_AVTALT.search(treff["n"]) or ledetekst(treff["n"], "satsning"):
        return u
    innsats.område(a, u.gruppe(treff, "n"))
    return u.del_(treff.end(), len(u.s))


def begynner_med_ledetekst(u: Utsnitt) -> bool:
    """Tell whether a point begins with a label of a measure: «Tiltak: …», «Frist: …»."""
    nøkkel = next(iter(etiketter.deler(u, "satsning")), (None,))[0]
    return nøkkel in ("satsning.tiltak", "satsning.ansvarlig", "satsning.frist")


def _om_det_siste(a: Arbeid, u: Utsnitt) -> bool:
    """Read a point that is about the last area, by a label or by who does it; tell whether it was that."""
    return bool(a.tre.liste("satsningsområder", "områder")) and (_med_ledetekst(a, u) or innsats.tiltak_av(a, u))


def _med_ledetekst(a: Arbeid, u: Utsnitt) -> bool:
    """Read a point that begins with a label of a measure, of the last area; tell whether it was that."""
    if not begynner_med_ledetekst(u):
        return False
    alle = [
        etiketter.verdi(a, nøkkel, merke, del_)
        for nøkkel, merke, del_ in etiketter.deler(u, "satsning")
        if nøkkel and merke
    ]
    return any(alle)


def _under_området(a: Arbeid, nr: int, flere: list[Utsnitt]) -> None:
    """Take the sentences after the name of an area: its aims and its measures, each with who and when."""
    forrige: Utsnitt | None = None
    for en in flere:
        if (felt := _TIL_TILTAKET.match(en.s)) and a.tre.liste("satsningsområder", "områder", nr, "tiltak"):
            hva = "ansvarlig" if felt["m"].casefold().startswith("ansv") else "frist"
            if etiketter.verdi(
                a, f"satsning.{hva}", en.del_(0, felt.end()), en.del_(felt.end(), len(en.s)).strippet(" .")
            ):
                continue
        siste = a.tre.hent("satsningsområder", "områder", nr, "tiltak", -1)
        if isinstance(siste, dict) and "frist" not in siste and innsats.fortsetter(en, forrige):
            frist = innsats.FRIST.search(en.s)
            if frist and (dag := a.les(en.gruppe(frist, "d"), "dato", SIKKER, "fristen")):
                siste["frist"] = dag
                a.dekk(dag)
                continue
        forrige = en
        merke = _DELMERKE.match(en.s)
        ren = en.del_(merke.end(), len(en.s)) if merke else en
        if merke:
            a.etikett(en.gruppe(merke))
        if merke and "mål" in merke["m"].casefold():
            a.legg_til(ren.strippet(" .").verdi(SIKKER, "målet"), f"satsningsområder.områder.{nr}.mål")
        else:
            a.legg_til(innsats.gjøremål(a, ren), f"satsningsområder.områder.{nr}.tiltak")


_ER_MED = senere(
    r"medlem|består|bestå\b|sitter|sit\b|samansett|sammensatt|sett saman|satt sammen|samansetj|"
    r"sam(?:men|an)setning|deltak"
)
"""What is said over those who are in the council."""
_IKKE_MED = senere(
    r"oppg|mandat|ansvar|referat|kopi|innkall|går til|send|orienter|inform|sak(?:er|ar)|samarbeid|kontakt|varsl"
)
"""What is said over others who are counted up by their titles."""


def rådspunkt(a: Arbeid, over: str, innledning: str, u: Utsnitt) -> bool:
    """Take a point of a list about the council, under these words; tell whether it could be one."""
    inn = innledning.casefold()
    år = re.search(r"(?<!\d)20\d\d(?!\d)", f"{innledning} {over}")
    if møtene.møtepunkt(a, u, år[0] if år else ""):
        return True
    if _SIER.match(u.s):
        return False
    under_overskriften = innledning == over
    if under_overskriften and _PÅSTAND.search(u.s) and not re.search(r"oppg|mandat|skal|ansvar|medlem", inn):
        return False
    folk = [*ledd.personer(u)]
    if re.search(r"kan (?:inn|møte|delta)|ved behov|inviter|innkalles|kallast inn", inn):
        a.legg_til(
            {"tittel": u.strippet(" ,;.").verdi(SIKKER, "punktet", ledd.som_tittel(u.strippet(" ,;.").s))},
            "politiråd.medlemmer.ved_behov",
        )
    elif (
        folk or _ER_MED.search(inn) or (sidene.TITTEL_ALENE.fullmatch(u.s.strip(" ,;.")) and not _IKKE_MED.search(inn))
    ):
        side = (
            "politi"
            if re.search(r"fr[aå] politiet", inn)
            else "kommune"
            if re.search(r"fr[aå] kommun|fr[aå] heradet", inn)
            else ""
        )
        medlemslinjer.medlemmer(a, u.strippet(" ,;."), side)
    elif re.search(r"dagsorden|faste saker|saksliste", inn):
        a.legg_til(u.strippet(" ,;.").verdi(SIKKER, "punktet"), "politiråd.møter.faste_saker")
    elif re.search(r"oppgave|oppgåve|mandat|skal|ansvar|rådet", inn) or not inn:
        a.legg_til(u.strippet(" ,;.").verdi(SIKKER, "punktet"), "politiråd.mandat")
    else:
        return False
    return True
