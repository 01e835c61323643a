"""The agreements of a run held against each other, when all of them have been checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from avtalegen import flyt
from avtalegen.cli._settings import ForFile, Settings
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic
from avtalegen.lesing import LIMITS
from avtalegen.lesing.text import decode
from avtalegen.rapporter import FileReport
from avtalegen.samling.filer import ENDINGS, STANDARD_INPUT, named, read

if TYPE_CHECKING:
    from avtalegen.regler import Kontekst
    from avtalegen.regler.rep.sammendrag import Sammendrag


class _Collection:
    """The agreements that one avtalegen.toml is for, or none is.

    With only one there is nothing to hold it against: `waiting` is what the rules looked at in the first, until there
    are more. Of the others only summaries are kept. `whole`: so far there is a summary of each.
    """

    def __init__(self, given: ForFile) -> None:
        self.given = given
        self.waiting: Kontekst | None = None
        self.summaries: list[Sammendrag] = []
        self.whole = True


class Across:
    """Takes the agreements one by one, and gives at the end what they have wrong together."""

    def __init__(self, settings: Settings, paths: Sequence[str]) -> None:
        self._settings = settings
        self._folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]  # noqa: PTH100, PTH112
        self._collections: dict[str, _Collection] = {}
        self._standard_input = ""

    def add(self, checked: Checked, given: ForFile) -> None:
        """Take an agreement that has been checked with what applies to it."""
        collection = self._collections.setdefault(given.folder, _Collection(given))
        if checked.source.file == STANDARD_INPUT:
            self._standard_input = checked.source.text
        if checked.kontekst is None:
            collection.whole = False
        elif collection.waiting is None and not collection.summaries:
            collection.waiting = checked.kontekst
        else:
            _summarise(collection, checked.kontekst)

    def add_summary(self, summary: Sammendrag | None, given: ForFile, standard_input: str = "") -> None:
        """Take what others are held against of an agreement; None of one that the rules could not look at."""
        collection = self._collections.setdefault(given.folder, _Collection(given))
        self._standard_input = standard_input or self._standard_input
        if summary is None:
            collection.whole = False
        else:
            collection.summaries.append(summary)

    def reports(self, *, everything_read: bool) -> Iterator[FileReport]:
        """Give what is found, file by file. `everything_read`: no file or folder was passed by."""
        for collection in self._collections.values():
            district = collection.given.konfig.distrikt
            if not (everything_read and collection.whole and self._covers(collection.given.folder)):
                district = None  # the agreements that are missing may be those that were not looked at
            if district and collection.waiting:
                _summarise(collection)
            if len(collection.summaries) > 1 or district:
                # One agreement alone, as most runs have, needs none of this.
                from avtalegen.regler.rep import kjør
                from avtalegen.regler.rep.samling import Dekning, Samling

                coverage = Dekning(*district) if district else None
                samling = Samling(collection.summaries, collection.given.valg.i_dag, coverage)
                yield from self._told(kjør(samling, self._settings.options.funnmålform))

    def _covers(self, folder: str) -> bool:
        return any(Path(folder).is_relative_to(given) for given in self._folders)

    def _told(self, found: Iterable[Diagnostic]) -> Iterator[FileReport]:
        for file, in_file in groupby(found, key=lambda diagnostic: diagnostic.span.file):
            text = self._text(file)
            texts = {file: text} if file == STANDARD_INPUT or Path(file).suffix.lower() in ENDINGS else {}
            given = self._settings.of(named(file))
            kept, suppressed = flyt.sort_out(in_file, given.oppsett, texts, "")
            yield FileReport(file, text, tuple(kept), suppressed=tuple(suppressed))

    def _text(self, file: str) -> str:
        """Return the text of a file once more: those of all files would be too much to keep."""
        if file == STANDARD_INPUT:
            return self._standard_input
        try:
            return decode(read(Path(file), LIMITS.bytes), file)[0]
        except AvtalegenError:  # gone since it was checked: the finding is shown without its line
            return ""


def _summarise(collection: _Collection, kontekst: Kontekst | None = None) -> None:
    from avtalegen.regler.rep.sammendrag import sammendrag

    waiting, collection.waiting = collection.waiting, None
    collection.summaries += [sammendrag(one) for one in (waiting, kontekst) if one is not None]
