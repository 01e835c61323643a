"""What `lag` makes of a YAML file, step by step, in this process or another; what is told of it is said elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from avtalegen import flyt
from avtalegen.cli._jobs import Job, Target
from avtalegen.cli._settings import Settings, templates_beside
from avtalegen.cli._terminal import read_input
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.maler import Maler
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, has_errors
from avtalegen.lesing import LIMITS
from avtalegen.samling.filer import read_asset
from avtalegen.samling.repository import Repository

if TYPE_CHECKING:
    from avtalegen.utgaver.endringer.notat import Endret


class Read(NamedTuple):
    """The YAML file held against the rules: as in `flyt.Checked`, and whether documents will be made of it."""

    text: str
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    signed: bool
    whole: bool


class Finished(NamedTuple):
    """A document as in `flyt.Made`; `texts` are those that its findings may point into beside the agreement's."""

    target: Target
    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    gjelder: str
    texts: Mapping[str, str]


class Failed(NamedTuple):
    """Why the file can't be read, or a document not be made, in the words of an `AvtalegenError`."""

    message: str


Step = Read | Finished | Failed


def _endret(checked: flyt.Checked, bestilling: Bestilling) -> Endret | None:
    """Return what tells a saksframlegg what has changed since the earlier agreement; None when that isn't known."""
    if bestilling.dokument is not Papir.SAKSFRAMLEGG or checked.avtale is None:
        return None
    from avtalegen.cli._utgave import les_utgave  # as most of what is only for this paper
    from avtalegen.utgaver.endringer.notat import for_papirer
    from avtalegen.utgaver.lest import tidligere

    if bestilling.endret_fra is not None:
        return for_papirer(les_utgave(bestilling.endret_fra).avtale, checked.avtale)
    gammel = tidligere(checked, read_asset, Repository(checked.source.file))
    return for_papirer(gammel, checked.avtale) if gammel else None


class Making:
    """Makes documents, each with the settings that apply to its file."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._templates: dict[str, Maler] = {}  # by the folder of the avtalegen.toml that they lie beside

    def steps(self, job: Job) -> Iterator[Step]:
        """Give what becomes of a file, and of each document that it gives; a file with errors gives none."""
        name = job.found.name
        try:
            given = self._settings.of(job.found)
            data = read_input(job.found, LIMITS.bytes)
            checked = flyt.check(data, name, valg=given.valg, files=Repository(name), oppsett=given.oppsett)
        except AvtalegenError as error:
            yield Failed(str(error))
            return
        whole = not (given.broken or checked.avtale is None or has_errors(list(checked.diagnostics)))
        yield Read(checked.source.text, dict(checked.texts), checked.diagnostics, checked.signed, whole)
        kept: flyt.Kept = {}
        for target in job.targets if whole else ():
            try:
                egne = self._egne_maler(given.folder)
                endret = _endret(checked, target.bestilling)
                made = flyt.make(checked, target.bestilling, read_asset, egne, kept, endret)
                texts = egne.texts if made.diagnostics else {}
                yield Finished(target, made.data, made.diagnostics, made.gjelder, texts)
            except AvtalegenError as error:
                yield Failed(str(error))

    def _egne_maler(self, folder: str) -> Maler:
        """Return the templates that lie beside the avtalegen.toml in `folder`; none when there is no such file."""
        if folder not in self._templates:
            self._templates[folder] = templates_beside(folder)
        return self._templates[folder]


def making(settings: Settings) -> Callable[[Job], Iterator[Step]]:
    """Return what gives the steps of each job, as `_processes.Work`."""
    return Making(settings).steps
