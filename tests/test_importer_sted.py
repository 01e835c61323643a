"""What a line is numbered, and what has no place in the source, makes no difference to what is read."""

from __future__ import annotations

from avtalegen.importering import importer, les
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Spenn, Verdi
from avtalegen.importering.gjenkjenning import utpekt
from avtalegen.importering.gjenkjenning.innsats import _i_rekke
from avtalegen.importering.oppsett import oppsett

SIDEN = """<h1>Avtale mellom Flakstad kommune og Nordland politidistrikt</h1>
<h2>Politikontakt</h2><p>Politikontakten er Kari Lund.
<a href="mailto:kari.lund@politiet.no">Send e-post</a>, telefon 76 05 12 34.</p>"""


def test_lines_may_have_other_numbers_than_their_places() -> None:
    kilde = les(SIDEN.encode(), "a.html")
    flyttet = kilde._replace(linjer=tuple(linje._replace(nr=linje.nr + 40) for linje in kilde.linjer))
    felt = {rute: verdi.tekst for rute, verdi in importer(flyttet).verdier}
    assert felt == {rute: verdi.tekst for rute, verdi in importer(kilde).verdier}
    assert felt["politikontakt", 0, "epost"] == "kari.lund@politiet.no"


def test_an_area_without_a_place_was_not_counted_up_with_the_others() -> None:
    def område(linje: int | None) -> Node:
        spenn = () if linje is None else (Spenn(linje, 0, 3),)
        return {"navn": Verdi("rus", spenn, SIKKER if spenn else TROLIG, "")}

    assert not _i_rekke([område(None)])
    assert not _i_rekke([område(1), område(2), område(None)])
    assert _i_rekke([område(1), område(1)])


def test_a_contact_comes_next_though_an_earlier_one_is_not_put_down_yet() -> None:
    kilde = les(b"Per Moe har telefon 76 05 12 34.\n\nKari Lund har telefon 76 05 12 35.", "a.md")
    a = Arbeid(kilde, oppsett(kilde))
    a.utpekte = ["Kari Lund", "Ola Dal", "Per Moe"]
    per, _ = (hele(linje) for linje in kilde.linjer)
    assert utpekt.om_en(a, per) == (0, "Per Moe")
    utpekt.navnet(a, per, 0, "Per Moe")
    assert utpekt.om_en(a, per) == (0, "Per Moe")
    assert a.tre.liste("politikontakt", 0, "navn")
