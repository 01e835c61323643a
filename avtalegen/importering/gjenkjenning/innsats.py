"""What the parties want and will do: aims, areas with measures, duties, resources, SLT and other places to meet."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.utsnitt import Utsnitt, samlet

_REKKE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[,;:]))(?:\(?(?:\d{1,2}|[a-zæøå])\)|[•–-](?=\s))\s*", re.IGNORECASE)
_MENGDE = re.compile(rf"(?P<_f>(?:(?i:inntil|minst|om lag|ca\.?)\s)?)(?P<b>{uttrykk.BELØP})")
_FRIST = re.compile(
    r"(?i:(?P<_m>(?:det første\s)?(?:innen|innan|før|seinast|senest|"
    rf"frå|fra)\s(?:den\s)?))(?P<d>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO})"
)


def områder_i(a: Arbeid, u: Utsnitt) -> bool:
    """Take the areas that a sentence counts up: «a) trygg skolevei, b) …», «(1) …, (2) …»."""
    starter = [*_REKKE.finditer(u.s)]
    if len(starter) < 2:
        return False
    for nr, treff in enumerate(starter):
        slutt = starter[nr + 1].start() if nr + 1 < len(starter) else len(u.s)
        del_ = u.del_(treff.end(), slutt).strippet(" ,;.\n")
        del_ = del_.del_(0, len(del_.s) - 3) if del_.s.endswith(" og") else del_
        if del_.s:
            a.etikett(u.gruppe(treff))
            område(a, del_)
    return True


IKKE_NÅ = re.compile(
    r"(?i)\b(?:fram|frem) til \d{4}\b[^.]*\bvar\b|\bstrøk\w*|\btatt ut\b|\bteke ut\b|\bprioriter\w+ ikk[je]+\b|"
    r"\bikk[je]+ (?:et |eit )?"
    r"(?:sats|innsats|fokus)\w*område|\bvar (?:også |òg )?\w+ (?:et|eit) \w*område|\bikk[je]+ fleirtal|"
    r"\bikk[je]+ flertall|\ber ikk[je]+ (?:en |ein )?del av"
)
"""What is no longer, or did not become, one of the areas."""
_ARBEIDE_MED = re.compile(
    r"(?i)(?:(?:\b(?:to|tre|fire|fem|seks) (?:ting|områder|område|saker|felt))\s?:|"
    r"fokus(?:et)?(?: i [\d og–-]+)?\s?:|"
    r"arbeid(?:e|er|ar)? (?:særlig |særleg |mest |spesielt )?med|arbeide|prioritere|prioriterer|satse på|"
    r"satsar på|satser på|legge vekt på|"
    r"fokus på|fokusere på|rettes mot|rettast mot|områder er|område er)\s?:?\s"
    r"(?:(?:to|tre|fire|fem|seks) (?:ting|områder|område|saker|felt):\s)?(?P<l>[^.:]+(?:,|\sog\s)[^.:]+)\.?$"
)


def prioriteringer(a: Arbeid, u: Utsnitt) -> bool:
    """Take the areas that a sentence says the parties will work with: «prioritere rus blant unge, vold og fart»."""
    treff = _ARBEIDE_MED.search(u.s)
    leddene = ledd.oppramsing(u.gruppe(treff, "l")) if treff else []
    if len(leddene) < 2 or any(len(en.s.split()) > 9 for en in leddene):
        return False
    for en in leddene:
        område(a, en, TROLIG)
    return True


def område(a: Arbeid, u: Utsnitt, sikkerhet: Sikkerhet = SIKKER) -> int:
    """Add an area by its name, unless it is there, and return which it is."""
    ren = u.strippet(" ,;.:")
    områder = a.tre.liste("satsningsområder", "områder")
    for nr, der in enumerate(områder):
        navn = der.get("navn") if isinstance(der, dict) else None
        if isinstance(navn, Verdi) and navn.tekst.casefold() == samlet(ren.s).casefold():
            a.dekk(navn._replace(spenn=(ren.spenn,)))
            return nr
    a.legg_til({"navn": ren.verdi(sikkerhet, "punktet eller overskriften")}, "satsningsområder.områder")
    return len(a.tre.liste("satsningsområder", "områder")) - 1


def samleområde(a: Arbeid, navn: Utsnitt | None) -> int:
    """Return the area for measures that belong to none: it has the name of the heading over them."""
    if navn is not None:
        return område(a, navn, TROLIG)
    a.tre.legg_til(
        {"navn": Verdi("Tiltak", (), TROLIG, "tiltakene hører ikke til noe område", ordrett=False)},
        "satsningsområder",
        "områder",
    )
    return len(a.tre.liste("satsningsområder", "områder")) - 1


def tiltak(hva: Utsnitt, ansvarlig: Utsnitt | None, frist: Utsnitt | None, a: Arbeid) -> dict[str, Node]:
    """Return a measure with those who are responsible and when it is to be done."""
    node: dict[str, Node] = {"hva": hva.strippet(" ,;.").verdi(SIKKER, "tiltaket")}
    if ansvarlig and ansvarlig.strippet(" ,;.–-").s:
        ledd_ = ledd.oppramsing(ansvarlig.strippet(" ."))
        node["ansvarlig"] = [en.verdi(SIKKER, "den ansvarlige") for en in ledd_]
    if frist and (ren := frist.strippet(" ,;.–-")).s:
        node["frist"] = a.les(ren, "dato", SIKKER, "fristen") or _fristen(a, ren)
    return node


_I_PARENTES = re.compile(r"^(?P<h>.+?)\s\((?P<a>[^(),\d]{3,60}?)(?:,\s(?P<f>[^()]{3,40}))?\)\.?$")


def med_parentes(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return a measure with what stands in brackets after it: «Kurs for vakter (næringssjefen, 1.11.2015)»."""
    treff = _I_PARENTES.match(u.s)
    if treff is None or (
        treff["f"] is None
        and not re.search(
            rf"{uttrykk.TITTELORD}|(?i:politi|kommune|"
            f"lensmann)",
            treff["a"],
        )
    ):
        return {"hva": u.strippet(" ,;.").verdi(SIKKER, "punktet")}
    frist = u.gruppe(treff, "f") if treff["f"] else None
    return tiltak(u.gruppe(treff, "h"), u.gruppe(treff, "a"), frist, a)


