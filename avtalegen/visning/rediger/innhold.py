"""What is to be known of a file that has been read, or is about to be: what stands in it, and what is wrong with it."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from avtalegen import register
from avtalegen.flyt import Checked
from avtalegen.funn.begge import TOM, Begge, begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.lesing import Inherited, Node, to_data
from avtalegen.lesing import Mapping as Oppslag
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i, valg_nøkkel
from avtalegen.modell.former import Status
from avtalegen.modell.punktliste import punktene

_OF_THE_FORMAT = ("SKJ", "YML", "ARV")
"""The families of codes that say that something can't be read; the rest is about what has been read."""

_ENDING = ("DAT105", "DAT109")
"""The codes that say that an agreement is over, or soon will be."""


def arvet_fra(checked: Checked, rute: Rute) -> str | None:
    """Return the file that what stands at a route is inherited from; None when it is the agreement's own."""
    node: Node | None = checked.source.root
    for steg in rute:
        if not isinstance(node, Oppslag) or not isinstance(steg, str) or steg not in node.entries:
            return None
        entry = node.entries[steg]
        if isinstance(entry, Inherited):
            return entry.file
        node = entry.value
    return None


def er_signert(checked: Checked) -> bool:
    """Tell whether the file says that the parties have signed, also one that has errors."""
    read = data_i(checked)
    avtale = read.get("avtale") if isinstance(read, dict) else None
    status = avtale.get("status") if isinstance(avtale, dict) else avtale
    return isinstance(status, str) and valg_nøkkel(status) in map(valg_nøkkel, Status.SIGNERT.skrivemåter)


def bør_fornyes(checked: Checked) -> bool:
    """Tell whether it is time for the next agreement: this one is signed, or has ended or ends soon."""
    return er_signert(checked) or any(found.code in _ENDING for found in checked.diagnostics)


def kommunenavn(checked: Checked) -> list[str]:
    """Return what the kommuner of an agreement are called, also those it has by number; none while it has errors."""
    given = checked.avtale.parter.kommuner if checked.avtale else ()
    kjente = [register.kommune(one.kommunenummer) for one in given]
    return [
        str(one.navn or (kjent.navn if kjent else one.kommunenummer)) for one, kjent in zip(given, kjente, strict=True)
    ]


def data_i(checked: Checked) -> object:
    """Return what stands in the file and in those that it inherits from."""
    return to_data(checked.source.root) if checked.source.root is not None else None


def med_punkter(data: object, klasse: type[Del] | None = Avtale, *, mange: bool = False) -> object:
    """Return what stands in a file with a list that is pasted into one text as the list that it is read as."""
    if mange and isinstance(data, str):
        return punktene(data) or data
    if isinstance(data, list):
        liste = klasse.felter[klasse.listeform] if klasse and klasse.listeform and not mange else None
        return [med_punkter(en, del_i(liste.type) if liste else klasse) for en in data]
    if klasse is None or not isinstance(data, dict):
        return data
    felter = klasse.felter
    return {
        nøkkel: med_punkter(verdi, del_i(felter[nøkkel].type), mange=felter[nøkkel].mange)
        if nøkkel in felter
        else verdi
        for nøkkel, verdi in data.items()
    }


def uleselig(checked: Checked) -> Begge:
    """Return why a file can't be read as YAML, and where; nothing when it can be."""
    found = next((one for one in checked.source.diagnostics if one.severity is Severity.FEIL), None)
    if checked.source.root is not None or found is None:
        return TOM
    fil = PurePath(checked.source.file).name
    linje, hva = found.span.line, begge(found.message)
    råd = likt(" ") + begge(found.hint) if found.hint else TOM
    return Begge(
        f"«{fil}» kan ikke leses. Linje {linje}: {hva}{råd}",
        f"«{fil}» kan ikkje lesast. Linje {linje}: {hva.nn}{råd.nn}",
    )


def med_kommentar(data: bytes, linje: int, kommentar: str) -> Iterator[bytes]:
    """Give the file with a comment at the end of a line (counted from 1), and with it above everything else."""
    lines = data.splitlines(keepends=True)
    skift = b"\r\n" if b"\r\n" in data else b"\n"
    if 1 <= linje <= len(lines):
        line = lines[linje - 1]
        bare = line.rstrip(b"\r\n")
        yield b"".join(
            [*lines[: linje - 1], bare.rstrip(), b" " + kommentar.encode() + line[len(bare) :], *lines[linje:]]
        )
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    yield bom + kommentar.encode() + skift + data.removeprefix(bom)


def nye_feil(før: Checked, etter: Checked) -> tuple[Diagnostic, ...]:
    """Return what of the new content can't be read, and could before."""
    kjente = Counter((found.code, found.message) for found in før.diagnostics)
    feil = [found for found in etter.diagnostics if _unreadable(found)]
    return tuple(found for found in feil if not kjente[found.code, found.message])


def _unreadable(found: Diagnostic) -> bool:
    return found.severity is Severity.FEIL and found.code.startswith(_OF_THE_FORMAT)


def under(funn: Iterable[Diagnostic], rute: Rute) -> Iterable[Diagnostic]:
    """Give the findings about a value, or about something in it."""
    return (found for found in funn if found.route is not None and tuple(found.route)[: len(rute)] == rute)
