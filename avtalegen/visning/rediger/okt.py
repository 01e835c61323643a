"""One file while it is edited in the browser: what is in it, what has been done to it, and how a change gets there.

Whatever is on the disk is the truth. A change is held against the file as it is at that moment, and the whole of it is
written or nothing; what somebody else has saved meanwhile is kept, or asked about.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from threading import RLock
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from avtalegen.flyt import Checked
from avtalegen.funn.begge import TOM, Begge, begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Rute
from avtalegen.lesing.gammel import endret
from avtalegen.lesing.redigering import Endring, RedigeringFeil, Sett, Verdi, les_verdi, rediger
from avtalegen.modell.avtale import Avtale
from avtalegen.visning.rediger import nekt
from avtalegen.visning.rediger.fletting import Konflikt, flett, konflikt
from avtalegen.visning.rediger.innhold import arvet_fra, data_i, er_signert, med_kommentar, nye_feil, uleselig, under
from avtalegen.visning.utgave import Attempt

_REMEMBERED = 200
"""Editions that a page may still have in front of it; one that is older is asked to look again."""
INGEN: Mapping[str, bytes] = MappingProxyType({})
KOMMENTAR: Rute = ("",)
"""The route of a change of comments alone: there is nothing in the agreement that it leads to."""
STATUS: Rute = ("avtale", "status")
"""The only thing that can be changed in an agreement that is signed: that it is."""


class Verksted(Protocol):
    """What a sitting needs from outside: the file, and what is made of it."""

    navn: str
    """The file as the user named it."""

    def les(self, fil: str) -> bytes:
        """Return what a file holds: this one, or one that it inherits from.

        `AvtalegenError`: it can't be read; `FileNotFoundError`: it is gone.
        """

    def skriv(self, fil: str, data: bytes, instead_of: bytes) -> None:
        """Write a file, the whole of it or nothing. `AvtalegenError`: it is not written, and why."""

    def sjekk(self, data: bytes, felles: Mapping[str, bytes] = INGEN) -> Checked:
        """Return what the check says of a content of the file; of those it inherits from too, where `felles` has it."""

    def forsøk(self, data: bytes) -> Attempt:
        """Return the document that the content gives, with what is found."""

    def rett(self, data: bytes, kode: str, rute: Rute | None) -> bytes:
        """Return the content with what can safely be put right of one finding; the same when nothing can."""


class Steg(NamedTuple):
    """A change that has been saved: the file before and after it, what it was about, and when."""

    fil: str
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
    melding: Begge = TOM

    @property
    def filer(self) -> Mapping[str, bytes]:
        """What the file and those that it inherits from hold."""
        return {self.checked.source.file: self.data, **self.checked.files}

    @property
    def utgave(self) -> str:
        """The name of the edition: two with the same name have the same bytes, also in the files inherited from."""
        digest = hashlib.sha256()
        for name, data in sorted(self.filer.items()):
            digest.update(b"%d %s %d " % (len(name), name.encode(errors="surrogatepass"), len(data)) + data)
        return digest.hexdigest()[:16]


class Svar(NamedTuple):
    """What became of something that the page asked for."""

    svar: Literal["lagret", "prøvd", "avvist", "konflikt", "delt", "ikke lagret", "ingenting"]
    melding: Begge = TOM
    funn: tuple[Diagnostic, ...] = ()
    konflikt: Konflikt | None = None


SIGNERT = Svar("ikke lagret", nekt.SIGNERT)


class Økt:
    """One sitting with one file. All of it may be called from any thread.

    `fornyet` is called with what is known whenever that has changed. Raises `AvtalegenError` from the beginning when
    the file can't be read, as bytes or as YAML.
    """

    def __init__(self, verksted: Verksted, fornyet: Callable[[Nå], None], klokke: Callable[[], datetime]) -> None:
        self.id = secrets.token_hex(8)
        """What a page says that it has in front of it, so that what was meant for one file never gets into another."""
        self._verksted = verksted
        self._fornyet = fornyet
        self._klokke = klokke
        self._lock: AbstractContextManager[bool] = RLock()
        self._kjente: OrderedDict[str, Mapping[str, bytes]] = OrderedDict()
        self._gjort: list[Steg] = []
        self._angret: list[Steg] = []
        try:
            data = verksted.les(verksted.navn)
        except FileNotFoundError as error:
            raise AvtalegenError(nekt.finnes_ikke(verksted.navn)) from error
        self._nå = self.åpnet = self._lest(data)
        """`åpnet` is the file as it was when the sitting began."""
        if melding := uleselig(self._nå.checked):
            raise AvtalegenError(melding)

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
        """Read the file again, and what it is made of, and tell of it.

        While it can't be read, what was last read stays.
        """
        with self._lock:
            before = self._nå
            try:
                now = self._lest(self._verksted.les(self._verksted.navn))
                melding = uleselig(now.checked)
                self._nå = before._replace(problem="uleselig", melding=melding) if melding else now
            except FileNotFoundError:
                self._nå = self._nå._replace(problem="borte", melding=nekt.borte(self._verksted.navn))
            except AvtalegenError as error:
                self._nå = self._nå._replace(problem="uleselig", melding=begge(error.message))
            if self._nå != before:
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
        felles: bool = False,
        og: Callable[[bytes], bytes] = bytes,
    ) -> Svar:
        """Make some edits of the edition that the page has in front of it, and save; with `prøv` only tell of them.

        `tving`: also where somebody else has changed the same place since. `felles`: in the file that the value is
        inherited from, and so in every agreement that inherits from it. `og`: what else is done with the file at once.
        """
        with self._lock:
            rute = endringer[0].rute
            fil = (arvet_fra(self._nå.checked, rute) if felles else None) or self._verksted.navn
            data = self._fersk(fil)
            if isinstance(data, Svar):
                return data
            lest = self._kjente.get(utgave, {}).get(fil)
            if lest is None and not tving:
                return Svar("ikke lagret", nekt.FOR_GAMMEL)
            try:
                for endring in () if tving else endringer:
                    if found := konflikt(lest or data, data, fil, endring):
                        return Svar("konflikt", konflikt=found)
                ny = rediger(data, fil, *endringer, alias=alias).data
                if not prøv:
                    ny = og(endret(ny, (one.rute for one in endringer if isinstance(one, Sett))))
            except RedigeringFeil as error:
                return Svar("delt" if error.related else "avvist", error.uten_sted)
            return self._prøvd(fil, ny, rute) if prøv else self._lagret(fil, data, ny, hva, rute)

    def les(self, data: bytes) -> Avtale | None:
        """Return the agreement that another content of the file would be; None when it can't be read as one."""
        return self._verksted.sjekk(data).avtale

    def angre(self) -> Svar:
        """Take back the last change that was saved, also when others have changed something else since."""
        return self._tilbake(self._gjort, self._angret)

    def gjør_om(self) -> Svar:
        """Do again what was undone last."""
        return self._tilbake(self._angret, self._gjort)

    def rett(self, kode: str, rute: Rute | None, hva: str) -> Svar:
        """Put right what can safely be put right of one finding."""
        with self._lock:
            data = self._fersk(self._verksted.navn)
            if isinstance(data, Svar):
                return data
            if er_signert(self._nå.checked):
                return SIGNERT
            return self._lagret(self._verksted.navn, data, self._verksted.rett(data, kode, rute), hva, rute or ())

    def ignorer(self, kode: str, rute: Rute | None, grunn: str) -> Svar:
        """Write in the file that a finding does not count there, and why: beside what it is about, or for all of it."""
        grunn = " ".join(grunn.split())
        if not grunn:
            return Svar("avvist", nekt.UTEN_GRUNN)
        with self._lock:
            data = self._fersk(self._verksted.navn)
            if isinstance(data, Svar):
                return data
            if er_signert(self._nå.checked):
                return SIGNERT
            found = next((one for one in self._nå.checked.diagnostics if (one.code, one.route) == (kode, rute)), None)
            if found is None:
                return Svar("ingenting")
            before = data_i(self._nå.checked)
            for ny in med_kommentar(data, found.span.line, f"# avtalegen: ignorer {kode} – {grunn}"):
                checked = self._verksted.sjekk(ny)
                left = [one for one in checked.diagnostics if (one.code, one.route) == (kode, rute)]
                if not left and data_i(checked) == before:
                    return self._lagret(
                        self._verksted.navn, data, ny, Begge(f"{kode} gjelder ikke", f"{kode} gjeld ikkje"), rute or ()
                    )
            return Svar("avvist", nekt.KAN_IKKE_SLÅS_AV)

    def kommenter(self, hva: str, gjør: Callable[[bytes], bytes]) -> Svar:
        """Save what `gjør` makes of the comments of the file as it is now; what it says stays as it is."""
        with self._lock:
            data = self._fersk(self._verksted.navn)
            if isinstance(data, Svar):
                return data
            return self._lagret(self._verksted.navn, data, gjør(data), hva, KOMMENTAR)

    def _tilbake(self, fra: list[Steg], til: list[Steg]) -> Svar:
        with self._lock:
            if not fra:
                return Svar("ingenting")
            steg = fra[-1]
            data = self._fersk(steg.fil)
            if isinstance(data, Svar):
                return data
            ny = steg.før if data == steg.etter else flett(steg.etter, steg.før, data)
            # Lines put together may come to stand under another key.
            if ny is None or les_verdi(ny, steg.fil, steg.rute) != steg.gammel:
                return Svar("ikke lagret", nekt.kan_ikke_angres(begge(steg.hva)))
            svar = self._lagret(steg.fil, data, ny, steg.hva, steg.rute, husk=False)
            if svar.svar == "lagret":
                fra.pop()
                til.append(steg._replace(før=data, etter=ny, gammel=steg.ny, ny=steg.gammel))
            return svar

    def _fersk(self, fil: str) -> bytes | Svar:
        """Return what a file holds now; what was known is renewed when somebody else has changed it.

        Nothing is written while the agreement itself can't be read: the answer then says why.
        """
        try:
            data = self._verksted.les(fil)
        except (FileNotFoundError, AvtalegenError):
            return Svar("ikke lagret", self.oppdater().melding)
        if data != self._nå.filer.get(fil) or self._nå.problem:
            self.oppdater()
        return Svar("ikke lagret", self._nå.melding) if self._nå.problem else data

    def _prøvd(self, fil: str, ny: bytes, rute: Rute) -> Svar:
        checked = self._sjekk(fil, ny)
        if feil := nye_feil(self._nå.checked, checked):
            return Svar("avvist", funn=feil)
        return Svar("prøvd", funn=tuple(under(checked.diagnostics, rute)))

    def _lagret(self, fil: str, data: bytes, ny: bytes, hva: str, rute: Rute, *, husk: bool = True) -> Svar:
        if ny == data:
            return Svar("ingenting")
        if er_signert(self._nå.checked) and rute != STATUS:
            return SIGNERT
        if feil := nye_feil(self._nå.checked, self._sjekk(fil, ny)):
            return Svar("avvist", funn=feil)
        try:
            self._verksted.skriv(fil, ny, data)
        except AvtalegenError as error:
            return Svar("ikke lagret", nekt.ikke_skrevet(begge(error.message)))
        if husk:
            before, after = (les_verdi(content, fil, rute) for content in (data, ny))
            self._gjort.append(Steg(fil, data, ny, hva, self._klokke(), rute, before, after))
            self._angret.clear()
        self.oppdater()
        return Svar("lagret")

    def _sjekk(self, fil: str, ny: bytes) -> Checked:
        if fil == self._verksted.navn:
            return self._verksted.sjekk(ny)
        return self._verksted.sjekk(self._nå.data, {fil: ny})

    def _lest(self, data: bytes) -> Nå:
        now = Nå(data, self._verksted.sjekk(data), self._verksted.forsøk(data), self._klokke())
        self._kjente[now.utgave] = now.filer
        self._kjente.move_to_end(now.utgave)
        while len(self._kjente) > _REMEMBERED:
            self._kjente.popitem(last=False)
        return now
