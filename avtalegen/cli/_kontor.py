"""The folder that somebody edits agreements in: which there are, a new one, and the documents that are made of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from avtalegen import flyt, register
from avtalegen.cli._hentet import bærer_avtalen, legg_i, legg_utkast
from avtalegen.cli._jobs import jobs, source_date
from avtalegen.cli._levering import Outcome, deliver
from avtalegen.cli._nettleser import checked_at
from avtalegen.cli._options import Options
from avtalegen.cli._revisjon import neste_av
from avtalegen.cli._settings import Settings, templates_beside
from avtalegen.cli._tidligere import Tidligere
from avtalegen.cli._verksted import Verksted
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.formater import FORMATS
from avtalegen.forslag.nyfil import filnavn, utkast
from avtalegen.funn.begge import Begge, begge, likt
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.lesing.fortalt import målform_i
from avtalegen.modell.former import Målform, Status
from avtalegen.modell.tid import dag_i_ord
from avtalegen.rapporter.tekst import counted
from avtalegen.register import Kommune
from avtalegen.register.navn import grovt
from avtalegen.samling.filer import Found, find, read, read_asset
from avtalegen.samling.konfig import FILNAVN
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import create, is_protected
from avtalegen.utgaver.fortalt import på_siden
from avtalegen.utgaver.revisjon import filnavn as neste_navn
from avtalegen.visning.folg import Seen
from avtalegen.visning.rediger.innhold import bør_fornyes, er_signert
from avtalegen.visning.rediger.okt import Økt
from avtalegen.visning.rediger.tilstand import tittel

_MOST_SHOWN = 8  # kommuner: more than that is no list to choose from
_MOST_AGREEMENTS = 200
_MOST_NAMES = 100

_VELG = Begge("Velg minst én kommune fra listen.", "Vel minst éin kommune frå lista.")
_INGEN_FEIL = Begge("ingen feil eller advarsler", "ingen feil eller åtvaringar")

Json = dict[str, Any]


class Kontor:
    """The folder, as `visning.rediger.svar.Kontor`. `fornyet` hears of what changes in a sitting."""

    def __init__(self, mappe: Path, options: Options, fornyet: Any) -> None:
        self._mappe = mappe
        self._options = options
        self._fornyet = fornyet
        self._verksteder: dict[str, Verksted] = {}
        self._known: dict[Path, tuple[date | None, Seen, Json | None]] = {}
        self._inherited: dict[Path, tuple[int, frozenset[str], bool]] = {}
        self._målform: Målform | None = None
        self.tidligere = Tidligere(self._files)

    def åpne_fil(self, found: Found) -> Økt:
        """Return a sitting with a file; raises `AvtalegenError` when it can't be read."""
        verksted = Verksted(found, self._options)
        økt = Økt(verksted, self._fornyet, datetime.now)
        self._verksteder[økt.id] = verksted
        return økt

    def verksted(self, økt: Økt) -> Verksted:
        """Return what a sitting works on."""
        return self._verksteder[økt.id]

    def målform(self) -> Målform:
        """Return the målform of the start page: what avtalegen.toml says, else that of all the agreements here."""
        if self._målform is None:
            self.avtaler()
        return self._målform or Målform.BOKMÅL

    def beskyttet(self, økt: Økt) -> bool:
        """Tell whether nothing can be saved in the file of a sitting."""
        return is_protected(self.verksted(økt).found.path)

    def avtaler(self) -> Json:
        """Return what the start page shows: the folder, its agreements and the files that they have in common."""
        told, shared = [], []
        for found in self._files():
            with suppress(AvtalegenError, OSError):
                if known := self._told(found):
                    told.append(known)
                else:
                    shared.append(str(found.below))
        decided = Settings(self._options).of(Found(self._mappe / FILNAVN, FILNAVN, Path(FILNAVN), explicit=True))
        alle = {one["målform"] for one in told}
        self._målform = decided.konfig.målform or (Målform(alle.pop()) if len(alle) == 1 else Målform.BOKMÅL)
        return {"mappe": self._mappe.resolve().name, "avtaler": told, "felles": shared}

    def kommuner(self, begynnelse: str, valgt: list[str]) -> list[Json]:
        """Return the kommuner whose name or number begins with a text, and those that have it in them after them."""
        wanted = grovt(begynnelse)
        if not wanted:
            return []
        chosen = [one for number in valgt if (one := register.kommune(number))]
        left = [one for one in register.alle_kommuner() if one not in chosen]
        first = [one for one in left if one.kommunenummer.startswith(wanted) or grovt(one.navn).startswith(wanted)]
        then = [one for one in left if one not in first and wanted in grovt(one.navn)]
        return [_som_valg(one, chosen) for one in (*first, *then)[:_MOST_SHOWN]]

    def ny(self, kommuner: list[str], målform: str, prøv: bool) -> Json:
        """Make a new agreement that says what the register knows, or tell what it would be called."""
        parter = [one for number in kommuner if (one := register.kommune(number))]
        if not parter or len(parter) != len(kommuner):
            return _ikke_laget(_VELG)
        distrikter = dict.fromkeys(one.politidistrikt for one in parter)
        if len(distrikter) > 1:
            hvilke = " og ".join(distrikter)
            melding = Begge(
                f"Kommunene hører til flere politidistrikter: {hvilke}. Lag én avtale for hvert.",
                f"Kommunane høyrer til fleire politidistrikt: {hvilke}. Lag éin avtale for kvart.",
            )
            return _ikke_laget(melding)
        enheter = dict.fromkeys(enhet for one in parter for enhet in one.politistasjonsdistrikter)
        om = {"distrikt": next(iter(distrikter)), "enhet": next(iter(enheter)) if len(enheter) == 1 else ""}
        text = utkast(parter, Målform.NYNORSK if målform == Målform.NYNORSK.value else Målform.BOKMÅL)
        stem = filnavn(parter).removesuffix(".yaml")
        for n in range(1, _MOST_NAMES):
            path = self._mappe / (f"{stem}-{n}.yaml" if n > 1 else f"{stem}.yaml")
            if (prøv and not path.exists()) or (not prøv and create(path, text.encode())):
                return {"svar": "laget", "fil": path.name, **om}
        melding = Begge(
            f"Det finnes alt mange filer som heter {stem}. Rydd i mappen først.",
            f"Det finst alt mange filer som heiter {stem}. Rydd i mappa først.",
        )
        return _ikke_laget(melding)

    def åpne(self, fil: str) -> Økt | None:
        """Return a sitting with one of the agreements in the folder; raises as `åpne_fil`."""
        found = next((one for one in self._files() if str(one.below) == fil), None)
        return self.åpne_fil(found) if found else None

    def ny_utgave(self, økt: Økt | None, fil: str) -> Json:
        """Make the next agreement of the one in a sitting, or of one in the folder, as `revider` does.

        It lies beside this one. What has that name already is told of, and not touched.
        """
        if økt is not None:
            if økt.nå.problem:
                return _ikke_laget(økt.nå.melding)
            found = self.verksted(økt).found
        elif (listed := next((one for one in self._files() if str(one.below) == fil), None)) is not None:
            found = listed
        else:
            return _ikke_laget("")
        try:
            made, i_dag = neste_av(found, Settings(self._options))
            name = Path(neste_navn(found.path.name, made.plan.ny.fra)).name
            new = create(found.path.with_name(name), made.data)
        except AvtalegenError as error:
            return _ikke_laget(error.message)
        below = str(found.below.with_name(name))
        if not new:
            return {"svar": "finnes", "fil": below}
        return {"svar": "laget", "fil": below, **på_siden(made, i_dag)}

    def fra_dokument(self, navn: str, data: bytes) -> Json:
        """Put the agreement of a document in the folder, and tell where.

        It is the one that it carries, as `hent` does; else the draft that is read of its text, as `importer` does.
        """
        try:
            if not bærer_avtalen(data):
                path, draft = legg_utkast(self._mappe, navn, data)
                funnet = {"verdier": len(draft.verdier), "sikre": draft.sikre, "rest": len(draft.ikke_plassert)}
                return {"svar": "laget", "fil": str(path.relative_to(self._mappe)), "importert": funnet}
            path, tilstand = legg_i(self._mappe, navn, data, [one.path for one in self._files()])
        except AvtalegenError as error:
            return _ikke_laget(error.message)
        return {"svar": "laget", "fil": str(path.relative_to(self._mappe)), "endret": tilstand == "endret"}

    def brukere(self, fil: str) -> list[str]:
        """Return the agreements in the folder that inherit from a file, each as it lies in the folder."""
        wanted = os.path.realpath(fil)
        return [name for one in self._files() if (name := self._heir(one, wanted))]

    def _heir(self, found: Found, file: str) -> str:
        """Return the name of one that inherits from a file, and whether it is signed; "" for one that doesn't."""
        inherits, signed = self._inherits(found)
        return f"{found.below}{' (signert)' if signed else ''}" if file in inherits else ""

    def _inherits(self, found: Found) -> tuple[frozenset[str], bool]:
        """Return the files that one inherits from, and whether it is signed. It is read again when it has changed."""
        try:
            changed = found.path.stat().st_mtime_ns
            if self._inherited.get(found.path, (0, None, False))[0] != changed:
                checked = flyt.check(read(found.path, LIMITS.bytes), found.name, files=Repository(found.name))
                files = frozenset(map(os.path.realpath, checked.files)) - {os.path.realpath(found.path)}
                self._inherited[found.path] = (changed, files, er_signert(checked))
            return self._inherited[found.path][1:]
        except (AvtalegenError, OSError):
            return frozenset(), False

    def lag(self, økt: Økt, format: str, overskriv: bool, nytt_navn: bool) -> Json:
        """Make a document of the agreement beside its file, as `lag` does."""
        now = økt.nå
        if format not in FORMATS:
            return _ikke_laget(Begge("Formatet finnes ikke.", "Formatet finst ikkje."))
        found = self.verksted(økt).found
        if now.problem:
            return _ikke_laget(now.melding)
        if now.checked.avtale is None:
            feil = sum(one.severity is Severity.FEIL for one in now.checked.diagnostics)
            én = Begge("Du må rette én feil først.", "Du må rette éin feil først.")
            flere = likt(f"Du må rette {feil} feil først.")
            return _ikke_laget(én if feil == 1 else flere)
        (target,) = jobs([found], [Bestilling(format, dato=source_date())], None)[0].targets
        assert target.path is not None
        if target.path.is_symlink():
            navn = target.path.name
            melding = Begge(
                f"«{navn}» er en lenke til en annen fil, og er ikke rørt. Ta bort lenken først.",
                f"«{navn}» er ei lenkje til ei anna fil, og er ikkje rørt. Ta bort lenkja først.",
            )
            return _ikke_laget(melding)
        if nytt_navn:
            target = target._replace(path=_free(target.path))
        try:
            given = Settings(self._options).of(found)
            made = flyt.make(now.checked, target.bestilling, read_asset, templates_beside(given.folder))
            if made.data is None:
                return _ikke_laget(_sammen(made.diagnostics))
            signed = now.checked.signed
            result = deliver(made.data, target, signed=signed, overwrite=overskriv, make_folders=False)
        except AvtalegenError as error:
            return _ikke_laget(error.message)
        assert target.path is not None
        name, folder = target.path.name, target.path.resolve().parent.name
        if result.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED):
            return {"svar": "laget", "fil": name, "mappe": folder}
        return {
            "svar": "endret for hånd",
            "fil": name,
            "melding": Begge(
                f"«{name}» er signert eller endret for hånd, og er ikke rørt.",
                f"«{name}» er signert eller endra for hand, og er ikkje rørt.",
            ),
            "forslag_navn": _free(target.path).name,
        }

    def _files(self) -> list[Found]:
        """Return the files that may be agreements; a link that leads out of the folder is none of them."""
        top = os.path.realpath(self._mappe)
        found = islice(find([str(self._mappe)], lambda _error: None), _MOST_AGREEMENTS)
        return [one for one in found if Path(os.path.realpath(one.path)).is_relative_to(top)]

    def _told(self, found: Found) -> Json | None:
        """Return what is shown of a file; None for one that is no agreement.

        It is checked again only when the day is another, or a file that has a say in it is not as it was.
        """
        day, seen, known = self._known.get(found.path, (None, Seen(), None))
        today = datetime.now().date()
        if day != today or seen.changed():
            seen = Seen()
            seen(found.path)
            known = self._checked(found, seen) if looks_like_agreement(read(found.path, LIMITS.bytes)) else None
            self._known[found.path] = today, seen, known
        return known

    def _checked(self, found: Found, seen: Seen) -> Json:
        checked = checked_at(found, self._options, seen)
        grave = [one.severity for one in checked.diagnostics if one.severity is not Severity.RÅD]
        antall: dict[Severity, int] = {grad: grave.count(grad) for grad in Severity if grad in grave}
        told = Begge(counted(antall), counted(antall, nynorsk=True)) if antall else _INGEN_FEIL
        return {
            "fil": str(found.below),
            "tittel": tittel(checked),
            "endret": _when(datetime.fromtimestamp(found.path.stat().st_mtime)),
            "tekst": told,
            "målform": målform_i(checked.source.root, checked.source.text).value,
            "fornyes": bør_fornyes(checked),
            "status": (checked.avtale.avtale.status if checked.avtale else Status.UTKAST).value.replace("-", " "),
        }