_HVEM_GJØR = re.compile(r"^(?P<a>[a-zæøå][a-zæøå\- ]{2,40}):\s(?P<h>[^:]+)$")


def tiltak_av(a: Arbeid, u: Utsnitt) -> bool:
    """Take a point that begins with who does it, under an area: «lensmannen: to kontroller i måneden»."""
    treff, områder = _HVEM_GJØR.match(u.s.rstrip(" .")), a.tre.liste("satsningsområder", "områder")
    if treff is None or not områder:
        return False
    hva = u.gruppe(treff, "h")
    frist = _FRIST.search(hva.s)
    node = tiltak(hva, u.gruppe(treff, "a"), hva.gruppe(frist, "d") if frist else None, a)
    return a.legg_til(node, f"satsningsområder.områder.{len(områder) - 1}.tiltak")


def _fristen(a: Arbeid, u: Utsnitt) -> Verdi:
    treff = _FRIST.match(u.s)
    if treff and treff.end() == len(u.s) and (dag := ledd.dato(treff["d"])):
        a.etikett(u.del_(0, treff.start("d")))
        return u.gruppe(treff, "d").verdi(SIKKER, "fristen", dag, ordrett=False)
    return u.verdi(SIKKER, "fristen")


def gjøremål(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return a sentence as a measure, with who does it and the day that it is to be done by."""
    if "ansvarlig" in (med := med_parentes(a, u)):
        return med
    treff = _FRIST.search(u.s)
    node = tiltak(u, None, None, a)
    if treff and (frist := a.les(u.gruppe(treff, "d"), "dato", SIKKER, "fristen")):
        node["frist"] = frist
    return node


def løpende_tiltak(a: Arbeid, u: Utsnitt) -> bool:
    """Take a sentence with a day that something is to be done by as a common duty with that day."""
    treff = _FRIST.search(u.s)
    if not treff or re.search(r"(?i)avtalen|vedt[ao]k|erstatt", u.s):
        return False
    node: dict[str, Node] = {"hva": u.strippet(" .").verdi(SIKKER, "setningen om tiltaket")}
    if frist := (
        a.les(u.gruppe(treff, "d"), "dato", SIKKER, "fristen") or u.gruppe(treff, "d").verdi(TROLIG, "fristen")
    ):
        node["frist"] = frist
    if hvem := re.match(
        rf"(?P<r>{uttrykk.ROLLE})\s(?:sørger for|syter for|lager|lagar|skal|setter|har|gjennomfører|arrangerer)", u.s
    ):
        node["ansvarlig"] = [u.gruppe(hvem, "r").verdi(TROLIG, "den som gjør det")]
    elif hvem := re.search(
        r"(?:skal|lager|lagar)\s(?P<r>[A-ZÆØÅa-zæøå\-]+(?:en|et|a|ene|ane)(?:\sog\s[a-zæøå]+(?:en|et|a|ene|ane))?)\s",
        u.s,
    ):
        node["ansvarlig"] = [ett.verdi(TROLIG, "den som gjør det") for ett in ledd.oppramsing(u.gruppe(hvem, "r"))]
    return a.legg_til(node, "forpliktelser.felles")


_HVEM = {
    "fylkeskommunen": r"(?:fylkeskommunen|fylket)",
    "kommunen": r"(?:hver kommune|kvar kommune|hver av kommunene|kvar av kommunane|kommunen|kommunene|"
    r"kommunane|heradet|kommune|bygda|ordføreren|rådmannen|byen)",
    "politiet": (
        r"(?:politiet|lensmannen|politidistriktet|politimesteren|politistasjonen|"
        r"lensmannskontoret|politimeisteren)"
    ),
    "felles": r"(?:partene|partane|begge parter|begge partar|vi)",
}
_SKAL = re.compile(
    (
        rf"^(?i:(?P<_hvem>{'|'.join(_HVEM.values())}))\s(?P<m>(?i:skal|"
        r"forplikter seg til(?:\så)?|forpliktar seg til(?:\så)?|vil|"
        r"bidrar med|har ansvar(?:et)? for(?:\så)?:?)(?:\så)?|:)\s?(?P<l>.*)"
        r"$"
    ),
    re.DOTALL,
)


def om_områder(tekst: str) -> bool:
    """Tell whether a sentence says what the parties will work with, or by which day something is to be done."""
    return bool(_ARBEIDE_MED.search(tekst) or re.match(_FRIST, tekst))


def skal(tekst: str) -> bool:
    """Tell whether a sentence says what one of the sides is to do."""
    return _SKAL.match(tekst) is not None


_VENTER = re.compile(r"(?i)^[^:]*\b(?:vent|forvent|ønsk|ynskj)\w*\s(?:at|av)\s")


def hvem_i(tekst: str) -> str | None:
    """Return whose duties a heading or the beginning of a list is about: in «A venter at B», those of B."""
    if ventet := _VENTER.match(tekst):
        tekst = tekst[ventet.end() :]
    for navn, mønster in _HVEM.items():
        if re.match(rf"(?i)\W*{mønster}(?:s)?(?!\w)", tekst):
            return navn
    return None


def hvem_nevnes(tekst: str) -> str | None:
    """Return whose duties a heading is about, wherever in it they are named; None when it names both, or none."""
    navngitt = {navn for navn, mønster in _HVEM.items() if re.search(rf"(?i)(?<!\w){mønster}s?(?!\w)", tekst)}
    return navngitt.pop() if len(navngitt) == 1 else None


_ÅRENE = re.compile(r"(?<!\d)(?P<f>20\d\d)\s?(?:[-–/]|til|og)\s?(?P<t>20\d\d)(?!\d)")


def perioden(a: Arbeid, u: Utsnitt) -> None:
    """Read which years the areas are for, in a heading or in the words over a list of them."""
    treff = _ÅRENE.search(u.s)
    if treff and int(treff["f"]) < int(treff["t"]):
        verdi = u.gruppe(treff).verdi(SIKKER, "årene", f"{treff['f']}–{treff['t']}", ordrett=False)
        a.sett(verdi, "satsningsområder.periode")


def innledning(tekst: str) -> str | None:
    """Return whose duties a list is of, when the words before it say nothing else: «Kommunen skal:»."""
    treff = re.fullmatch(
        r"(?i)(?:[^:]*\b(?:vente|forvent|ønske|ynskj|ønskj)\w*\s(?:at|av)\s)?"
        rf"\W*({'|'.join(_HVEM.values())})(?:s (?:plikter|ansvar|oppgaver|bidrag|forpliktelser))?"
        r"(?:\s(?:skal|vil|forplikter seg til|forpliktar seg til|har ansvar for|pliktar|plikter)(?:\så)?)?\s*:?\s*",
        tekst,
    )
    return hvem_i(tekst) if treff else None


def plikt(a: Arbeid, u: Utsnitt, hvem: str, sikkerhet: Sikkerhet = SIKKER) -> bool:
    """Add a duty of one of the sides."""
    return a.legg_til(
        u.strippet(" ,;.").verdi(sikkerhet, "punktet under den som skal gjøre det"), f"forpliktelser.{hvem}"
    )


_LOVER = (
    r"(?:lover|lovar|forplikter seg til|forpliktar seg til|påtar seg|påtek seg|tar på seg|tek på seg|plikter|pliktar|"
    r"bidrar med|bidreg med|stiller med|stiller opp med|yter|dekker|dekkjer|kostar|bekoster|sørger for|syter for)"
)
"""The verbs that a side takes something on with; what stands after them is what it does."""


def _med_navn(a: Arbeid, u: Utsnitt) -> tuple[str, int] | None:
    """Return whose duties a sentence tells that begins with a side, perhaps by name, and where the verb begins."""
    navn = "|".join(re.escape(k.navn) for k in a.kommuner)
    kommuner = rf"(?:{navn})(?:(?:,|\sog)\s(?:{navn}))*(?:\s(?:kommuner?|herad))?|" if navn else ""
    for side, mønster in (
        ("kommunen", rf"{kommuner}{_HVEM['kommunen']}"),
        ("politiet", rf"(?:[A-ZÆØÅ][\w-]+\s(?:og\s\w+\s)?)?(?i:{_HVEM['politiet']}|politidistrikt|lensmannskontor)"),
    ):
        if treff := re.match(rf"(?:{mønster}|(?i:(?:fra|frå)\s(?:{mønster})s?\s(?:side|sida)))(?=\s[a-zæøå]|:\s)", u.s):
            return side, treff.end()
    return None


def _løfte(a: Arbeid, u: Utsnitt) -> str | None:
    """Take what a side that is named takes on, as in «Flakstad kommune lover å A, å B og å C»."""
    funnet = _med_navn(a, u)
    if funnet is None:
        return None
    side, slutt = funnet
    rest = u.del_(slutt, len(u.s)).strippet(" .")
    lover = re.match(rf"(?:skal|vil|må|{_LOVER})\s(?=\S)", rest.s)
    leddene = [rest]
    if u.s[slutt] == ":":
        a.etikett(u.del_(0, slutt + 1))
        for ett in ledd.oppramsing(u.del_(slutt + 1, len(u.s)).strippet(" .")):
            plikt(a, ett, side, TROLIG)
        return side
    if lover and re.search(r",\s(?:og\s)?å\s|\sog\så\s", rest.s):
        leddene = [*rest.del_(lover.end(), len(rest.s)).delt(r",?\s+og\s+(?=å\s)|,\s+(?=å\s)")]
    elif lover and re.match("skal|vil|må", lover[0]):
        leddene = ledd.oppramsing(rest.del_(lover.end(), len(rest.s)))
    elif not re.match(r"[a-zæøå]+(?:er|ar|t|r|s|st)?\s", rest.s):
        return None
    else:
        leddene = [*rest.delt(rf",?\s+og\s+(?={_LOVER}|stiller|legger|gir|gjev|har|set)|,\s+(?={_LOVER}\s)")]
        leddene[0] = u.del_(0, leddene[0].fra + len(leddene[0].s) - u.fra)
    for ett in leddene:
        ren = ett.del_(2, len(ett.s)) if ett.s.startswith("å ") else ett
        plikt(a, ren, side, TROLIG)
    return side


def plikter(a: Arbeid, u: Utsnitt, hvem: str | None = None) -> str | None:
    """Take the duties in a sentence: «Kommunen skal A, B og C.»; return whose list begins with it."""
    ressurs(a, u)
    if _VENTER.match(u.s) and len(u.s) < 80 and (ventes := hvem_i(u.s)):
        a.etikett(u)
        return ventes
    treff = _SKAL.match(u.s)
    if treff is None and (side := _løfte(a, u)):
        return side
    if treff:
        hvem = hvem_i(treff["_hvem"]) or "felles"
        innhold = u.gruppe(treff, "l").strippet(" :.")
        a.etikett(u.del_(0, treff.start("l")))
        if not innhold.s:
            return hvem
        for ett in ledd.oppramsing(innhold):
            plikt(a, ett, hvem, TROLIG)
        return hvem
    første = re.match(rf"^(?i:{'|'.join(_HVEM.values())})\s(?=[a-zæøå]+(?:er|ar|t|r)?\s)", u.s)
    if første:
        hvem = hvem_i(første[0]) or "felles"
        plikt(a, u, hvem, TROLIG)
        return hvem
    if hvem and u.s[:1].islower():
        for ett in ledd.oppramsing(u.strippet(" .")):
            plikt(a, ett, hvem, TROLIG)
    return hvem


_SETTER_INN = re.compile(
    r"(?i)betal|\bgir\b|gjev|yter|løyv|bevilg|bidr|dekker|dekkjer|legg|sett|still|kost|beregnet|årl[ie]g|"
    r"pr\.? år|per år|\bkr\b.*\btil\b"
)


def ressurs(a: Arbeid, u: Utsnitt) -> bool:
    """Take an amount, or a share of a position, that somebody puts in."""
    hvem = re.search(
        rf"(?i)(?<!\w)(?P<h>(?:(?-i:[A-ZÆØÅ][\w-]+)\s(?=kommune\b|herad\b))?{_HVEM['kommunen']}|"
        rf"{_HVEM['politiet']}|{_HVEM['felles']})(?!\w)",
        u.s,
    )
    treff = _MENGDE.search(u.s)
    if not treff or not _SETTER_INN.search(u.s):
        return False
    beløp = u.gruppe(treff, "b").spenn
    for der in a.tre.liste("forpliktelser", "ressurser"):
        før = der.get("beløp") if isinstance(der, dict) else None
        if isinstance(før, Verdi) and beløp in før.spenn:
            return False
    node: dict[str, Node] = {}
    hva = re.search(
        r"(?i)\b(?:til|i|for)\s(?!året|år\b|\d)(?P<h>(?:et |eit |ein |en |å )?[a-zæøå][^.,;()]*)", u.s[treff.end() :]
    )
    if hva:
        del_ = u.del_(treff.end() + hva.start("h"), treff.end() + hva.end("h"))
        node["hva"] = del_.verdi(TROLIG, "det pengene går til")
    else:
        node["hva"] = u.strippet(" .").verdi(TROLIG, "setningen om pengene")
    if hvem:
        navngitt = re.match(r"(?!(?i:hver|kvar)\b)\S+\s", hvem["h"])
        tekst = None if navngitt else ledd.som_tittel(hvem["h"])
        node["fra"] = [u.gruppe(hvem, "h").verdi(SIKKER, "den som betaler", tekst)]
    sifre = re.sub(r"\D", "", re.sub(r",(?:-|00)$", "", treff["b"].replace(" kroner", "").replace(",-", "")))
    node["beløp"] = u.gruppe(treff, "b").verdi(SIKKER, "beløpet", f"{int(sifre):,} kr".replace(",", " "), ordrett=False)
    return a.legg_til(node, "forpliktelser.ressurser")
