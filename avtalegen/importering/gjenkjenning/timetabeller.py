"""Tables of hours: with the days over the columns, or down, or in a column beside one for the hours."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import tjenester
from avtalegen.importering.gjenkjenning.celler import første, linjer, sammen, tom
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_DAGORD = senere(
    r"(?i)^(?:man|mån|tirs?|tys|ons|tors?|fre|lør|laur|søn|sun)(?:dag(?:er|ar)?)?\.?$|^(?:ma|ti|on|to|fr|lø|sø)\.?$"
)

_DØGNET = senere(r"(?i)(?:(?:alle|hver|kvar)\sdag(?:er|ar)?,?\s)?(?:hei?le\sdøgnet|døgnåpen?t?|døgnope?n?)")
"""Hours without a time of the day."""


def _sted(a: Arbeid, rute: Rute | None) -> int | None:
    """Add the place that a cell names, with its address when it stands there too."""
    alle = linjer(rute)
    if not alle or tom(alle[0]):
        return None
    første = alle[0]
    if ledetekst(første.s, "tjenester") == "tjenester.åpningstider":
        a.etikett(første)  # what stands in the row, and no place
        return None
    adresse = None
    nummer = re.search(rf"(?i),?\s(?:telefon|tlf\.?|tel\.?)\s?:?\s?(?P<t>{uttrykk.TELEFON})\W*$", første.s)
    telefon = første.gruppe(nummer, "t").verdi(SIKKER, "tabellen") if nummer else None
    første = første.del_(0, nummer.start()) if nummer else første
    if treff := re.search(rf",?\s?(?P<a>{tjenester.ADRESSEN}).*$", første.s):
        if treff.start() > 0:
            adresse = første.del_(treff.start("a"), len(første.s)).verdi(SIKKER, "tabellen")
            første = første.del_(0, treff.start())
    elif len(alle) > 1 and tjenester.ADRESSE.search(alle[1].s):
        adresse = alle[1].verdi(SIKKER, "tabellen")
    return tjenester.nytt_sted(a, første.strippet(" ,;:").verdi(SIKKER, "tabellen"), adresse=adresse, telefon=telefon)


def åpningstider(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read hours from a table with the places down, and columns for the days and the hours, or for seasons."""
    if "sted" not in plass or not ({"dager", "tider"} & plass.keys()):
        return False
    del seksjon
    to_hoder = any(rute.celle.kolonner > 1 for k in range(tabell.kolonner) if (rute := tabell[0, k]))
    nr: int | None = None
    for r in range(2 if to_hoder else 1, tabell.rader):
        her = _sted(a, tabell[r, plass["sted"]])
        fortsetter = her is None and nr is not None and not tabell.tekst(r, plass["sted"])
        nr = nr if fortsetter else her
        if nr is None:
            continue
        for k in range(tabell.kolonner):
            if k in plass.values() and k not in (plass.get("dager"), plass.get("tider")):
                continue
            if to_hoder:
                _sesong(a, tabell, r, k, nr)
        if not to_hoder:
            _rad_med_tider(a, tabell, r, plass, nr, fortsetter=fortsetter)
    if to_hoder:
        for k in range(tabell.kolonner):
            for u in linjer(tabell[1, k]):
                a.etikett(u)
    return True


def _rad_med_tider(
    a: Arbeid, tabell: Tabell, r: int, plass: dict[str, int], nr: int, *, fortsetter: bool = False
) -> None:
    dager = første(tabell[r, plass["dager"]]) if "dager" in plass else None
    tider = første(tabell[r, plass["tider"]]) if "tider" in plass else None
    if tider and dager is None and len([*re.finditer(uttrykk.DAGER, tider.s)]) > 1:
        tjenester.tider_og_stengt(a, tider, nr)
    elif verdi := _tid(dager, tider):
        en_celle = r > 1 and tabell[r, plass["sted"]] is tabell[r - 1, plass["sted"]]
        _flere_rader(a, verdi, nr, samme=en_celle or fortsetter)
    if tider and "merknad" not in plass and (bare := _BARE.search(tider.s)):
        a.sett(tider.gruppe(bare, "m").verdi(SIKKER, "tabellen"), f"tjenestetilbud.tjenestesteder.{nr}.merknad")
    for u in linjer(tabell[r, plass["tider"]])[1:] if "tider" in plass else ():
        _lenge_åpent(a, u, nr)
    for felt in ("telefon", "merknad", "tjenester", "adresse"):
        if felt not in plass or not (rute := tabell[r, plass[felt]]):
            continue
        v = sammen(rute)
        if v and felt == "telefon":
            treff = re.match(uttrykk.TELEFON, v.tekst)
            v = v._replace(tekst=treff[0]) if treff else v
            if treff:
                for u in linjer(rute):
                    a.etikett(u.del_(treff.end(), len(u.s)))
        if v:
            a.sett([v] if felt == "tjenester" else v, f"tjenestetilbud.tjenestesteder.{nr}.{felt}")


