"""What a line is numbered, and what has no place in the source, makes no difference to what is read."""

from __future__ import annotations

from avtalegen.importering import importer, les
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Spenn, Verdi
from avtalegen.importering.gjenkjenning.innsats import _i_rekke

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
