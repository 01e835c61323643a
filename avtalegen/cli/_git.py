"""Files as they are in a revision of a git repository: `REV:fil.yaml`.

Git is run with arguments and never through a shell, only to read what the repository has: nothing is fetched, checked
out or changed.
"""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling.filer import ASSET_LIMIT
from avtalegen.samling.repository import refuse_foreign

_NAMED = re.compile(r"(?P<rev>[^:]{2,}):(?P<sti>.+)", re.DOTALL)
_SECONDS, _SECONDS_TO_LIST = 60, 10
_MOST_NAMES = 200  # commits to look for an earlier name in


class Revisjon:
    """A revision of the repository that a file lies in, as `arv.Files`.

    Names in it are written as `REV:sti`, with the path from the top of the repository; `navn` is that of the file.
    """

    def __init__(self, skrevet: str) -> None:
        """Find the revision that `REV:sti` names; the path is seen from the current folder.

        Raises `AvtalegenError` when there is no such repository, revision or file.
        """
        named = _NAMED.fullmatch(skrevet)
        assert named
        self._rev, sti = named["rev"], named["sti"]
        if self._rev.startswith("-"):
            raise AvtalegenError(
                Begge(
                    f"«{self._rev}» kan ikke være en revisjon i git.",
                    f"«{self._rev}» kan ikkje vere ein revisjon i git.",
                )
            )
        path = Path(os.path.abspath(sti))  # noqa: PTH100 - links are kept: git knows the file by its name
        self._folder = next(folder for folder in path.parents if folder.is_dir())
        top = self._git("rev-parse", "--show-toplevel")
        if top is None:
            raise AvtalegenError(
                Begge(
                    f"«{skrevet}»: Mappen «{self._folder}» ligger ikke i et git-repository. Oppgi en fil, eller gå til "
                    "mappen med avtalene.",
                    f"«{skrevet}»: Mappa «{self._folder}» ligg ikkje i eit git-repository. Oppgi ei fil, eller gå til "
                    "mappa med avtalane.",
                )
            )
        commit = self._git("rev-parse", "--verify", "--quiet", f"{self._rev}^{{commit}}")
        if not commit:
            raise AvtalegenError(likt(f"Git kjenner ingen revisjon «{self._rev}».") + self._hva_nå())
        self._commit = commit.decode("ascii").strip()
        real = Path(os.path.realpath(path.parent)) / path.name
        self.navn = self._called(os.path.relpath(real, os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))))

    def _hva_nå(self) -> Begge:
        """Say what to do about a revision that isn't here: it may be that none is, or only the last."""
        if self._git("rev-list", "--all", "--max-count=1") in (None, b""):
            return Begge(" Ingenting er lagret i git her ennå.", " Ingenting er lagra i git her enno.")
        if self._git("rev-parse", "--is-shallow-repository") == b"true\n":
            return Begge(
                " Bare de siste er hentet hit. «git fetch --unshallow» henter resten.",
                " Berre dei siste er henta hit. «git fetch --unshallow» hentar resten.",
            )
        return Begge(
            " Oppgi en commit, en gren eller et merke, for eksempel «HEAD~1». «git log» viser dem som finnes.",
            " Oppgi ein commit, ei grein eller eit merke, til dømes «HEAD~1». «git log» viser dei som finst.",
        )

    def _called(self, below: str) -> str:
        return f"{self._rev}:{below.replace(os.sep, '/')}"

    def resolve(self, written: str, file: str) -> str:
        """Return the name of the file that `written` stands for in `file`; raises when it may not be read."""
        refuse_foreign(written)
        return self._beside(written, file)

    def read(self, name: str) -> bytes:
        """Return the content of a file, at most a little more than is read of any file."""
        return self._blob(name, ASSET_LIMIT)

    def read_asset(self, file: str, name: str) -> bytes:
        """Return a file that the YAML file `file` refers to."""
        return self._blob(self._beside(name, file), ASSET_LIMIT)

    def _beside(self, written: str, file: str) -> str:
        _, _, sti = file.partition(":")
        below = posixpath.normpath(posixpath.join(posixpath.dirname(sti), written))
        if below.startswith("../") or below == "..":
            raise AvtalegenError(
                Begge(f"«{written}» ligger utenfor git-repositoryet.", f"«{written}» ligg utanfor git-repositoryet.")
            )
        return self._called(below)

    def _blob(self, name: str, most: int) -> bytes:
        _, _, sti = name.partition(":")
        place = f"{self._commit}:{sti}"
        size = self._git("cat-file", "-s", place)
        kind = self._git("cat-file", "-t", place)
        if size is None or kind is None or sti.startswith("../"):
            raise AvtalegenError(
                Begge(
                    f"«{sti}» finnes ikke i revisjonen «{self._rev}».",
                    f"«{sti}» finst ikkje i revisjonen «{self._rev}».",
                )
                + self._het(sti)
            )
        if kind.strip() != b"blob":
            raise AvtalegenError(
                Begge(
                    f"«{sti}» er en mappe i revisjonen «{self._rev}». Oppgi en fil i stedet.",
                    f"«{sti}» er ei mappe i revisjonen «{self._rev}». Oppgi ei fil i staden.",
                )
            )
        if int(size) > most:
            mb = most // 1_000_000
            raise AvtalegenError(
                Begge(
                    f"«{name}» er større enn {mb} MB, og så store filer blir ikke lest.",
                    f"«{name}» er større enn {mb} MB, og så store filer blir ikkje lesne.",
                )
            )
        data = self._git("cat-file", "blob", place)
        if data is None:
            raise AvtalegenError(
                Begge(
                    f"Git kunne ikke lese «{name}». «git fsck» sier hva som er galt.",
                    f"Git kunne ikkje lese «{name}». «git fsck» seier kva som er gale.",
                )
            )
        return data

    def _het(self, sti: str) -> Begge:
        """Say what a file was called in the revision, when it has got its name since."""
        top = Path(os.fsdecode((self._git("rev-parse", "--show-toplevel") or b"").rstrip(b"\r\n")))
        for en in lagrede(top / sti, _MOST_NAMES):
            het = en.fil.relative_to(top).as_posix()
            if het != sti and self._git("cat-file", "-e", f"{self._commit}:{het}") is not None:
                return Begge(f" Filen het «{het}» der.", f" Fila heitte «{het}» der.")
        return Begge(" Sjekk navnet, eller velg en annen.", " Sjekk namnet, eller vel ein annan.")

    def _git(self, *arguments: str) -> bytes | None:
        try:
            return _git(self._folder, *arguments)
        except FileNotFoundError:
            raise AvtalegenError(
                Begge(
                    f"Git finnes ikke på denne maskinen, og uten det kan ikke «{self._rev}:…» leses. Oppgi to filer.",
                    f"Git finst ikkje på denne maskina, og utan det kan ikkje «{self._rev}:…» lesast. Oppgi to filer.",
                )
            ) from None
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise AvtalegenError(
                Begge(f"Git kunne ikke kjøres: {error}.", f"Git kunne ikkje køyrast: {error}.")
            ) from error


