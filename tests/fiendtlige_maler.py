"""Templates by somebody who wants out of the sandbox, or wants the machine to work for ever. Run as a program: compose
with each, and print what became of it, how long it took and how much memory the process has used.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

from avtalegen.dokument.maler import Maler
from avtalegen.flyt import check
from avtalegen.komponering import compose
from tests import malminne
from tests.cli_support import VALID
from tests.grundig import GRUNDIG, utvalg
from tests.skritt import Steps, steps

DOUBLED = "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 60
NESTED = "{% set a = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] %}" + "{% set a = [a, a, a, a, a, a, a, a, a, a] %}" * 30
TUPLES = NESTED.replace("[", "(").replace("]", ")")
LONG = "{% set x = [1] %}" + "{% set x = x + x %}" * 16
LOOP = LONG + "{% for a in x %}"
LOOPS = LOOP + "{% for b in x %}{% endfor %}{% endfor %}"

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cla' ~ 'ss__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ kommuner|map(attribute='__class__')|list }}",
    "{{ kommuner|map('attr', '__class__')|list }}",
    "{{ kommuner|selectattr('__class__')|list }}",
    "{{ kommuner|map(attribute='data.__init__.__globals__')|list }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{{ '%s'|format(1) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ lipsum.__globals__ }}",
    "{{ range(3) }}",
    "{{ dict(a=1) }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle(1) }}{% endfor %}",
    "{{ avtale.les.__globals__ }}",
    "{{ kommuner.__class__.__base__ }}",
    "{{ kommuner.index }}",
    "{{ avtale.felter }}",
    *(f"{{{{ parter.{name} }}}}" for name in ("json", "dict", "copy", "med", "kjente", "kortform", "fra_tekst")),
    *(f"{{{{ parter.{name} }}}}" for name in ("model_dump", "model_fields", "model_config", "model_fields_set")),
    *(f"{{% if parter.{name} %}}a{{% endif %}}" for name in ("json", "model_dump", "model_extra", "felter")),
    *(f"{{{{ parter{way} }}}}" for way in ("['model_dump']", "['felter']", "|list|length", "|length", "|join", "[0]")),
    "{{ [parter]|map(attribute='json')|join }}",
    "{{ [parter]|selectattr('model_dump')|list|length }}",
    "{{ kommuner|map(attribute='data.model_fields')|join }}",
    "{% for x in parter %}a{% endfor %}",
    "{% for name, value in parter %}{{ name }}{% endfor %}",
    "{% if 'kommuner' in parter %}a{% endif %}",
    "{% if parter|unique %}a{% endif %}",
    "{% if parter|map('stor')|list %}a{% endif %}",
    "{{ kommuner }}",
    "{{ _verdier }}",
    "{{ _arbeid._left }}",
    "{% set _arbeid = 1 %}",
    "{% set _verdier = 1 %}",
    "{{ 1|_kjør(1) }}",
    "{{ kommuner|map('_kjør', 1)|list }}",
    "{% import 'roller.md.j2' as r %}",
    "{% from 'roller.md.j2' import x %}",
    "{% extends 'roller.md.j2' %}",
    "{% block x %}{% endblock %}",
    "{% macro x() %}{{ caller() }}{% endmacro %}",
    "{% call x() %}{% endcall %}",
    "{% filter stor %}a{% endfilter %}",
    "{% set x %}a{% endset %}",
    "{% include '../nn/roller.md.j2' %}",
    "{% include '..\\\\nn\\\\roller.md.j2' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'roller.md.j2\x00' %}",
    "{% include ['/etc/passwd'] %}",
    "{% include kommunenavn %}",
    "{% include '/etc/passwd' ignore missing %}{{ finnes_ikke }}",
    "{% include 'roller.md.j2' without context %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% for x in y recursive %}{{ loop(x) }}{% endfor %}",
    "{{ finnes_ikke.__class__ }}",
    "{{ finnes_ikke._undefined_obj }}",
    "{{ finnes_ikke|default(finnes_ikke2) }}",
    "{{ undefined.x }}",
    "{{ (finnes_ikke or 1).__class__ }}",
    "{{ x|await }}",
    "{% async for x in y %}{% endfor %}",
    "{% do kommuner %}",
    "{% debug %}",
    "{% raw %}{{ 1 }}{% endraw %}{{ ''.__class__ }}",
    "{{ '{% raw %}' ~ ''.__class__ ~ '{% endraw %}' }}",
    "a \ue0000\ue001 b",
    "a \ue000999\ue001 b",
]
COSTLY = [
    # What is as costly to hash as all that is in it.
    "{% set p = [avtale] %}" + "{% set p = p + p %}" * 17 + "{{ p|unique|length }}",
    "{% set p = [kommuner] %}" + "{% set p = p + p %}" * 17 + "{{ p|unique|length }}",
    "{% set x = ['aaaaaaaa'] %}" + "{% set x = x + x %}" * 40,
    LOOP + "{% for b in x %}a{% endfor %}{% endfor %}",
    LOOP + "{% for b in x if false %}{% endfor %}{% endfor %}",
    LOOP + "{% set y = x + x %}{% endfor %}",
    LOOP + "{% if 2 in x %}{% endif %}{% endfor %}",
    LOOP + "{{ x|length }}{{ x|map('stor')|list|length }}{% endfor %}",
    LOOP + "{% set y = x|select|list %}{% endfor %}",
    LOOP + "{% set y = x|unique %}{% endfor %}",
    LOOP + "{{ 1 }}" * 5000 + "{% endfor %}",
    LOOP + "{% if a %}{% endif %}" * 3000 + "{% endfor %}",
    LOOP + "{{ 'a@' ~ '.' ~ '@' }}{% endfor %}",
    "{{ 1" + " ~ 1" * 20000 + " }}",
]
"""What uses more of what is allowed than `make test` has time for."""
CHEAP = [
    "{{ 'a' * 10**10 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ [1] * 10**10 }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'.center(1000000000) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{% for a in range(10**10) %}{% endfor %}",
    DOUBLED,
    DOUBLED.replace("~", "+"),
    DOUBLED + "{{ x }}",
    "{% set x = 'aaaaaaaa' %}" + "{% set x = [x, x, x, x, x, x, x, x]|join %}" * 20,
    "{% set x = ['a'] %}" + "{% set x = [x|join, x|join, x|join, x|join] %}" * 40,
    "{% set x = 1 %}" + "{% set x = x + x %}" * 2000,
    LOOPS,
    LOOP + "{% if x == x + [] %}{% endif %}{% endfor %}",
    LOOP + "a" * 100_000 + "{% endfor %}",
    LOOP + "{% include 'punkter.md.j2' %}{% endfor %}",
    LOOP + "\n\n- a\n\n{% endfor %}",
    LOOP + "[{% endfor %}",
    LOOP + "> {% endfor %}",
    LOOP + "*a_ {% endfor %}",
    LOOP + "![[a](b{% endfor %}",
    LOOP + "`" * 3 + "a{% endfor %}",
    "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}" * 8 + "{% endfor %}" * 8,
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "{% if 1 %}" * 200 + "{% endif %}" * 200,
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
    "{{ " + "[" * 5000 + "1" + "]" * 5000 + " }}",
    "{{ 1" + "|stor" * 2000 + " }}",
    "{{ 1" + " + 1" * 5000 + " }}",
    "{{ not " + "not " * 5000 + "1 }}",
    NESTED + "{{ a }}",
    NESTED + "{{ a ~ '' }}",
    NESTED + "{{ a|join }}",
    NESTED + "{{ a == [a] }}",
    NESTED
    + NESTED.replace("set a", "set b").replace("[a, a, a, a, a, a, a, a, a, a]", "[b, b, b, b, b, b, b, b, b, b]")
    + "{{ a in [b] }}",
    NESTED + "{{ {'a': 1}[a] }}",
    NESTED + "{{ 'a'|med(a) }}",
    TUPLES + "{{ {'a': 1}[a] }}",
    TUPLES + "{{ [a]|unique|list|length }}",
    TUPLES + "{{ 'x' if a in [a] }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ 1e400|tall }}",
    "{{ " + "1" * 40 + "|tall }}",
    "{{ ('a@' ~ 'BREAK' ~ '@')|lenke }}".replace("BREAK", "." * 50_000),
    "{{ '" + "a." * 50_000 + "!'|lenke }}",
    "{{ '" + "1 " * 50_000 + "'|organisasjonsnummer }}",
    "{{ '" + ". " * 50_000 + "'|punkttekst }}",
    "{{ 1 }}" * 20_000,
    "{% set a = 1 %}" * 9_000,
    "x" * 10_000_000,
    "[" * 140_000,
    "> " * 70_000,
    "*a_ " * 35_000,
    "- " * 70_000,
    "|a" * 70_000 + "|\n" + "|-" * 70_000 + "|\n",
    "`a``" * 30_000,
    "![a](" * 25_000,
    "<a " * 45_000,
    "&a" * 70_000,
    "{% include 'formaal.md.j2' %}",
]
GREEDY = [*CHEAP, *COSTLY]


def tried() -> list[str]:
    """Return the templates to try.

    Those that use all that is allowed take a second each, for their steps are counted. In `make test` another does so
    without, in test_maler_fiendtlig.py.
    """
    return [*utvalg(ESCAPES, 10), *(GREEDY if GRUNDIG else utvalg(CHEAP, 2))]


def main() -> None:
    avtale = check(VALID, "a.yaml").avtale
    assert avtale is not None
    # What is read and compiled once is not the template's doing.
    malminne.remember()
    compose(avtale)
    compose(avtale, egne=Maler("maler", (("nb", "formaal.md.j2", "# A"),)))
    for text in tried():
        # To count takes as long as to compose; that the escapes take few steps is nothing that can be doubted.
        with steps() if text in GREEDY else nullcontext(Steps(None)) as counted:
            made = compose(avtale, egne=Maler("maler", (("nb", "formaal.md.j2", text),)))
        told = [(d.code, d.span.file, d.span.line, d.message) for d in made.diagnostics]
        said = len(repr(made.document)) if made.document else None
        print(json.dumps([counted.taken, told, said, _peak()]), flush=True)


def _peak() -> float:
    """Return the most memory that the process has had, in MB; 0 where nobody can say."""
    # What getrusage tells on Linux begins with what the process had that started this one.
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1e3


if __name__ == "__main__":
    main()
