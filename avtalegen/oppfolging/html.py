"""The overview as one page that fetches nothing: the table is the content, the drawing of it is for those who see it.

Everything is read without a script. The script finds and puts in order what is there already.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path

from avtalegen.komponering.markdown.verdier import printable
from avtalegen.modell.former import Målform
from avtalegen.oppfolging.ord import INGEN, Ord, i_målform
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Hast, Rad
from avtalegen.oppfolging.tidslinje import tidslinje

_STATISK = Path(__file__).parent / "statisk"


def skriv(oversikt: Oversikt, målform: Målform) -> str:
    """Return the overview as a page in HTML."""
    ord_ = i_målform(målform)
    stil, skript = ((_STATISK / navn).read_text(encoding="utf-8") for navn in ("side.css", "side.js"))
    regler = f"default-src 'none'; style-src {_hash(stil)}; script-src {_hash(skript)}; base-uri 'none'"
    deler = [
        f'<!doctype html>\n<html lang="{ord_.kode}">\n<head>\n<meta charset="utf-8">',
        '<meta name="generator" content="avtalegen status">',
        f'<meta http-equiv="Content-Security-Policy" content="{regler}; form-action \'none\'">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{t(ord_['tittel'])}</title>\n<style>{stil}</style>\n</head>\n<body>",
        f'<a class="hopp" href="#avtalene">{t(ord_["hopp"])}</a>',
        *_innledning(oversikt, ord_),
        "<main>",
        *_tabell(oversikt, ord_),
        *_tegning(oversikt, ord_),
        *_områder(oversikt, ord_),
        *_kontakter(oversikt, ord_),
        *_mangler(oversikt, ord_),
        f"</main>\n<footer><p>{t(ord_['laget'])}</p></footer>\n<script>{skript}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(deler)


def t(tekst: object) -> str:
    """Return a text as it stands in HTML, also in an attribute; nothing in it is markup."""
    return escape(printable(str(tekst)))


def _hash(innhold: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(innhold.encode()).digest()).decode()}'"


def _innledning(o: Oversikt, ord_: Ord) -> Iterator[str]:
    yield f"<header>\n<h1>{t(ord_['tittel'])}</h1>"
    yield f'<p>{t(ord_.fylt("per_dag", dag=ord_.dag(o.i_dag)))}</p>\n<ul class="tall">'
    yield f"<li>{t(ord_.fylt('antall_avtaler', antall=len(o.rader)))}</li>"
    for hast in Hast:
        if antall := o.antall[hast]:
            navn = t(ord_.fylt(f"antall_{hast.value}", antall=antall, frist=o.frist))
            yield f'<li class="{hast.value}">{navn}</li>'
    if o.ikke_lest:
        yield f'<li class="feil">{t(ord_.fylt("antall_ikke_lest", antall=o.ikke_lest))}</li>'
    yield "</ul>\n</header>"


def _verktøy(ord_: Ord) -> Iterator[str]:
    """Give what only works with the script, which shows it."""
    yield '<form id="verktøy" hidden>'
    yield f'<p><label for="søk">{t(ord_["filter"])}</label> <input id="søk" type="search" autocomplete="off"></p>'
    yield f'<p><label for="vis">{t(ord_["vis"])}</label> <select id="vis">'
    yield f'<option value="">{t(ord_["alle"])}</option>'
    yield "".join(f'<option value="{hast.value}">{t(ord_["hast"][hast.value])}</option>' for hast in Hast)
    yield f'</select></p>\n<p><label for="sorter">{t(ord_["sorter"])}</label> <select id="sorter">'
    yield "".join(f'<option value="{navn}">{t(tekst)}</option>' for navn, tekst in ord_["sortering"].items())
    en, flere = (t(tekst) for tekst in ord_["antall_vist"])
    yield f'</select></p>\n<p id="vist" role="status" data-en="{en}" data-flere="{flere}"></p>\n</form>'


_KOLONNER = (
    "avtale",
    "gjelder",
    "haster",
    "politikontakt",
    "leder",
    "møte",
    "evaluering",
    "revisjon",
    "tiltak",
    "oppgaver",
    "funn",
)
_SMALE = ("politikontakt", "leder", "møte", "evaluering", "revisjon", "tiltak", "oppgaver")


def _tabell(o: Oversikt, ord_: Ord) -> Iterator[str]:
    yield f'<section aria-labelledby="avtalene">\n<h2 id="avtalene" tabindex="-1">{t(ord_["avtaler"])}</h2>'
    yield from _verktøy(ord_)
    # The roles are said once more: on a phone the rows are laid out as blocks, and would not be a table any longer.
    yield f'<table role="table" class="avtaler">\n<caption>{t(ord_["tabell"])}</caption>'
    yield '<thead role="rowgroup"><tr role="row">'
    yield "".join(f'<th role="columnheader" scope="col">{t(ord_["kolonner"][navn])}</th>' for navn in _KOLONNER)
    yield '</tr></thead>\n<tbody role="rowgroup">'
    for nummer, rad in enumerate(o.rader):
        yield _rad(rad, nummer, o, ord_)
    yield "</tbody>\n</table>\n</section>"


def _rad(rad: Rad, nummer: int, o: Oversikt, ord_: Ord) -> str:
    hast = o.hast(rad)
    merke = f'<span class="merke {hast.value}">{t(ord_["hast"][hast.value])}</span>'
    navn = f'<span class="navn">{t(rad.navn)}</span> {merke}'
    fil = f'<span class="liten">{t(rad.fil)}</span>' if rad.part else ""
    innhold = {
        "gjelder": _linjer(ord_.status(rad), ord_.gjelder(rad), ord_.igjen(rad, o.i_dag), _signert(rad, ord_)),
        "haster": _liste(ord_.haster(rad, o)),
        "politikontakt": _linjer(*map(ord_.kontakt, rad.politikontakter)) or _tom(rad, ord_, "politikontakter"),
        "leder": t(rad.leder) or _tom(rad, ord_, "leder"),
        "møte": _møte(rad, ord_) or _tom(rad, ord_, "møte"),
        "evaluering": t(rad.evaluering.tekst) if rad.evaluering else _tom(rad, ord_, "evaluering"),
        "revisjon": t(rad.revisjon.tekst) if rad.revisjon else _tom(rad, ord_, "revisjon"),
        "tiltak": _tiltak(rad, ord_) or _tom(rad, ord_, "tiltak"),
        "oppgaver": _liste(tuple(map(ord_.oppgave, rad.oppgaver))) or _tom(rad, ord_, "oppgaver"),
        "funn": t(ord_.funn(rad.funn)) or t(ord_["ingen"]),
    }
    møte = _sortert(rad.møte and rad.møte.når.fra)
    for kolonne in _SMALE:  # no room for a day and its month on one line
        innhold[kolonne] = innhold[kolonne].replace("\u00a0", " ")
    celler = "".join(
        f'<td role="cell" data-navn="{t(ord_["kolonner"][kolonne])}"{_om(verdi)}><div>{verdi or INGEN}</div></td>'
        for kolonne, verdi in innhold.items()
    )
    om = f'data-hast="{hast.value}" data-haster="{nummer:05}" data-til="{_sortert(rad.til)}" data-møte="{møte}"'
    return f'<tr role="row" {om}><th role="rowheader" scope="row">{_linjer_av(navn, fil)}</th>{celler}</tr>'


def _om(verdi: str) -> str:
    return ' class="tom"' if verdi in ("", INGEN) else ""


def _sortert(dag: date | None) -> str:
    return dag.isoformat() if dag else "9999"


def _tom(rad: Rad, ord_: Ord, navn: str) -> str:
    return t(ord_.ulest(rad, navn))


def _signert(rad: Rad, ord_: Ord) -> str:
    return f"{ord_['kolonner']['signert']}: {ord_.datering(rad.signert)}" if rad.signert else ""


def _linjer(*tekster: str) -> str:
    return _linjer_av(*(t(tekst) for tekst in tekster if tekst not in ("", INGEN)))


def _linjer_av(*skrevet: str) -> str:
    return "<br>".join(filter(None, skrevet))


def _liste(tekster: tuple[str, ...]) -> str:
    punkter = "".join(f"<li>{t(tekst)}</li>" for tekst in tekster)
    return f"<ul>{punkter}</ul>" if punkter else ""


def _møte(rad: Rad, ord_: Ord) -> str:
    if rad.møte is None:
        return ""
    frist = rad.møte.innkallingsfrist
    return _linjer(ord_.møte(rad.møte), f"{ord_['kolonner']['innkalling']} {ord_.dag(frist)}" if frist else "")


def _tiltak(rad: Rad, ord_: Ord) -> str:
    return _liste(tuple(map(ord_.oppgave, rad.tiltak)))


def _tegning(o: Oversikt, ord_: Ord) -> Iterator[str]:
    if tegnet := tidslinje(o, ord_, t):
        yield f'<section class="tegning" aria-labelledby="tidslinjen">\n<h2 id="tidslinjen">{t(ord_["tidslinje"])}</h2>'
        yield f"<p>{t(ord_['tidslinje_tekst'])}</p>\n{tegnet}\n</section>"


def _områder(o: Oversikt, ord_: Ord) -> Iterator[str]:
    yield f'<section aria-labelledby="områder">\n<h2 id="områder">{t(ord_["områder"])}</h2>'
    if felles := o.felles_områder():
        rader = [(t(navn), _linjer(*(rad.navn for rad in rader))) for navn, rader in felles.items()]
        yield from _liten_tabell(ord_["områder"], (ord_["område"], ord_["avtaler"]), rader)
    else:
        yield f"<p>{t(ord_['ingen_områder'])}</p>"
    yield "</section>"


def _kontakter(o: Oversikt, ord_: Ord) -> Iterator[str]:
    yield f'<section aria-labelledby="kontakter">\n<h2 id="kontakter">{t(ord_["kontakter"])}</h2>'
    alle = o.politikontakter()
    if not alle.keys() - {""}:
        yield f"<p>{t(ord_['ingen_kontakter'])}</p>\n</section>"
        return
    rader = [
        (
            t(navn or ord_["uten_navn"]),
            _linjer(*(ord_.liste(sted.steder) or sted.rad.navn for sted in steder)),
            _linjer_av(*(t(ord_.språk.prosent(sted.andel)) if sted.andel else INGEN for sted in steder)),
        )
        for navn, steder in alle.items()
    ]
    kolonner = (ord_["kolonner"]["politikontakt"], ord_["kommuner"], ord_["stillingsandel"])
    yield from _liten_tabell(ord_["kontakter"], kolonner, rader)
    yield "</section>"


def _liten_tabell(navn: str, kolonner: tuple[str, ...], rader: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"<table>\n<caption>{t(navn)}</caption>\n<thead><tr>"
    yield "".join(f'<th scope="col">{t(kolonne)}</th>' for kolonne in kolonner)
    yield "</tr></thead>\n<tbody>"
    for første, *resten in rader:
        yield f'<tr><th scope="row">{første}</th>{"".join(f"<td>{celle}</td>" for celle in resten)}</tr>'
    yield "</tbody>\n</table>"


def _mangler(o: Oversikt, ord_: Ord) -> Iterator[str]:
    if not o.dekninger:
        return
    yield f'<section aria-labelledby="mangler">\n<h2 id="mangler">{t(ord_["mangler"])}</h2>'
    for dekning in o.dekninger:
        if dekning.mangler:
            yield f"<p>{t(ord_.fylt('antall_mangler', antall=len(dekning.mangler), distrikt=dekning.distrikt))}:</p>"
            yield f'<ul class="mange">{"".join(f"<li>{t(navn)}</li>" for navn in dekning.mangler)}</ul>'
            if dekning.usikker:
                yield f"<p>{t(ord_['usikker'])}</p>"
        else:
            yield f"<p>{t(ord_.fylt('ingen_mangler', distrikt=dekning.distrikt))}</p>"
    yield "</section>"
