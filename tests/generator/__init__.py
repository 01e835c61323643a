"""Agreements made to order: the one generator that tests of the whole format stand on.

What an agreement says is drawn first (a tree of fields, walked from the classes of the format), and how it is written
afterwards: long and short forms, one thing or a list of one, every way of writing a date or an amount, flow and block
YAML, quotes, comments. So the same agreement can be written in other ways, changed in one place, and compared:

    g = avtale(17)                              # always the same one
    g.data, g.filer                             # the file, and those that belong to it (felles/…, vapen.png)
    g.verdier[("parter", "politi", "distrikt")].betydning    # what the reader must find there
    g.omskrevet(frø=3, form="kort")             # says the same, looks different
    g.med(("politiråd", "navn"), nummer=2)      # says something else in one place
    g.uten(("slt",))                            # says nothing there
    g.skriv_til(tmp_path)                       # all files in a folder
    lest(g)                                     # checked by `flyt.check`, the other files with it

    avtaler(0, 357)                             # as many as wanted, no two with a text in common
    avtaler(0, 9, Oppskrift(fylde=1.0, målform=Målform.NYNORSK, kommuner=4, arv=True))
    avtaler(0, 9, Oppskrift(uten=frozenset({("taushetsplikt",)})))

    @given(genererte())                         # Hypothesis, small ones: tests.generator.strategi
    def test_something(g: Generert) -> None: ...

A text has a place name for its field and another for its agreement («Følge opp Grimsvik ved Toftenes»), so a value that
turns up where it doesn't belong, tells where it is from. An agreement has no findings of the format and none of the
rules that stop `lag`; warnings and advice it has in plenty. Dates are from 2024 to 2032.

A new field is reached by itself. A new kind of value needs a line in `verdier._SLAG`, a part whose short form stands
for several fields one in `former.RIKE_KORTFORMER`, and what must fit together across fields one in `plan`; until then
`tests/test_generator.py` fails.
"""

from __future__ import annotations

from datetime import date

from avtalegen.flyt import Checked, check
from avtalegen.regler import Valg
from tests.generator.generert import FIL, Generert, Verdi, avtale, avtaler
from tests.generator.plan import Oppskrift
from tests.generator.ruter import Mønster, Rute, formatets_ruter, mønster, verdi_ved

__all__ = ["FIL", "I_DAG", "Generert", "Mønster", "Oppskrift", "Rute", "Verdi", "avtale", "avtaler"]
__all__ += ["formatets_ruter", "lest", "mønster", "verdi_ved"]

I_DAG = date(2026, 11, 20)
"""The day that the rules are held against."""


def lest(g: Generert, *, regler: bool = False) -> Checked:
    """Return an agreement as it is read, with `regler` also held against the rules."""
    valg = Valg(I_DAG, filstørrelse=g.filstørrelse) if regler else None
    return check(g.data, FIL, valg, g)