_BARE = senere(
    rf"(?<=\d)[,;]?\s\(?(?P<m>(?i:bare|berre|kun|unntatt|unnateke|fr[aå])\s[^()]*(?i:{uttrykk.MÅNED}|\w*sesong\w*|sommer\w*|sommar\w*|"
    r"vinter\w*|ferie\w*)[^()]*)\)?$"
)
"""What stands after the hours in a cell of when in the year they are."""


_EN_DAG_TIL = senere(
    r"(?i)^(?P<d>(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|laur|søn|sun)(?:dag(?:er|ar)?)?)\.?:?\s"
    r"(?:(?:er det|åpent|ope|helt|heilt)\s){0,3}til\s(?:kl\.?\s|klokk[ea]n?\s)?(?P<k>\d{1,2}(?:[.:]?\d\d)?)\W*$"
)


def _lenge_åpent(a: Arbeid, u: Utsnitt, nr: int) -> None:
    """Take the day of a line under the ordinary hours that a place is open longer: «ons. til 18»."""
    treff = _EN_DAG_TIL.match(u.s.strip())
    slutt = ledd.klokkeslett(treff["k"], tidligst=ledd.TIDLIGST_SLUTT) if treff else None
    if treff and slutt:
        verdi = u.verdi(SIKKER, "tabellen", f"{treff['d'].casefold()} til kl. {slutt}", ordrett=False)
        a.sett(verdi, f"tjenestetilbud.tjenestesteder.{nr}.langåpent")


def _flere_rader(a: Arbeid, verdi: Verdi, nr: int, *, samme: bool) -> None:
    """Give a place the hours of a row; those of a cell that covers several rows are all of the same place."""
    hvor = ("tjenestetilbud", "tjenestesteder", nr, "åpningstider")
    der = a.tre.hent(*hvor)
    if samme and isinstance(der, Verdi):
        a.tre.fjern(*hvor)
        a.tre.sett([der], *hvor)
    if not (samme and a.legg_til(verdi, ".".join(map(str, hvor)))):
        a.sett(verdi, ".".join(map(str, hvor)))


def _tid(dager: Utsnitt | None, tider: Utsnitt | None) -> Verdi | None:
    """Return the hours of one or two cells."""
    if tider is None and dager is not None:
        treff = tjenester.TIDER.search(dager.s)
        t = ledd.tidsrom(treff["t"]) if treff else None
        return dager.verdi(SIKKER, "tabellen", f"{samlet(treff['d'])} {t}", ordrett=False) if treff and t else None
    if tider is None or tom(tider):
        return None
    if dager is None and _DØGNET.fullmatch(tider.s.strip(" .")):
        return tider.verdi(SIKKER, "tabellen")
    t = ledd.tidsrom(re.sub(r"(?i)^kl\.?\s", "", tider.s)) or ("stengt" if re.match(r"(?i)steng", tider.s) else None)
    if t is None:
        return _tid(tider, None) if dager is None else None
    if dager is None:
        return tider.verdi(SIKKER, "tabellen", t, ordrett=False)
    d = samlet(dager.s)
    vanlig = ledd.dager(d)
    verdi = Verdi(f"{d} {t}", (dager.spenn, tider.spenn), SIKKER, "tabellen", ordrett=False)
    return verdi if vanlig else verdi._replace(sikkerhet=TROLIG)


