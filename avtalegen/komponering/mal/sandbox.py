"""The sandbox that the templates run in."""

from __future__ import annotations

from collections.abc import MutableMapping
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined, Template, meta, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from avtalegen.dokument.maler import INGEN, MALER, Maler
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.komponering.mal import filtre, grenser, grunner
from avtalegen.komponering.mal.egne_ord import words
from avtalegen.komponering.mal.kompilert import Kompilerte
from avtalegen.komponering.mal.malfeil import Ukjent
from avtalegen.komponering.markdown.blokker import NOT_WORDS
from avtalegen.komponering.markdown.verdier import Values
from avtalegen.komponering.spor.sporing import Grunn, Valgt, fordi, rute_til
from avtalegen.komponering.spor.sprak import SporendeSpråk
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.base import Del


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with our filters and nothing else. A name that doesn't exist is an error."""

    def __init__(self, språk: Språk, folder: Path, egne: Maler, spor: bool) -> None:
        def own(navn: str) -> tuple[str, str, None] | None:
            text = egne.tekst(folder.name, navn)
            return None if text is None else (text, egne.sti(folder.name, navn), None)

        super().__init__(
            loader=ChoiceLoader([FunctionLoader(own), FileSystemLoader(folder, encoding="utf-8")]),
            undefined=Ukjent,
            finalize=_pay_and_hold if egne.tekster else _hold,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=None if egne.tekster else Kompilerte(folder, spor=spor),
        )
        self.språk = språk
        self.globals = {}
        # Ours need no bounds: what they make follows from the agreement, and that has its own.
        self.bounded = bool(egne.tekster)
        self.spor = spor
        self._choices = grunner.choices() if spor else frozenset[str]()
        self.filters = filtre.filters(språk, bounded=self.bounded, spor=spor)
        self.tests = {**filtre.tests()}
        self._known = frozenset(name for name in self.filters if not name.startswith("_"))
        self._own = frozenset(egne.sti(folder.name, navn) for språk, navn, _ in egne.tekster if språk == folder.name)
        self._asked: dict[str, tuple[set[str], tuple[str, ...]]] = {}
        """Of each template that has been read, the names that it asks for, and the templates that it includes."""
        self._templates: dict[str, Template] = {}
        self._nodes = 0  # in those of their own

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError as error:
            raise grenser.too_deep(1, name, filename) from error
        except ValueError as error:  # Python reads no number of thousands of digits
            raise grenser.too_large_number(name, filename) from error
        size = grenser.check(tree, self._known, frozenset(self.tests), name, filename)
        if filename in self._own:
            self._nodes += size
            if self._nodes > grenser.NODES:
                message = Begge(
                    "Malene deres har for mange uttrykk til sammen.", "Malane dykkar har for mange uttrykk til saman."
                )
                hint = Begge("Gjør malene enklere.", "Gjer malane enklare.")
                raise grenser.NotAllowedError(message, 1, name, filename, hint)
        if self.spor and name:
            included = tuple(filter(None, meta.find_referenced_templates(tree)))
            self._asked[name] = ({one.name for one in tree.find_all(nodes.Name)}, included)
        return tree

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        if self.spor:
            source = grunner.begrunnet(source, NOT_WORDS)
            if not self.bounded:
                grenser.replaced(source, grenser.joined)
        return super()._generate(grenser.charged(source) if self.bounded else source, *args, **kwargs)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that all templates have: none. Jinja's own mapping is copied for each template."""
        return {} if d is None else d

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Return what Jinja does. It has a lock around what it remembers, and there are forty in a document."""
        known = self._templates.get(name) if isinstance(name, str) else None
        if known is None:
            known = super().get_template(name, parent, globals)
            self._templates[known.name or ""] = known
        return known

    def names(self, name: str) -> set[str]:
        """Return the names that a template asks for, and those that it includes."""
        if name not in self._asked:
            assert self.loader is not None
            self.parse(self.loader.get_source(self, name)[0], name)
        own, included = self._asked[name]
        return own.union(*map(self.names, included))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may see an attribute. Ours ask for hundreds, all of them of our own classes."""
        return super().is_safe_attribute(obj, attr, value) if self.bounded else not attr.startswith("_")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what a sandboxed environment does; of a part of the agreement only what the agreement says."""
        seen = _seen(obj.__class__)
        if seen is not None and attribute not in seen:
            return self.undefined(obj=obj, name=attribute)
        # What a template of ours asks for, is mostly a value, of which Jinja has nothing to be afraid.
        value = _no_value if self.bounded or attribute[:1] == "_" else getattr(obj, attribute, _no_value)
        if callable(value):
            value = super().getattr(obj, attribute)
        # The names are few, and this is asked hundreds of times.
        may_be = attribute in self._choices and value is not None and seen is not None
        if may_be and isinstance(value, Enum) and (way := rute_til(obj)):
            return Valgt(value, (*way, obj.kjente[attribute].nøkkel))
        return value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what a sandboxed environment does; only one thing can be looked up at a time."""
        if _seen(obj.__class__) is not None:
            return self.getattr(obj, str(filtre.scalar(argument)))
        value = super().getitem(obj, filtre.scalar(argument))
        # What the words are looked up by, is why it is these.
        return fordi(argument, value) if self.spor and value.__class__ is str else value


def _no_value() -> None:
    """Stand where there is no value that is known to be one; it can be called, so Jinja is asked."""


@cache
def _seen(part: type) -> frozenset[str] | None:
    """Return the names of the fields of a part and of the properties that we have given it: Pydantic has more.

    None for the class of what is no part of an agreement.
    """
    if not issubclass(part, Del):
        return None
    classes = part.__mro__[: part.__mro__.index(Del)]
    own = (name for cls in classes for name, value in vars(cls).items() if isinstance(value, property))
    return frozenset((*own, *part.model_fields))


@pass_context
def _hold(context: Context, value: object) -> str:
    """Hold what a template prints, and return the mark that stands in for it."""
    values: Values = context.parent["_verdier"]
    if value.__class__ in filtre.TEXTS:
        return values.hold_text(value)  # the most of what there is
    if value.__class__ is Grunn:
        return values.hold_reason(value)
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, and says which name it is
    return values.hold(filtre.printed(value))


@pass_context
def _pay_and_hold(context: Context, value: object) -> str:
    context[filtre.WORK].use(filtre.HELD + (len(value) if isinstance(value, str) else 0))
    return _hold(context, value)


@lru_cache(maxsize=4)
def environment(språkkode: str, egne: Maler = INGEN, *, spor: bool = False) -> Environment:
    """Return the sandbox with the templates of a language, those in `egne` ahead of ours.

    With `spor`, what the templates make of an agreement that is `sporet` leads to its values.
    """
    folder = MALER / språkkode
    if not folder.is_dir():
        raise AvtalegenError(f"Det finnes ikke maler for språket «{språkkode}» i denne utgaven av avtalegen.")
    return Environment((SporendeSpråk if spor else Språk)(words(språkkode, egne)), folder, egne, spor)
