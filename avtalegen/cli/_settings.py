"""What applies to a file: the options of the command, and the avtalegen.toml nearest above the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from avtalegen.cli._options import OPTIONS, Command, Options
from avtalegen.cli._stavekontroll import spelling
from avtalegen.cli._terminal import out
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.funn import koder
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic
from avtalegen.funn.utvalg import ALT, Oppsett
from avtalegen.lesing import LIMITS
from avtalegen.lesing.fortalt import fortalt
from avtalegen.modell.former import Målform
from avtalegen.rapporter import FileReport
from avtalegen.rapporter.tekst import findings
from avtalegen.regler import Valg
from avtalegen.samling.filer import Found, asset_size, named, read, read_asset
from avtalegen.samling.konfig import FILNAVN, Konfig
from avtalegen.samling.malmappe import own_templates


class ForFile(NamedTuple):
    """What applies to one file.

    `konfig` is what its avtalegen.toml says, `folder` where that lies (empty where there is none); it is `broken` when
    it has errors. What `konfig` and the command line say of findings is put together in `oppsett`.
    """

    folder: str
    konfig: Konfig
    valg: Valg
    broken: bool = False
    oppsett: Oppsett = ALT


_FIELD = {"én_målform": "målformer"}
"""The field of `Options` of those that don't have its name."""