def _ikke_laget(melding: str) -> Json:
    return {"svar": "ikke laget", "melding": melding}


def _som_valg(one: Kommune, chosen: list[Kommune]) -> Json:
    enheter = one.politistasjonsdistrikter
    same = next((other for other in chosen if set(other.politistasjonsdistrikter) & set(enheter)), None)
    return {
        "nummer": one.kommunenummer,
        "navn": one.navn,
        "fylke": one.fylke,
        "distrikt": one.politidistrikt,
        "målform": one.målform,
        "enhet": enheter[0] if len(enheter) == 1 else "",
        "merknad": Begge(f"Samme politienhet som {same.navn}", f"Same politieining som {same.navn}") if same else "",
    }


def _sammen(found: Iterable[Diagnostic]) -> Begge:
    """Return what some findings say, one after the other."""
    meldinger = [begge(one.message) for one in found]
    return Begge(" ".join(meldinger), " ".join(en.nn for en in meldinger))


def _free(path: Path) -> Path:
    """Return the first name like it that nothing has."""
    names = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, _MOST_NAMES))
    return next((name for name in names if not name.exists()), path)


def _when(at: datetime) -> str:
    if at.date() == datetime.now().date():
        return f"i dag {at:%H.%M}"
    return dag_i_ord(at)
