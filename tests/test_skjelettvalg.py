"""Our own sentences are known as they are where each choice is made by one of its words."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from avtalegen.komponering.sammensetting import struktur
from avtalegen.komponering.skjelett.avsnitt import skjelett
from avtalegen.komponering.skjelett.valg import uten_egne_ord
from tests.grundig import grundig
from tests.i_ett import i_ett


def lest(mal: str) -> Any:
    env = Environment()
    env.filters["egne_ord"] = str
    return repr(uten_egne_ord(env.parse(mal)))


@i_ett(
    ("med", "uten"),
    [
        ("{% if x|egne_ord %}a{% endif %}b", "b"),
        ("{% if x|egne_ord %}a{% elif x %}b{% else %}c{% endif %}", "{% if x %}b{% else %}c{% endif %}"),
        ("{% if x %}a{% elif x|egne_ord %}b{% else %}c{% endif %}", "{% if x %}a{% else %}c{% endif %}"),
        ("{% if x|egne_ord %}a{% else %}c{% endif %}", "c"),
        ("{% if x and not x|egne_ord and y %}a{% endif %}", "{% if x and y %}a{% endif %}"),
        ("{% if x|egne_ord or x %}a{% endif %}", "{% if x %}a{% endif %}"),
        ("{{ x|egne_ord or y }}", "{{ y }}"),
        ("{{ y or x|egne_ord }}", "{{ y }}"),
        ("{{ '(' ~ x|egne_ord ~ ')' if x|egne_ord else y }}", "{{ y }}"),
        ("{% if x and x|egne_ord %}a{% endif %}b", "b"),
        ("{{ x|map(attribute='y')|map('egne_ord')|list }}", "{{ []|list }}"),
    ],
)
def test_what_is_said_of_the_words_is_gone(med: str, uten: str) -> None:
    assert lest(med) == lest(uten)


@grundig  # how they go, is tried above
def test_no_skeleton_has_the_words() -> None:
    for språk in ("nb", "nn"):
        for avsnitt in struktur()["avsnitt"]:
            assert "egne_ord" not in repr(skjelett(språk, avsnitt)), avsnitt