def _sesong(a: Arbeid, tabell: Tabell, r: int, k: int, nr: int) -> None:
    """Read the hours of one season in a table with the seasons over its columns: the days, and the hours beside."""
    hode = tabell[0, k]
    if hode is None or k + 1 >= tabell.kolonner or tabell[0, k + 1] is not hode or hode.celle.kolonne != k:
        return
    dager, tider, sesong = første(tabell[r, k]), første(tabell[r, k + 1]), sammen(hode)
    if dager is None or sesong is None:
        return
    verdi = _tid(dager, tider)
    if verdi is not None and a.tre.har("tjenestetilbud", "tjenestesteder", nr, "åpningstider"):
        tekst = f"{sesong.tekst}: {verdi.tekst}"
        a.sett(
            Verdi(tekst, (*sesong.spenn, *verdi.spenn), SIKKER, "tabellen", ordrett=False),
            f"tjenestetilbud.tjenestesteder.{nr}.merknad",
        )
    elif verdi is not None:
        a.sett(verdi, f"tjenestetilbud.tjenestesteder.{nr}.åpningstider")
        a.sett(sesong, f"tjenestetilbud.tjenestesteder.{nr}.sesong")
    elif re.match(r"(?i)steng", dager.s):
        tekst = f"{sesong.tekst}: stengt"
        a.sett(
            Verdi(tekst, (*sesong.spenn, dager.spenn), SIKKER, "tabellen", ordrett=False),
            f"tjenestetilbud.tjenestesteder.{nr}.merknad",
        )


def dager_bortover(a: Arbeid, tabell: Tabell) -> bool:
    """Read hours from a table with the days over its columns and the places down."""
    hoderad, dager = next(((h, d) for h in (0, 1) if (d := _dagene_i(tabell, h))), (0, {}))
    if not dager:
        return False
    for merke in (u for h in range(hoderad + 1) for k in range(tabell.kolonner) for u in linjer(tabell[h, k])):
        a.etikett(merke)
    for r in range(hoderad + 1, tabell.rader):
        nr = _sted(a, tabell[r, 0]) if 0 not in dager else None
        if nr is None:
            if a.tre.har("tjenestetilbud", "tjenestesteder"):
                nr = len(a.tre.liste("tjenestetilbud", "tjenestesteder")) - 1
            else:
                tjenester.navnløst(a)
                nr = 0
        verdier: list[Node] = []
        for k, dag in dager.items():
            if (u := første(tabell[r, k])) and (verdi := _tid(None, u)):
                verdier.append(verdi._replace(tekst=f"{dag.strip(' .:').casefold()} {verdi.tekst}"))
            elif u and tom(u):
                a.etikett(u)
        if verdier:
            a.sett(verdier, f"tjenestetilbud.tjenestesteder.{nr}.åpningstider")
        _nummeret(a, tabell, r, nr)
    return True


def _nummeret(a: Arbeid, tabell: Tabell, r: int, nr: int) -> None:
    """Give a place the telephone number and the address in its row."""
    for k in range(1, tabell.kolonner):
        nummer = sammen(tabell[r, k])
        if nummer and re.fullmatch(uttrykk.TELEFON, nummer.tekst):
            a.sett(nummer, f"tjenestetilbud.tjenestesteder.{nr}.telefon")
        elif nummer and re.fullmatch(tjenester.ADRESSEN, nummer.tekst):
            a.sett(nummer, f"tjenestetilbud.tjenestesteder.{nr}.adresse")


def _dagene_i(tabell: Tabell, rad: int) -> dict[int, str]:
    """Return the columns that a row says the days of, or nothing when it is no such head."""
    dager = {k: t for k in range(tabell.kolonner) if _er_dager(t := tabell.tekst(rad, k).strip())}
    under = [t for k in dager for r in range(rad + 1, tabell.rader) if (t := tabell.tekst(r, k).strip(" –-"))]
    timer = [t for t in under if re.search(uttrykk.TIDSROM, t) or re.match(r"(?i)steng", t)]
    return dager if (len(dager) > 2 or (len(dager) == 2 and tabell.kolonner > 2 and timer == under)) and timer else {}


_FRA = senere(r"(?i)(?:fr[aå]|åpne[rs]?|opnar?|opnast|starte?r?|begynner|byrjar)(?:\s(?:fr[aå]|kl\.?|klokk[ae]n?))?")
_TIL = senere(r"(?i)(?:til|steng(?:er|es|jer|jast)?|slutte?r?|lukke[rs]?)(?:\s(?:til|kl\.?|klokk[ae]n?))?")


