"""What the parties want and will do: aims, areas with measures, duties, resources, SLT and other places to meet."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, regel, rolle
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


def _fristen(a: Arbeid, u: Utsnitt) -> Verdi:
    treff = _FRIST.match(u.s)
    if treff and treff.end() == len(u.s) and (dag := ledd.dato(treff["d"])):
        a.etikett(u.del_(0, treff.start("d")))
        return u.gruppe(treff, "d").verdi(SIKKER, "fristen", dag, ordrett=False)
    return u.verdi(SIKKER, "fristen")


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
    "kommunen": r"(?:kommunen|kommunene|kommunane|heradet|kommune|bygda|ordføreren|rådmannen|byen)",
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
        r"bidrar med|har ansvar(?:et)? for(?:\så)?)(?:\så)?)\s?(?P<l>.*)"
        r"$"
    ),
    re.DOTALL,
)


def hvem_i(tekst: str) -> str | None:
    """Return whose duties a heading or the beginning of a list is about."""
    for navn, mønster in _HVEM.items():
        if re.match(rf"(?i)\W*{mønster}(?:s)?(?!\w)", tekst):
            return navn
    return None


def innledning(tekst: str) -> str | None:
    """Return whose duties a list is of, when the words before it say nothing else: «Kommunen skal:»."""
    treff = re.fullmatch(
        rf"(?i)\W*({'|'.join(_HVEM.values())})(?:s (?:plikter|ansvar|oppgaver|bidrag|forpliktelser))?"
        r"(?:\s(?:skal|vil|forplikter seg til|forpliktar seg til|har ansvar for|pliktar|plikter)(?:\så)?)?\s*:?\s*",
        tekst,
    )
    return hvem_i(tekst) if treff else None


def plikt(a: Arbeid, u: Utsnitt, hvem: str, sikkerhet: Sikkerhet = SIKKER) -> bool:
    """Add a duty of one of the sides."""
    return a.legg_til(
        u.strippet(" ,;.").verdi(sikkerhet, "punktet under den som skal gjøre det"), f"forpliktelser.{hvem}"
    )


def plikter(a: Arbeid, u: Utsnitt, hvem: str | None = None) -> str | None:
    """Take the duties in a sentence: «Kommunen skal A, B og C.»; return whose list begins with it."""
    ressurs(a, u)
    treff = _SKAL.match(u.s)
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


def ressurs(a: Arbeid, u: Utsnitt) -> bool:
    """Take an amount, or a share of a position, that somebody puts in."""
    hvem = re.search(rf"(?i)(?<!\w)(?P<h>{_HVEM['kommunen']}|{_HVEM['politiet']}|{_HVEM['felles']})(?!\w)", u.s)
    treff = _MENGDE.search(u.s)
    if not treff or not re.search(
        r"(?i)betal|løyv|bevilg|bidr|dekker|dekkjer|legg|sett|stiller|still|kost|beregnet|årl[ie]g|pr\.? år|per år", u.s
    ):
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
        node["fra"] = [u.gruppe(hvem, "h").verdi(SIKKER, "den som betaler", ledd.som_tittel(hvem["h"]))]
    sifre = re.sub(r"\D", "", re.sub(r",(?:-|00)$", "", treff["b"].replace(" kroner", "").replace(",-", "")))
    node["beløp"] = u.gruppe(treff, "b").verdi(SIKKER, "beløpet", f"{int(sifre):,} kr".replace(",", " "), ordrett=False)
    return a.legg_til(node, "forpliktelser.ressurser")


_N = uttrykk.NAVN
_SLT = (
    regel(
        rf"(?i:koordinator\w*)\s(?P<_x>(?:i|på)\s[^.:;]{{0,40}}?),\s(?P<n>{_N})",
        SIKKER,
        "«koordinator …, navnet»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        (
            r"(?i:slt-?\s?koordinator(?:en)?|koordinator(?:en)?)(?:\s(?:er|"
            rf"heter|heiter)|\si\s[a-zæøå ]+?:|:)?\s(?P<n>{_N})"
        ),
        SIKKER,
        "«koordinator er»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?P<n>{_N})\s(?:er|blir|vert)\s(?:kommunens\s)?(?i:slt-)?koordinator",
        SIKKER,
        "«er koordinator»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?i:koordinator\w*)\s(?P<_x>[^.:;]{{0,30}}?):\s(?P<n>{_N})",
        SIKKER,
        "«koordinator:»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        (
            r"(?P<s>(?i:politirådet|formannskapet|styringsgruppen?a?\sav\s[^.,;]+)"
            r")\ser\s(?i:(?:slt-?\s?)?styringsgruppe\w*)"
        ),
        SIKKER,
        "«er styringsgruppe»",
        s=("slt.nivåer.styrende.0", "tittel"),
    ),
    regel(
        r"(?i:styringsgruppe\w*)\s(?:er|består av)\s(?P<s>[a-zæøåA-ZÆØÅ][^.;]+)",
        TROLIG,
        "«styringsgruppen er»",
        s=("slt.nivåer.styrende.0", "tekst"),
    ),
)
_NIVÅER = (
    (
        "koordinerende",
        (
            r"(?i)koordiner(?:ing|ende)s?\s?(?:s?gruppe\w*|nivå\w*)|arbeidsutvalg\w*|"
            r"arbeidsutval\w*|koordineringsgruppe\w*"
        ),
    ),
    ("utførende", r"(?i)arbeidsgruppe\w*|utfør(?:ende|ande)\snivå|utøvende nivå|\bute blant ungdom"),
)
_MÅLGRUPPE = re.compile(
    r"(?P<h>(?i:alle|barn og unge|unge|ungdom(?:mer|mar)?|barn(?:,\sunge)?|"
    r"elever|elevar))?\s?(?P<a>(?:(?i:fr[aå]|mellom|i alderen)\s)?\d{1,2}\s?(?:[-–]|"
    r"til|og)\s?\d{1,2}\s(?i:år))"
)


def slt(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of SLT."""
    if re.search(r"(?i)\bslt\b", u.s) and not a.tre.har("slt", "etablert"):
        treff = re.search(r"(?i)\bslt\b", u.s)
        ikke = re.search(r"(?i)har ikk[je]+\s(?:\w+\s)?slt|ikk[je]+ etablert", u.s)
        assert treff is not None
        a.sett(
            u.gruppe(treff).verdi(SIKKER, "avtalen sier noe om SLT", "nei" if ikke else "ja", ordrett=False),
            "slt.etablert",
        )
    a.prøv(u, _SLT)
    for nivå, mønster in _NIVÅER:
        if re.search(mønster, u.s):
            a.legg_til(u.strippet(" .").verdi(TROLIG, "setningen om nivået"), f"slt.nivåer.{nivå}")
            break
    treff = _MÅLGRUPPE.search(u.s)
    if treff and re.search(r"(?i)gjeld|rett|målgruppe|for\b|mot\b|omfatt", u.s):
        hvem = u.gruppe(treff, "h") if treff["h"] else None
        node: dict[str, Node] = {
            "hvem": (
                hvem.verdi(SIKKER, "målgruppen")
                if hvem
                else Verdi("barn og unge", (), TROLIG, "alderen", ordrett=False)
            ),
            "alder": u.gruppe(treff, "a").verdi(
                SIKKER,
                "alderen",
                re.sub(r"(?i)^(?:fr[aå]|mellom|i alderen)\s", "", samlet(treff["a"]))
                .replace(" til ", "–")
                .replace(" og ", "–"),
                ordrett=False,
            ),
        }
        a.legg_til(node, "slt.målgruppe")
    if a.tre.har("slt", "koordinator") and (
        m := re.search(rf"(?i:i|arbeider|jobber)\s(?P<p>{uttrykk.PROSENT})(?:\s(?i:stilling|med)|$|[\s.,])", u.s)
    ):
        a.sett(u.gruppe(m, "p").verdi(SIKKER, "stillingsandelen"), "slt.koordinator.stillingsandel")
    ressurs(a, u)


