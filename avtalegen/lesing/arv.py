"""Inheritance: what an agreement takes from the files that it names under `arv`.

What the heir says counts. Mappings are merged field by field; a text or a list stands instead of the one inherited;
a field that is left empty is inherited. A file that is inherited may inherit in its turn, and of several files in a
list, a later one counts before an earlier one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, Protocol

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Related, Severity, Span
from avtalegen.lesing import LIMITS, Entry, Inherited, Mapping, Node, Scalar, Sequence, Source, locate, parse
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i, forkort

ARVEFEIL = {
    "ARV001": "arvet-fil-kan-ikke-leses",
    "ARV002": "arv-i-ring",
    "ARV003": "arv-fra-feil-sted",
    "ARV004": "feil-i-arvet-fil",
    "ARV005": "arv-uten-mappe",
    "ARV006": "for-mye-arv",
}
"""Code and name of every finding this module gives."""

KEY = "arv"
MOST_FILES = 10
"""How many files an agreement may inherit from, all told: no chain can be longer either."""

_OF_ITSELF = frozenset({KEY, "format"})  # what a file says of itself alone
_TOO_MUCH = Begge("Kontroller at det er de riktige filene.", "Kontroller at det er dei rette filene.")
_MOST_PARSED = 16  # files kept for the next agreement: a district has a handful


class Files(Protocol):
    """How files that are inherited are found and read. What can't be done is an `AvtalegenError` that says why."""

    def resolve(self, written: str, file: str) -> str:
        """Return the name of the file that `written` stands for in `file`, always the same for the same file."""

    def read(self, name: str) -> bytes:
        """Return the content of a file that `resolve` has named; of one larger than `LIMITS.bytes`, the beginning."""


class Merged(NamedTuple):
    """An agreement with what it inherits. The fields of `root` that are inherited know their file (`Inherited`).

    `texts` holds the text of each file inherited from. When not all of it could be inherited, it isn't `complete`:
    what is missing in `root` may not be missing at all.
    """

    root: Mapping
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    complete: bool


def merge(source: Source, files: Files | None) -> Merged:
    """Return the content of an agreement, which must have a `root`, with what it inherits.

    Without `files` nothing can be inherited, and an agreement that asks for it gets a finding.
    """
    root = source.root
    assert root is not None
    if KEY not in root.entries:
        return Merged(root, (), {}, complete=True)
    merger = _Merger(files)
    merged = merger.with_inheritance(root, (source.file,))
    if _holds_more_than(LIMITS.nodes, merged):
        most = f"{LIMITS.nodes:,}".replace(",", " ")
        span = locate(source.file, root, (KEY,))
        merger.refuse(
            "ARV006",
            span,
            Begge(
                f"Med det den arver, har avtalen flere verdier enn de {most} som er tillatt.",
                f"Med det han arvar, har avtalen fleire verdiar enn dei {most} som er tillatne.",
            ),
            _TOO_MUCH,
        )
        merged = root
    return Merged(merged, tuple(merger.findings), merger.texts, merger.complete)


class _Merger:
    """What is known while one agreement is put together."""

    def __init__(self, files: Files | None) -> None:
        self.files = files
        self.findings: list[Diagnostic] = []
        self.complete = True
        self.texts: dict[str, str] = {}
        self.bytes = 0
        # Of each file looked up: its content with what it inherits; None when it can't be used.
        self.done: dict[str, Mapping | None] = {}

    def with_inheritance(self, root: Mapping, chain: tuple[str, ...]) -> Mapping:
        """Return the content of the last file in `chain` with what it inherits; those before it are its heirs."""
        for via in reversed(_asked_for(root)):
            name = self._name(via, chain)
            if name is None:
                continue
            if name not in self.done:
                self.done[name] = None  # it counts while those that it inherits from are read
                self.done[name] = self._read(name, _span(via, chain), chain)
            base = self.done[name]
            if base is not None:
                assert isinstance(via, Scalar)
                root = _over(root, base, name, via)
        return root

    def refuse(self, code: str, span: Span, message: str, hint: Begge | None = None) -> None:
        """Note why something can't be inherited."""
        self.complete = False
        self.findings.append(Diagnostic(code, Severity.FEIL, message, span, hint))

    def _name(self, via: Node, chain: tuple[str, ...]) -> str | None:
        """Return the name of a file to inherit from, or None after noting why it can't be."""
        span = _span(via, chain)
        if not isinstance(via, Scalar) or not (written := (via.value or "").strip()):
            self.complete = False
            if len(chain) > 1:  # of the agreement itself, the format says it
                self.refuse(
                    "ARV003",
                    span,
                    Begge("Her skal det stå stien til en fil.", "Her skal det stå stien til ei fil."),
                    Begge("For eksempel «arv: landet.yaml».", "Til dømes «arv: landet.yaml»."),
                )
            return None
        if self.files is None:
            message = Begge(
                f"Avtalen arver fra «{forkort(written)}», men her kan ikke andre filer leses.",
                f"Avtalen arvar frå «{forkort(written)}», men her kan ikkje andre filer lesast.",
            )
            self.refuse(
                "ARV005",
                span,
                message,
                Begge(
                    "Oppgi navnet på filen avtalen ligger i, ikke bare innholdet.",
                    "Oppgi namnet på fila avtalen ligg i, ikkje berre innhaldet.",
                ),
            )
            return None
        try:
            name = self.files.resolve(written, chain[-1])
        except AvtalegenError as error:
            self.refuse("ARV003", span, error.message)
            return None
        if name in chain:
            ring = " → ".join(f"«{file}»" for file in (*chain[chain.index(name) :], name))
            self.refuse(
                "ARV002",
                span,
                likt(f"Her går arven i ring: {ring}."),
                Begge("Fjern «arv» i en av filene.", "Fjern «arv» i ei av filene."),
            )
            return None
        if name not in self.done and len(self.done) == MOST_FILES:
            self.refuse(
                "ARV006",
                span,
                Begge(
                    f"Avtalen arver fra flere enn {MOST_FILES} filer.",
                    f"Avtalen arvar frå fleire enn {MOST_FILES} filer.",
                ),
                Begge("Slå noen av dem sammen.", "Slå nokre av dei saman."),
            )
            return None
        return name

    def _read(self, name: str, span: Span, chain: tuple[str, ...]) -> Mapping | None:
        """Return the content of a file with what it inherits, or None after noting why there is none."""
        assert self.files is not None
        try:
            data = self.files.read(name)
        except AvtalegenError as error:
            self.refuse(
                "ARV001",
                span,
                error.message,
                Begge(
                    "Stien regnes fra mappen til filen «arv» står i.",
                    "Stien blir rekna frå mappa til fila «arv» står i.",
                ),
            )
            return None
        self.bytes += len(data)
        if self.bytes > LIMITS.bytes:
            most = LIMITS.bytes // 1_000_000
            self.refuse(
                "ARV006",
                span,
                Begge(
                    f"Filene avtalen arver fra, er til sammen på mer enn {most} MB.",
                    f"Filene avtalen arvar frå, er til saman på meir enn {most} MB.",
                ),
                _TOO_MUCH,
            )
            return None
        source = _parsed(data, name)
        self.texts[name] = source.text
        if source.diagnostics:
            first = source.diagnostics[0]
            self.findings += source.diagnostics
            self.refuse(
                "ARV004",
                span,
                Begge(
                    f"«{name}» har feil som må rettes før noe kan arves fra den.",
                    f"«{name}» har feil som må rettast før noko kan arvast frå ho.",
                ),
            )
            self.findings[-1] = self.findings[-1]._replace(related=(Related(first.span, first.message),))
        return self.with_inheritance(source.root, (*chain, name)) if source.root else None


