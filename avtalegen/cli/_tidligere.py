"""The earlier editions that the agreement in the browser can be held against: which there are, and each of them read.

In the order in which they are likely to be meant: the agreement that this one replaces, a signed document beside it,
the file as it was in git, the file when the page was opened, and what else lies in the folder.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from avtalegen import henting
from avtalegen.cli._git import lagrede
from avtalegen.cli._utgave import Utgave, les_utgave, sporet
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS, locate, looks_like_agreement
from avtalegen.samling.filer import Found, is_file, read, read_asset
from avtalegen.visning.rediger.endringer import ÅPNET, Slag, Valg
from avtalegen.visning.rediger.okt import Økt

_DOCUMENTS = (".docx", ".pdf", ".html")
_MOST = 50  # documents, and agreements, to choose among
_MOST_REVISIONS = 20
_REMEMBERED = 16  # editions that have been read: those of a document or of git take time
_FILE = ("avtale", "erstatter")


class _Funnet(NamedTuple):
    """An edition that there is; `sti` is its file, "" when it is none on the disk."""

    valg: Valg
    sti: str
    les: Callable[[], Utgave]


class Tidligere:
    """What a run of the command knows of earlier editions, as `visning.rediger.endringer.Tidligere`."""

    def __init__(self, avtaler: Callable[[], Sequence[Found]]) -> None:
        """`avtaler` gives the files of the folder that may be agreements."""
        self._avtaler = avtaler
        self._lest: OrderedDict[tuple[str, ...], Utgave] = OrderedDict()
        self._lock = Lock()

    def valg(self, økt: Økt) -> list[Valg]:
        """Return the editions to choose among, those that are most likely to be meant first."""
        return [one.valg for one in self._alle(økt)]

    def les(self, økt: Økt, id_: str) -> Checked:
        """Return one of the editions read; raises `AvtalegenError` when it can't be, or is no longer there."""
        return self._en(økt, id_).checked

    def word(self, økt: Økt, id_: str) -> bytes:
        """Return the agreement as Word with tracked changes since one of the editions; raises as `les`."""
        return sporet(self._en(økt, id_), _utgave(økt.nå.checked)).data

    def _en(self, økt: Økt, id_: str) -> Utgave:
        found = next((one for one in self._alle(økt) if one.valg.id == id_), None)
        if found is None:
            raise AvtalegenError("Denne utgaven finnes ikke lenger. Velg en annen.")
        try:
            return found.les()
        except AvtalegenError as error:
            # On the page, the names are those of the folder.
            folder = f"{Path(økt.nå.checked.source.file).parent}{os.sep}"
            raise AvtalegenError(str(error).replace(folder, "")) from error

    def _alle(self, økt: Økt) -> Iterator[_Funnet]:
        """Give every edition once, by the first of the ways that lead to it."""
        own = Path(økt.nå.checked.source.file)
        known = {os.path.realpath(own)}
        for one in self._uten_å_velge(økt, own):
            if not one.sti or (real := os.path.realpath(one.sti)) not in known:
                known |= {real} if one.sti else set()
                yield one

    def _uten_å_velge(self, økt: Økt, own: Path) -> Iterator[_Funnet]:
        yield from self._erstattet(økt.nå.checked)
        yield from self._signert(own)
        for one in lagrede(own, _MOST_REVISIONS):
            navn = f"{one.commit}:{one.fil}"
            yield _Funnet(_valg("git", navn, one.emne, one.når), "", self._husket((navn,), navn))
        åpnet = økt.åpnet.checked
        yield _Funnet(Valg(ÅPNET, "åpnet", ""), "", lambda: _utgave(åpnet))
        with suppress(OSError):
            for path in islice(_documents(own.parent), _MOST):
                yield _Funnet(_valg("dokument", str(path), path.name), str(path), self._fra_dokument(path))
        for found in islice(filter(_is_agreement, self._avtaler()), _MOST):
            yield _Funnet(_valg("fil", found.name, str(found.below)), found.name, partial(les_utgave, found.name))

    def _erstattet(self, checked: Checked) -> Iterator[_Funnet]:
        """Give what the agreement says that it replaces, also when that isn't there: reading it tells."""
        root = checked.source.root
        for nr, en in enumerate(checked.avtale.avtale.erstatter if checked.avtale and root else ()):
            if en.fil is None or root is None:
                continue
            file = locate(checked.source.file, root, (*_FILE, nr, "fil")).file
            path = str(Path(file).parent / en.fil)

            def les(file: str = file, name: str = en.fil, path: str = path) -> Utgave:
                read_asset(file, name)  # which tells what is wrong, and of no file outside the folder more than that
                return les_utgave(path)

            yield _Funnet(_valg("erstatter", path, Path(en.fil).name), path, les)

    def _signert(self, own: Path) -> Iterator[_Funnet]:
        """Give the documents of the agreement itself that carry it as it was when it was signed."""
        for path in (own.with_suffix(ending) for ending in _DOCUMENTS):
            les = self._fra_dokument(path)
            with suppress(AvtalegenError, OSError):
                if is_file(path) and not path.is_symlink() and les().checked.signed:
                    yield _Funnet(_valg("signert", str(path), path.name), str(path), les)

    def _fra_dokument(self, path: Path) -> Callable[[], Utgave]:
        def les() -> Utgave:
            if is_file(path):
                now = path.stat()
                return self._husket((str(path), str(now.st_mtime_ns), str(now.st_size)), str(path))()
            return les_utgave(str(path))

        return les

    def _husket(self, key: tuple[str, ...], written: str) -> Callable[[], Utgave]:
        def les() -> Utgave:
            with self._lock:
                if key not in self._lest:
                    self._lest[key] = _uten_sporing(les_utgave(written), written)
                    while len(self._lest) > _REMEMBERED:
                        self._lest.popitem(last=False)
                self._lest.move_to_end(key)
                return self._lest[key]

        return les


def _uten_sporing(utgave: Utgave, written: str) -> Utgave:
    """Return an edition; raise for one from a document that shows changes, which carries the newer of two."""
    if os.path.lexists(written) and henting.hent(read(Path(written), henting.MOST_BYTES)).tilstand == "sporet":
        raise AvtalegenError(f"«{Path(written).name}» viser endringene mellom to utgaver, og er ingen av dem.")
    return utgave


def _valg(slag: Slag, key: str, navn: str, når: str = "") -> Valg:
    return Valg(hashlib.sha256(f"{slag} {key}".encode(errors="surrogatepass")).hexdigest()[:12], slag, navn, når)


def _utgave(checked: Checked) -> Utgave:
    """Return what is in the sitting, or was; raises `AvtalegenError` when it has errors."""
    if checked.avtale is None:
        raise AvtalegenError("Avtalen hadde feil da siden ble åpnet, så det kan ikke sammenlignes med den.")
    return Utgave(Path(checked.source.file).name, checked.avtale, checked, read_asset)


def _documents(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as listing:
        names = sorted(entry.name for entry in listing if entry.is_file(follow_symlinks=False))
    yield from (folder / name for name in names if name.lower().endswith(_DOCUMENTS) and name[:1] not in "~.")


def _is_agreement(found: Found) -> bool:
    with suppress(AvtalegenError, OSError):
        return looks_like_agreement(read(found.path, LIMITS.bytes))
    return False