_FORUM = re.compile(
    r"(?P<n>[A-ZÆØÅa-zæøå\-]*(?i:forum|møte|team|utvalg|utval|nettverk|"
    r"gruppe|råd)(?:et|a|en|er)?(?:\s(?:for|på|ved|med|i)\s[A-ZÆØÅa-zæøå][^.,;]*?)?)"
    r"(?=\s(?:vert|blir|har|møtes|møtest|holdes|hvert|hver|kvar|"
    r"er|skal|kaller|avholdes)\b|[.,;:]|$)"
)
_INN_TIL = re.compile(rf"(?P<r>{uttrykk.ROLLE})\s(?:kaller|kallar|innkaller|inviterer)\s(?:inn\s)?(?:til\s)?")


def forum(a: Arbeid, u: Utsnitt) -> bool:
    """Take a place to meet: what it is called, how often, and who calls."""
    fora = a.tre.liste("samarbeidsfora")
    inn = _INN_TIL.search(u.s)
    ofte = next((u.del_(*m.span()) for m in re.finditer(uttrykk.HYPPIGHET, u.s) if ledd.hyppighet(m[0])), None)
    treff = re.search(
        (
            r"(?i)(?P<n>[a-zæøå\-]*(?:forum|møte|team|utvalg|utval|nettverk|"
            r"råd)(?:\s(?:for|på|ved|med)\s[^.,;]*?)?)(?=\s(?:vert|blir|"
            r"har|møtes|møtest|holdes|hvert|hver|kvar|er|skal|avholdes|"
            r"annakvar|annenhver)\b|[.,;:]|$)"
        ),
        u.s,
    )
    if not treff:
        if fora and ofte is None and inn and isinstance(fora[-1], dict) and "innkaller" not in fora[-1]:
            a.sett(
                u.gruppe(inn, "r").verdi(SIKKER, "«kaller inn»", ledd.som_tittel(inn["r"])),
                f"samarbeidsfora.{len(fora) - 1}.innkaller",
            )
        return False
    navn = u.gruppe(treff, "n")
    node: dict[str, Node] = {"navn": navn.verdi(TROLIG, "forumet", samlet(navn.s)[0].upper() + samlet(navn.s)[1:])}
    if ofte and (verdi := a.les(ofte, "hyppighet", SIKKER, "hvor ofte")):
        node["hyppighet"] = verdi
    if inn:
        node["innkaller"] = u.gruppe(inn, "r").verdi(SIKKER, "«kaller inn»", ledd.som_tittel(inn["r"]))
    return a.legg_til(node, "samarbeidsfora")


def koordinator(a: Arbeid, u: Utsnitt) -> None:
    """Take a coordinator that a label names."""
    a.sett(rolle(u, SIKKER, "ledeteksten"), "slt.koordinator")