def fra_og_til(a: Arbeid, tabell: Tabell) -> bool:
    """Read hours from a table with the days down, and a column for when it opens and one for when it closes."""
    hode = [en.strip(" .:") for en in tabell.rad(0)]
    k = next((k for k in range(1, len(hode) - 1) if _FRA.fullmatch(hode[k]) and _TIL.fullmatch(hode[k + 1])), None)
    dager = {r: u for r in range(1, tabell.rader) if (u := første(tabell[r, 0])) and _er_dager(u.s)}
    if k is None or not dager:
        return False
    verdier: list[Node] = []
    for r, dag in dager.items():
        fra, til = første(tabell[r, k]), første(tabell[r, k + 1])
        if fra and til and not tom(fra) and (tid := ledd.tidsrom(f"{fra.s}–{til.s}")):
            tekst = f"{dag.s.strip(' .:').casefold()} {tid}"
            verdier.append(Verdi(tekst, (dag.spenn, fra.spenn, til.spenn), SIKKER, "tabellen", ordrett=False))
    if not verdier:
        return False
    tjenester.navnløst(a)
    nr = len(a.tre.liste("tjenestetilbud", "tjenestesteder")) - 1
    if not a.sett(verdier, f"tjenestetilbud.tjenestesteder.{nr}.åpningstider"):
        return False
    for merke in (u for j in (0, k, k + 1) for u in linjer(tabell[0, j])):
        a.etikett(merke)
    return True


def dager_nedover(a: Arbeid, tabell: Tabell) -> bool:
    """Read hours from a table with the days down and the places, if several, over the columns."""
    dager = {r: u for r in range(tabell.rader) if (u := første(tabell[r, 0])) and _er_dager(u.s)}
    if len(dager) < 2 or not any(_tid(None, første(tabell[r, k])) for r in dager for k in range(1, tabell.kolonner)):
        return False
    if 0 not in dager:
        for merke in linjer(tabell[0, 0]):
            a.etikett(merke)
    for k, nr in _steder(a, tabell, hode=0 not in dager).items():
        verdier: list[Node] = []
        for r, dag in dager.items():
            if verdi := _tid(None, første(tabell[r, k])):
                tekst = f"{dag.s.strip(' .:').casefold()} {verdi.tekst}"
                verdier.append(verdi._replace(tekst=tekst, spenn=(dag.spenn, *verdi.spenn)))
        if verdier:
            a.sett(verdier, f"tjenestetilbud.tjenestesteder.{nr}.åpningstider")
        _under_dagene(a, tabell, k, nr, set(dager))
    return True


def _er_dager(tekst: str) -> bool:
    return bool(_DAGORD.match(tekst.strip()) or ledd.dager(tekst.strip(" :")))


_FØR = senere(r"(?i)(?:før|tidl[ei]g[ae]re|fram til|frem til|forrige|førre|gamle?|gamal|gammel)\b")
"""What stands over the hours that there were."""


def _steder(a: Arbeid, tabell: Tabell, *, hode: bool) -> dict[int, int]:
    """Return which place each column is about."""
    steder: dict[int, int] = {}
    for k in range(1, tabell.kolonner):
        if hode and _FØR.match(tabell.tekst(0, k)):
            continue
        if any(
            re.search(
                r"(?i)\bikk[je]+\s(?:omfatt|med\b|en del|"
                r"ein del)",
                tabell.tekst(r, k),
            )
            for r in range(tabell.rader)
        ):
            continue
        navngitt = hode and not re.match(r"(?i)åpning|opning|tid|kl", tabell.tekst(0, k))
        nr = _sted(a, tabell[0, k]) if navngitt else None
        if nr is None and k > 1 and not hode:
            continue
        if nr is None:
            tjenester.navnløst(a)
            nr = len(a.tre.liste("tjenestetilbud", "tjenestesteder")) - 1
        steder[k] = nr
    return steder


_ANNET = (
    ("telefon", r"(?i)telefon|tlf"),
    ("adresse", r"(?i)(?:besøks)?adresse|hvor\b|kor\b|kvar\b|sted\b|stad\b"),
    ("merknad", r"(?i)merknad|kommentar"),
)


def _under_dagene(a: Arbeid, tabell: Tabell, k: int, nr: int, dager: set[int]) -> None:
    """Read the rows that are no days: a remark, a number, an address."""
    for r in range(1, tabell.rader):
        merke = første(tabell[r, 0])
        felt = next((navn for navn, ord_ in _ANNET if merke and re.match(ord_, merke.s)), None)
        if r not in dager and felt and merke and (verdi := sammen(tabell[r, k])):
            a.sett(verdi, f"tjenestetilbud.tjenestesteder.{nr}.{felt}")
            a.etikett(merke)
