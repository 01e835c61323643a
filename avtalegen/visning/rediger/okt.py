"""One file while it is edited in the browser: what is in it, what has been done to it, and how a change gets there.

Whatever is on the disk is the truth. A change is held against the file as it is at that moment, and the whole of it is
written or nothing; what somebody else has saved meanwhile is kept, or asked about.
"""

from __future__ import annotations

import codecs
import hashlib
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from threading import RLock
from typing import Literal, NamedTuple, Protocol

from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity
from avtalegen.lesing import to_data
from avtalegen.lesing.redigering import Endring, RedigeringFeil, Rute, Verdi, les_verdi, rediger
from avtalegen.visning.rediger.fletting import Konflikt, flett, konflikt
from avtalegen.visning.utgave import Attempt

_REMEMBERED = 200
"""Editions that a page may still have in front of it; one that is older is asked to look again."""
_OF_THE_FORMAT = ("SKJ", "YML", "ARV")
"""The families of codes that say that something can't be read; the rest is about what has been read."""


class Verksted(Protocol):
    """What a sitting needs from outside: the file, and what is made of it."""

    navn: str
    """The file as the user named it."""

    def les(self) -> bytes:
        """Return what the file holds. `AvtalegenError`: it can't be read; `FileNotFoundError`: it is gone."""

    def skriv(self, data: bytes, instead_of: bytes) -> None:
        """Write the file, the whole of it or nothing. `AvtalegenError`: it is not written, and why."""

    def sjekk(self, data: bytes) -> Checked:
        """Return what the check says of a content of the file."""

    def forsøk(self, data: bytes) -> Attempt:
        """Return the document that the content gives, with what is found."""

    def rett(self, data: bytes, kode: str, rute: Rute | None) -> bytes:
        """Return the content with what can safely be put right of one finding; the same when nothing can."""


class Steg(NamedTuple):
    """A change that has been saved: the file before and after it, what it was about, and when."""

    før: bytes
    etter: bytes
    hva: str
    når: datetime
    rute: Rute
    gammel: Verdi | None
    ny: Verdi | None


class Nå(NamedTuple):
    """The file at one moment: the edition last read, what is found in it, and why it can't be read now, if it can't."""

    data: bytes
    checked: Checked
    forsøk: Attempt
    lest: datetime
    problem: Literal["", "borte", "uleselig"] = ""
    melding: str = ""

    @property
    def utgave(self) -> str:
        """The name of the edition: two with the same name have the same bytes."""
        return navn_på(self.data)


class Svar(NamedTuple):
    """What became of something that the page asked for."""

    svar: Literal["lagret", "prøvd", "avvist", "konflikt", "delt", "ikke lagret", "ingenting"]
    melding: str = ""
    funn: tuple[Diagnostic, ...] = ()
    konflikt: Konflikt | None = None
    checked: Checked | None = None


def navn_på(data: bytes) -> str:
    """Return the name of an edition with these bytes."""
    return hashlib.sha256(data).hexdigest()[:16]