def with_settings(*names: str) -> Callable[[Command], Command]:
    """Give a command some of `OPTIONS`, and hand it the `Settings` made of them as `settings`."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(*args: Any, **kwargs: Any) -> Any:
            options = Options(**{field: kwargs.pop(field) for field in (_FIELD.get(name, name) for name in names)})
            return command(*args, settings=Settings(options), **kwargs)

        decorated: Any = run
        for name in reversed(names):
            decorated = OPTIONS[name](decorated)
        return decorated  # type: ignore[no-any-return]

    return decorate


class Settings:
    """Finds what applies to each file. Every folder is looked up once, and every avtalegen.toml is read once.

    `saw` is told of each file before it is looked for. All methods raise `AvtalegenError` when such a file can't be
    read.
    """

    def __init__(self, options: Options, saw: Callable[[Path], None] = lambda _path: None) -> None:
        self.options = options
        self._saw = saw
        self._untold: list[tuple[FileReport, Målform | None]] = []
        self._first: Found | None = None
        self._by_folder: dict[str, ForFile] = {}
        self._spelling = spelling() if options.stavekontroll else None
        self._none = ForFile("", Konfig(), self._valg(Konfig()))
        self._given = None if options.konfig is None else self._load(options.konfig)

    def reports(self) -> Iterator[FileReport]:
        """Give what is wrong with the avtalegen.toml read since the last time.

        It is told in the målform that is asked for, else in that of the file, else in that of the first agreement.
        """
        while self._untold:
            report, målform = self._untold.pop(0)
            yield report._replace(diagnostics=tuple(self._told(report.diagnostics, målform)))

    def tell(self) -> None:
        """Write to stderr what `reports` gives, for commands that have no other findings to tell."""
        # Findings are safe for the terminal already, and stand on lines of their own.
        out("".join(map(findings, self.reports())), err=True)

    def told(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return what is found in the current folder beside the agreements, in the målform that `reports` has."""
        return tuple(self._told(found, self.here().konfig.målform))

    def _told(self, found: Iterable[Diagnostic], målform: Målform | None) -> list[Diagnostic]:
        return fortalt(found, self.options.funnmålform or målform, None, self._first_text())

    def _first_text(self) -> str:
        try:
            return read(self._first.path, LIMITS.bytes).decode("utf-8", "replace") if self._first else ""
        except AvtalegenError:
            return ""

    def includes(self, found: Found) -> bool:
        """Tell whether a file is to be looked at. One that is named always is."""
        loaded = self._loaded(found)
        return found.explicit or not loaded.folder or loaded.konfig.gjelder(_below(found, loaded.folder))

    def here(self) -> ForFile:
        """Return what applies in the current folder."""
        return self._loaded(named("avtale.yaml"))

    def of(self, found: Found) -> ForFile:
        """Return what applies to a file. What is asked for on the command line is shown even if it is turned off."""
        loaded = self._loaded(found)
        self._first = self._first or found
        strict, velg, ignorer = self.options.streng, self.options.velg, self.options.ignorer
        oppsett = Oppsett(velg, ignorer, streng=strict)
        if loaded.folder:
            decided = loaded.konfig.oppsett(_below(found, loaded.folder))
            oppsett = oppsett._replace(
                ignorer=(*(name for name in decided.ignorer if not _asked_for(name, velg)), *ignorer),
                alvorlighet=tuple(
                    {name: grave for name, grave in table.items() if grave or not _asked_for(name, velg)}
                    for table in decided.alvorlighet
                ),
            )
        return loaded._replace(oppsett=oppsett)

    def _loaded(self, found: Found) -> ForFile:
        if self._given is not None:
            return self._given
        near = str(found.path.parent)
        loaded = self._by_folder.get(near)
        if loaded is None:
            try:
                loaded = self._search(os.path.abspath(near))  # noqa: PTH100 - links are kept
            except FileNotFoundError:  # the current folder is gone
                loaded = self._none
            self._by_folder[near] = loaded
        return loaded

    def _search(self, folder: str) -> ForFile:
        """Look in `folder` and upwards, up to the top of a git repository."""
        loaded, passed = self._none, []
        for path in (Path(folder), *Path(folder).parents):
            if (known := self._by_folder.get(str(path))) is not None:
                loaded = known
                break
            passed.append(str(path))
            self._saw(path / FILNAVN)
            if os.path.isfile(path / FILNAVN):  # noqa: PTH113 - Path.is_file raises for some names
                loaded = self._load(str(path / FILNAVN))
                break
            if os.path.lexists(path / ".git"):
                break
        self._by_folder.update(dict.fromkeys(passed, loaded))
        return loaded

    def _load(self, file: str) -> ForFile:
        # Most runs have no such file, and it takes a TOML reader.
        from avtalegen.samling.konfig.lesing import STØRST, les

        name = shown_path(file)
        self._saw(Path(file))
        read_file = les(read(Path(file), STØRST), name, partial(self._asset, file))
        if read_file.funn:
            report = FileReport(name, read_file.tekst, read_file.funn)
            self._untold.append((report, read_file.konfig.målform))
        folder = os.path.dirname(os.path.abspath(file))  # noqa: PTH100, PTH120 - as above
        return ForFile(folder, read_file.konfig, self._valg(read_file.konfig), bool(read_file.funn))

    def _asset(self, file: str, name: str) -> bytes:
        self._saw(Path(file).parent / name)
        return read_asset(file, name)

    def _valg(self, konfig: Konfig) -> Valg:
        valg = Valg(
            self.options.i_dag or konfig.i_dag or date.today(),
            klar_for_signering=self.options.klar_for_signering,
            stavekontroll=self._spelling,
            ordliste=konfig.ordliste,
            filstørrelse=asset_size,
            målformer=self.options.målformer,
        )
        limits = {name: getattr(konfig, name) for name in ("utløper_snart", "største_vedlegg")}
        return valg._replace(**{name: limit for name, limit in limits.items() if limit is not None})


def _asked_for(name: str, velg: tuple[str, ...]) -> bool:
    """Tell whether the user asks for just what `name` means, or for a part of it."""
    return any(koder.treffer(name, asked) for asked in velg)


def _below(found: Found, folder: str) -> str:
    """Return the way to a file from a folder, with `/` between folders."""
    return normalize("NFC", _relative(str(found.path), folder).replace(os.sep, "/"))


def templates_beside(folder: str) -> Maler:
    """Return the templates that lie beside the avtalegen.toml in `folder`; none when there is no such file."""
    shown = shown_path(folder)
    return own_templates(Path(folder, FILNAVN), "" if shown == "." else shown) if folder else INGEN


def shown_path(file: str) -> str:
    """Return a path as short as it can be said from the current folder."""
    relative = _relative(file, os.curdir)
    return file if relative.startswith(os.pardir) else relative


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows
        return path
