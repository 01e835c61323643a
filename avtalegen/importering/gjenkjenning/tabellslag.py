"""A table read by its head, by its labels, or by what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell, med_ett_hode, uten_rader
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning import (
    etikettdeler,
    etiketter,
    fora,
    kontakttabell,
    moteplaner,
    partsskjema,
    partstabell,
    radene,
    responstabell,
    saksgang,
    sidetabell,
    skaltabell,
    slutt,
    tabeller,
    tjenester,
    typede,
    vedtakstabell,
)
from avtalegen.importering.gjenkjenning.celler import linjer, sammen
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import delene, er_overskrift, kolonner, ledetekst
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def tabell(a: Arbeid, t: Tabell, seksjon: Seksjon | None) -> bool:
    """Read a table by its head, by its labels, or by what stands in its columns."""
    del_, t = seksjon.del_ if seksjon else "", _uten_over(a, t)
    if del_ in ("kontakt", "tjenester", "kontakter", "slt", "råd", "møter", "satsning", "parter", ""):
        skrevet = {linje.nr: linje.tekst for linje in a.kilde.linjer}  # with the asides, which the rules don't read
        t = uten_rader(t, radene.utenfor(a, t, del_, [_skrevet(t, r, skrevet) for r in range(t.rader)]))
    t = radene.uten_forrige(t)
    over = seksjon.overskrift.s if seksjon and seksjon.overskrift else ""
    if saksgang.tabell(a, t) or (del_ == "vedlegg" and _bare_vedlegg(a, t)):
        return True
    if skaltabell.skal_og_skal_ikke(a, t, del_, over) or skaltabell.nivåene(a, t):
        return True
    if _av_egne(a, t, del_) or vedtakstabell.les(a, t):
        return True
    if partsskjema.les(a, t) or partstabell.les(a, t):
        return True
    egne = {"plikter": sidetabell.les, "fora": fora.tabell}
    if del_ in egne and egne[del_](a, t):
        return True
    i_rådet = del_ in ("råd", "møter", "")
    if _under_ledetekstene(a, t, del_) or (i_rådet and moteplaner.dager_bortover(a, t, seksjon)):
        return True
    if del_ == "kontakt" and kontakttabell.tilstede(a, t):
        return True
    if t.kolonner == _TO_PAR and _par(a, t, del_):
        return True
    if not _bare_ledetekster(t, del_) and tabeller.les(a, t, seksjon):
        return True
    return _ved_siden_av(a, t, _den_det_gjelder(t, del_, over))


def _ved_siden_av(a: Arbeid, t: Tabell, del_: str) -> bool:
    """Read a table by the labels, or the questions, in its first column; tell whether most of them are known."""
    nøkler = {r: n for (r, k), n in _nøkler(t, del_).items() if k == 0}
    spørsmål = sum(t.tekst(r, 0).rstrip().endswith("?") for r in range(t.rader))
    if t.kolonner < 2 or not nøkler:
        return False
    if 2 * len(nøkler) < t.rader and not (t.kolonner == 2 and 2 * spørsmål > t.rader):
        return False
    _vedleggene(a, t, {*nøkler})
    _stedet_over(a, t, nøkler)
    for r, nøkkel in nøkler.items():
        første, andre = t[r, 0], t[r, 1]
        if nøkkel == "tjenester.åpningstider" and etikettdeler.åpningstidene(a, linjer(andre)):
            for merke in linjer(første):
                a.etikett(merke)
        elif første and andre and første is not andre:
            for u in (en for linje in _uten_ingress(a, andre) for en in _hver_for_seg(nøkkel, linje)):
                for merke in første.utsnitt:
                    etiketter.verdi(a, nøkkel, merke, u)
    return True


def _nøkler(t: Tabell, del_: str) -> dict[tuple[int, int], str]:
    """Return the keys of the labels in a table, by where each stands.

    Those of the council count where the table is of the whole agreement, and those of the contact after his name.
    """
    alle = [(r, k) for r in range(t.rader) for k in ((0, 2) if t.kolonner == _TO_PAR else (0,))]
    rådets = [sted for sted in alle if (ledetekst(t.tekst(*sted), "råd") or "").startswith("råd.")]
    av_alt = not del_ and len(rådets) >= _FLERE_MERKER
    nøkler: dict[tuple[int, int], str] = {}
    forrige = ""
    for r, k in alle:
        merke, verdi = t.tekst(r, k), t.tekst(r, k + 1)
        fritt = typede.fritt(merke, verdi)
        nøkkel = ledetekst(merke, del_) or fritt or typede.nøkkel(merke, verdi, del_)
        if nøkkel is None and forrige.startswith("kontakt."):
            nøkkel = ledetekst(merke, "kontakt")
        elif nøkkel is None and av_alt:
            nøkkel = ledetekst(merke, "råd")
        if nøkkel:
            nøkler[r, k] = nøkkel
        forrige = fritt or (nøkkel or "" if forrige.startswith("kontakt.") else "")
    return nøkler


_FLERE_MERKER = 2
"""Labels of the council that make a table one of the whole agreement."""


def _stedet_over(a: Arbeid, t: Tabell, nøkler: Mapping[int, str]) -> None:
    """Take the name of an office that stands alone in the row over the labels for it."""
    alene = [u for k in range(t.kolonner) for u in linjer(t[0, k])]
    alle_ett = t[0, 0] is t[0, 1] or not linjer(t[0, 1])
    om_ett = sum(n.startswith("tjenester.") for n in nøkler.values()) > 1
    if 0 in nøkler or not (om_ett and alle_ett and alene) or not _KONTORET.search(alene[0].s):
        return
    tjenester.nytt_sted(a, alene[0].strippet().verdi(SIKKER, "raden over ledetekstene"))


_KONTORET = senere(
    r"(?i)(?:lensmannskontor|politistasjon|politipost|politikontor|tjenestested|tenestestad|kontoret?)\b"
)


def _uten_over(a: Arbeid, t: Tabell) -> Tabell:
    """Return a table with one row for its head; the words that stood over several of its columns are labels."""
    ny = med_ett_hode(t)
    kjent = kolonner(ny.rad(0)) if ny is not t else None
    if kjent is None or kjent[0] == "åpningstider":
        return t
    for u in (u for (r, _), rute in t.egne.items() if r == 0 for u in rute.utsnitt):
        a.etikett(u)
    return ny


def _av_egne(a: Arbeid, t: Tabell, del_: str) -> bool:
    """Read a table of how fast the police come, or of those who work with what is agreed; tell if it was one."""
    if del_ in ("tjenester", "kontakter", "beredskap", "") and responstabell.les(a, t):
        return True
    return del_ not in ("råd", "møter") and kontakttabell.roller(a, t, del_)


def _vedleggene(a: Arbeid, t: Tabell, kjente: set[int]) -> None:
    """Take the enclosures that a row of a table of labels counts up."""
    for r in range(t.rader):
        merke, rute = t[r, 0], t[r, 1]
        if r in kjente or merke is None or rute is None or er_overskrift(merke.tekst) != "vedlegg":
            continue
        for u in (en for linje in rute.utsnitt for en in slutt.vedleggene(linje.strippet())):
            a.legg_til({"tittel": u.verdi(SIKKER, "ledeteksten")}, "vedlegg")
        for u in merke.utsnitt:
            a.etikett(u)


_HODE = senere(r"(?i)(?:nr|nummer|navn|namn|tittel|vedlegg|hva|kva|dokument|innhold|innhald|dato)\.?")


def _bare_vedlegg(a: Arbeid, t: Tabell) -> bool:
    """Take the enclosures from a table of them, one in each row, by the column that has words in it."""
    starter = 1 if all(_HODE.fullmatch(en.strip()) for en in t.rad(0) if en.strip()) else 0
    titler = [
        k for k in range(t.kolonner) if all(re.search(r"[a-zæøå]{3}", t.tekst(r, k)) for r in range(starter, t.rader))
    ]
    if not titler or t.kolonner < 2 or starter == t.rader:
        return False
    for r in range(starter, t.rader):
        verdi = sammen(t[r, titler[0]])
        if verdi is not None:
            a.legg_til({"tittel": verdi}, "vedlegg")
    return True


_FLERE = (
    "kontakt.oppgaver",
    "kontakt.gjør_ikke",
    "kontakt.tilstedeværelse",
    "råd.kan_delta",
    "råd.ved_behov",
    "råd.faste_saker",
)
"""The labels that several may stand beside, each on a line of its own."""


def _den_det_gjelder(t: Tabell, del_: str, over: str) -> str:
    """Return which of the parts that a heading names a table of labels is about: the one with most of its labels."""
    alle = delene(over)
    if len({*alle}) < len(_TO) or t.kolonner != len(_TO):
        return del_

    def egne(en: str) -> int:
        return sum((ledetekst(t.tekst(r, 0), en) or "").startswith(f"{en}.") for r in range(t.rader))

    best = max(alle, key=egne)
    return best if egne(best) > egne(del_) else del_


_TO = ("ledeteksten", "verdien")
"""The columns of a table of labels."""


def _uten_ingress(a: Arbeid, rute: Rute) -> list[Utsnitt]:
    """Return the lines of a cell without the one that only says that the next is what it is about."""
    alle = [*rute.utsnitt]
    if len(alle) > 1 and alle[0].s.rstrip().endswith(":") and len(alle[0].s.split()) <= _INGRESS:
        a.etikett(alle[0])
        return alle[1:]
    return alle


_INGRESS = 3
"""Words of a line that only leads on to the next."""


def _hver_for_seg(nøkkel: str, u: Utsnitt) -> list[Utsnitt]:
    return [*u.delt(r"\n+")] if nøkkel in _FLERE else [u]


def _skrevet(t: Tabell, r: int, skrevet: dict[int, str]) -> list[str]:
    """Return the cells of a row as they were written."""
    ruter = (t[r, k] for k in range(t.kolonner))
    return [" ".join(skrevet.get(u.linje, u.s).strip() for u in rute.utsnitt) if rute else "" for rute in ruter]


_TO_PAR = 4
"""Columns of a table with two labels in each row, and what each is of beside it."""


def _par(a: Arbeid, t: Tabell, del_: str) -> bool:
    """Read a table of four columns with labels in the first and the third; tell whether it was one."""
    if all(ledetekst(t.tekst(0, k), del_) for k in range(1, t.kolonner)):
        return False  # what stands over its columns
    nøkler = _nøkler(t, del_)
    if len(nøkler) < t.rader or not any(k for _, k in nøkler):
        return False
    par = [(n, t[r, k], t[r, k + 1]) for (r, k), n in nøkler.items()]
    for n, første, andre in par:
        if første and andre and første is not andre:
            for u in andre.utsnitt:
                for merke in første.utsnitt:
                    etiketter.verdi(a, n, merke, u)
    return True


_VERVENE = ("råd.leder", "råd.nestleder", "råd.sekretær", "råd.medlemmer", "råd.kan_delta", "råd.ved_behov", "råd.vara")


def _under_ledetekstene(a: Arbeid, t: Tabell, del_: str) -> bool:
    """Read a table with a task of the council over each of its columns, and those who have it under; tell if it was."""
    nøkler = [ledetekst(t.tekst(0, k), "råd") for k in range(t.kolonner)] if del_ in ("råd", "møter", "") else []
    if t.rader < 2 or len(nøkler) < 2 or not all(n in _VERVENE for n in nøkler) or len({*nøkler}) < len(nøkler):
        return False
    for k, nøkkel in enumerate(nøkler):
        hode = t[0, k]
        for r in range(1, t.rader):
            rute = t[r, k]
            for u in [en for linje in rute.utsnitt for en in linje.delt(r"\n+")] if rute and nøkkel else ():
                for merke in hode.utsnitt if hode else ():
                    etiketter.verdi(a, nøkkel or "", merke, u)
    return True


_ETT = ("tjenester.", "kontakt.", "slt.")
"""The parts that a table tells of one of, with a label in each row."""


def _bare_ledetekster(t: Tabell, del_: str) -> bool:
    """Tell whether a table of two columns has labels in its rows: of one place, one contact, or with colons."""
    merker = [t.tekst(r, 0).rstrip() for r in range(t.rader)] if t.kolonner == 2 and t.rader > 2 else []
    nøkler = [ledetekst(merke, del_) or "" for merke in merker]
    if not merker or ledetekst(t.tekst(0, 1), del_):
        return False
    kjente = sum(nøkkel.startswith(_ETT) for nøkkel in nøkler)
    med_kolon = all(nøkler) and all(merke.endswith(":") for merke in merker)
    return med_kolon or (3 * kjente >= 2 * len(merker) and kjente > 1)