class Økt:
    """One sitting with one file. All of it may be called from any thread.

    `fornyet` is called with what is known whenever that has changed. Raises `AvtalegenError` from the beginning when
    the file can't be read at all.
    """

    def __init__(
        self, verksted: Verksted, fornyet: Callable[[Nå], None], klokke: Callable[[], datetime] = datetime.now
    ) -> None:
        self._verksted = verksted
        self._fornyet = fornyet
        self._klokke = klokke
        self._lock: AbstractContextManager[bool] = RLock()
        self._kjente: OrderedDict[str, bytes] = OrderedDict()
        self._gjort: list[Steg] = []
        self._angret: list[Steg] = []
        try:
            data = verksted.les()
        except FileNotFoundError as error:
            raise AvtalegenError(f"«{verksted.navn}» finnes ikke. Sjekk at stien er skrevet riktig.") from error
        self._nå = self._lest(data)

    @property
    def nå(self) -> Nå:
        """The file as it was last read."""
        with self._lock:
            return self._nå

    @property
    def gjort(self) -> tuple[Steg, ...]:
        """What has been saved in this sitting and not been undone, the oldest first."""
        with self._lock:
            return tuple(self._gjort)

    @property
    def angret(self) -> tuple[Steg, ...]:
        """What has been undone and can be done again, the next one last."""
        with self._lock:
            return tuple(self._angret)

    def oppdater(self) -> Nå:
        """Read the file again, and what it is made of, and tell of it."""
        with self._lock:
            try:
                self._nå = self._lest(self._verksted.les())
            except FileNotFoundError:
                melding = f"«{self._verksted.navn}» er borte: slettet, flyttet eller gitt et annet navn."
                self._nå = self._nå._replace(problem="borte", melding=melding)
            except AvtalegenError as error:
                self._nå = self._nå._replace(problem="uleselig", melding=str(error))
            self._fornyet(self._nå)
            return self._nå

    def endre(
        self,
        utgave: str,
        endringer: Sequence[Endring],
        hva: str,
        *,
        prøv: bool = False,
        alias: Literal["nekt", "skriv_ut"] = "nekt",
        tving: bool = False,
    ) -> Svar:
        """Make some edits of the edition that the page has in front of it, and save; with `prøv` only tell of them.

        `tving`: also where somebody else has changed the same place since.
        """
        with self._lock:
            data = self._fersk()
            if isinstance(data, Svar):
                return data
            lest = self._kjente.get(utgave)
            if lest is None and not tving:
                return Svar("ikke lagret", "Siden viser en utgave som er for gammel. Last den på nytt.")
            try:
                for endring in () if tving else endringer:
                    if found := konflikt(lest or data, data, self._verksted.navn, endring):
                        return Svar("konflikt", konflikt=found)
                ny = rediger(data, self._verksted.navn, *endringer, alias=alias).data
            except RedigeringFeil as error:
                return Svar("delt" if error.related else "avvist", f"{error.melding} {error.råd}".rstrip())
            rute = endringer[0].rute
            return self._prøvd(data, ny, rute) if prøv else self._lagret(data, ny, hva, rute)

    def angre(self) -> Svar:
        """Take back the last change that was saved, also when others have changed something else since."""
        return self._tilbake(self._gjort, self._angret)

    def gjør_om(self) -> Svar:
        """Do again what was undone last."""
        return self._tilbake(self._angret, self._gjort)

    def rett(self, kode: str, rute: Rute | None, hva: str) -> Svar:
        """Put right what can safely be put right of one finding."""
        with self._lock:
            data = self._fersk()
            if isinstance(data, Svar):
                return data
            return self._lagret(data, self._verksted.rett(data, kode, rute), hva, rute or ())

    def ignorer(self, kode: str, rute: Rute | None, grunn: str) -> Svar:
        """Write in the file that a finding does not count there, and why: beside what it is about, or for all of it."""
        grunn = " ".join(grunn.split())
        if not grunn:
            return Svar("avvist", "Skriv hvorfor rådet ikke gjelder hos dere.")
        with self._lock:
            data = self._fersk()
            if isinstance(data, Svar):
                return data
            found = next((one for one in self._nå.checked.diagnostics if (one.code, one.route) == (kode, rute)), None)
            if found is None:
                return Svar("ingenting")
            before = to_data_of(self._nå.checked)
            for ny in med_kommentar(data, found.span.line, f"# avtalegen: ignorer {kode} – {grunn}"):
                checked = self._verksted.sjekk(ny)
                left = [one for one in checked.diagnostics if (one.code, one.route) == (kode, rute)]
                if not left and to_data_of(checked) == before:
                    return self._lagret(data, ny, f"{kode} gjelder ikke", rute or ())
            return Svar("avvist", "Dette kan ikke slås av.")

    def _tilbake(self, fra: list[Steg], til: list[Steg]) -> Svar:
        with self._lock:
            data = self._fersk()
            if isinstance(data, Svar):
                return data
            if not fra:
                return Svar("ingenting")
            steg = fra[-1]
            ny = steg.før if data == steg.etter else flett(steg.etter, steg.før, data)
            if ny is None:
                return Svar("ikke lagret", f"Noen andre har endret det samme. «{steg.hva}» kan ikke angres her.")
            svar = self._lagret(data, ny, steg.hva, steg.rute, husk=False)
            if svar.svar == "lagret":
                fra.pop()
                til.append(steg._replace(før=data, etter=ny, gammel=steg.ny, ny=steg.gammel))
            return svar

    def _fersk(self) -> bytes | Svar:
        """Return what the file holds now; what was known of it is renewed when somebody else has changed it."""
        try:
            data = self._verksted.les()
        except (FileNotFoundError, AvtalegenError):
            return Svar("ikke lagret", self.oppdater().melding)
        if data != self._nå.data or self._nå.problem:
            self.oppdater()
        return data

    def _prøvd(self, data: bytes, ny: bytes, rute: Rute) -> Svar:
        checked = self._verksted.sjekk(ny)
        funn = tuple(_under(checked.diagnostics, rute))
        if feil := _nye_feil(self._sjekket(data), checked):
            return Svar("avvist", funn=feil)
        return Svar("prøvd", funn=funn, checked=checked)

    def _lagret(self, data: bytes, ny: bytes, hva: str, rute: Rute, *, husk: bool = True) -> Svar:
        if ny == data:
            return Svar("ingenting")
        checked = self._verksted.sjekk(ny)
        if feil := _nye_feil(self._sjekket(data), checked):
            return Svar("avvist", funn=feil)
        try:
            self._verksted.skriv(ny, data)
        except AvtalegenError as error:
            return Svar("ikke lagret", str(error))
        if husk:
            navn = self._verksted.navn
            steg = Steg(data, ny, hva, self._klokke(), rute, les_verdi(data, navn, rute), les_verdi(ny, navn, rute))
            self._gjort.append(steg)
            self._angret.clear()
        self.oppdater()
        return Svar("lagret")

    def _sjekket(self, data: bytes) -> Checked:
        return self._nå.checked if data == self._nå.data else self._verksted.sjekk(data)

    def _lest(self, data: bytes) -> Nå:
        now = Nå(data, self._verksted.sjekk(data), self._verksted.forsøk(data), self._klokke())
        self._kjente[now.utgave] = data
        self._kjente.move_to_end(now.utgave)
        while len(self._kjente) > _REMEMBERED:
            self._kjente.popitem(last=False)
        return now


def to_data_of(checked: Checked) -> object:
    """Return what stands in the file and in those that it inherits from."""
    return to_data(checked.source.root) if checked.source.root is not None else None


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


def _nye_feil(før: Checked, etter: Checked) -> tuple[Diagnostic, ...]:
    """Return what of the new content can't be read, and could before."""
    kjente = Counter((found.code, found.message) for found in før.diagnostics)
    feil = [found for found in etter.diagnostics if _uleselig(found)]
    return tuple(found for found in feil if not kjente[found.code, found.message])


def _uleselig(found: Diagnostic) -> bool:
    return found.severity is Severity.FEIL and found.code.startswith(_OF_THE_FORMAT)


def _under(funn: Iterable[Diagnostic], rute: Rute) -> Iterable[Diagnostic]:
    return (found for found in funn if found.route is not None and tuple(found.route)[: len(rute)] == rute)