def _git(folder: Path, *arguments: str, seconds: float = _SECONDS) -> bytes | None:
    """Return what git prints in a folder, None when it says no."""
    # A hook runs with the names of another repository in its environment; what isn't here, is not fetched.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    done = subprocess.run(
        ["git", "--no-pager", "-C", str(folder), *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        timeout=seconds,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


class Lagret(NamedTuple):
    """A commit that changed a file: its name, its day (ISO), the first line of what is said of it, and the file then.

    A file that has got another name since, is the same file.
    """

    commit: str
    når: str
    emne: str
    fil: Path


def lagrede(path: Path, most: int) -> list[Lagret]:
    """Return the last commits that changed a file, the newest first; none where git doesn't know of it."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept: git knows the file by its name
    try:
        top = _git(path.parent, "rev-parse", "--show-toplevel", seconds=_SECONDS_TO_LIST)
        return list(_fulgt(path.parent, path.name, most, Path(os.fsdecode((top or b"").rstrip(b"\r\n")))))
    except (OSError, ValueError, subprocess.SubprocessError):
        return []


def _fulgt(folder: Path, name: str, most: int, top: Path) -> Iterator[Lagret]:
    """Give the commits that changed a file, with the names it has had; merges, which change nothing, are left out."""
    listed = ("log", f"-n{most}", "--follow", "--name-only", "--no-show-signature", "--format=%H%x1f%cs%x1f%s", "-z")
    said = _git(folder, "--literal-pathspecs", *listed, "--", name, seconds=_SECONDS_TO_LIST)
    of_commit: list[str] = []
    for told in os.fsdecode(said or b"").split("\0"):
        if not told.startswith("\n"):
            of_commit = told.split("\x1f", 2)
        elif len(of_commit) == len(Lagret._fields) - 1:
            commit, når, emne = of_commit
            yield Lagret(commit, når, os.fsencode(emne).decode("utf-8", "replace"), top / told[1:])


def er_revisjon(skrevet: str) -> bool:
    """Tell whether an argument names a file in a revision: it has a colon, and is no file here."""
    return bool(_NAMED.fullmatch(skrevet)) and not os.path.lexists(skrevet)