@lru_cache(maxsize=_MOST_PARSED)
def _parsed(data: bytes, name: str) -> Source:
    """Parse a file once for all the agreements that inherit from it; a tree is never changed."""
    return parse(data, name)


def _span(node: Node, chain: tuple[str, ...]) -> Span:
    return locate(chain[-1], node, ())


def _asked_for(root: Mapping) -> list[Node]:
    """Return what stands under `arv`: the paths as texts, and what is no text at all."""
    entry = root.entries.get(KEY)
    if entry is None:
        return []
    items = entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    return [item for item in items if not _empty(item)]


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _over(own: Mapping, base: Mapping, file: str, via: Scalar, part: type[Del] | None = Avtale) -> Mapping:
    """Return `own` with what only `base` says, which stands in `file` and is asked for by `via`.

    `part` is what both describe, None where the format has no such thing. Neither of them is changed.
    """
    merged = Mapping(own.line, own.column)
    merged.end_column = own.end_column
    entries = merged.entries = dict(own.entries)
    for name, theirs in base.entries.items():
        if _empty(theirs.value) or (part is Avtale and name in _OF_ITSELF):
            continue
        origin = theirs.file if isinstance(theirs, Inherited) else file
        mine = entries.get(name)
        if mine is None or _empty(mine.value):
            entries.pop(name, None)  # what a mapping says itself stays first in it
            entries[name] = Inherited(theirs.key, theirs.value, origin, via)
        elif isinstance(mine.value, Mapping):
            field = part.felter.get(name) if part else None
            below = del_i(field.type) if field else None
            value = theirs.value
            if not isinstance(value, Mapping) and below:
                value = _long_form(value, below)
            if isinstance(value, Mapping):
                both = _over(mine.value, value, origin, via, below)
                if isinstance(mine, Inherited):
                    entries[name] = Inherited(mine.key, both, mine.file, mine.via)
                else:
                    entries[name] = Entry(mine.key, both)
    return merged


def _long_form(node: Scalar | Sequence, part: type[Del]) -> Node:
    """Return the mapping that a text or a list stands for; the node itself when it stands for none.

    «politi: Nordland» is inherited as «distrikt: Nordland» by who writes other fields of «politi».
    """
    mapping = Mapping(node.line, node.column)

    def add(name: str, value: Node) -> None:
        mapping.entries[name] = Entry(Scalar(name, node.line, node.column, node.end_column, True), value)

    if isinstance(node, Sequence):
        if part.listeform is None:
            return node
        add(part.listeform, node)
        return mapping
    try:
        said = part.fra_tekst(node.value or "") or {}
    except ValueError:  # no text that can stand here: of no use to the heir, who says something better
        return node
    for name, value in said.items():
        assert value is None or isinstance(value, str)
        add(name, Scalar(value, node.line, node.column, node.end_column, True))
    return mapping if said else node


def _holds_more_than(limit: int, root: Node) -> bool:
    """Tell whether a tree holds more values than `limit`; what is there several times counts each time."""
    waiting, count = [root], 0
    while waiting:
        node = waiting.pop()
        count += 1
        if count > limit:
            return True
        if isinstance(node, Mapping):
            count += len(node.entries)
            waiting += [entry.value for entry in node.entries.values()]
        elif isinstance(node, Sequence):
            waiting += node.items
    return False
