"""What a draft says of the old agreement, in its comments: read, changed and taken away, with nothing lost."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest

from avtalegen.lesing import parse, to_data
from avtalegen.lesing.gammel import Gammel, endret, ferdig, flyttet, les, plassert
from avtalegen.lesing.redigering import Fjern, Sett, SettInn, rediger
from avtalegen.lesing.redigering.skritt import lest
from tests.cli_support import ROOT
from tests.grundig import utvalg

DRAFTS = sorted((ROOT / "tests" / "fasit" / "importer").glob("*.yaml"))
KORT = b"""# Lest fra gammel.docx med \xc2\xabavtalegen importer\xc2\xbb. Se over hvert felt.
# 4 verdier: 3 er sikre, 1 trolige. 3 steder er ikke plassert.

format: 1

avtale:
  form\xc3\xa5l: [trygghet, ro]  # sikker, linje 3: \xc2\xabtrygghet og ro\xc2\xbb
periode: { fra: 2020, til: 2024 }  # trolig, s. 2: \xc2\xab\xe2\x80\xa6fra 2020 til 2024\xc2\xbb  (i teksten)
# en egen kommentar
taushetsplikt:
  tekst: |  # sikker, s. 2, linje 4: \xc2\xabVi tier\xc2\xbb
    Vi tier  # trolig, linje 1: \xc2\xabdette er tekst\xc2\xbb

# Ikke plassert. Dette sto i den gamle avtalen, og er ikke med over:
# linje 6: vi gj\xc3\xb8r dette, sammen
# s. 1, linje 7: saken: 12/3
# linje 6: vi gj\xc3\xb8r dette, sammen

# Utelatt. Dette er i filen, men ikke en del av avtalens tekst:
# linje 9, merknad i margen fra KN: Husk: ring
# \xe2\x80\xa6 og 3 til.
"""


def lest_av(data: bytes) -> Gammel:
    gammel = les(data)
    assert gammel is not None
    return gammel


def innhold(data: bytes) -> Any:
    root = parse(data, "x").root
    assert root is not None
    return to_data(root)


def test_the_comments_are_read_with_the_way_to_what_they_are_about() -> None:
    gammel = lest_av(KORT)
    assert gammel.navn == "gammel.docx"
    assert [(en.rute, en.sikkerhet, en.sted, en.sitat, en.grunn) for en in gammel.opphav] == [
        (("avtale", "formål"), "sikker", "linje 3", "trygghet og ro", ""),
        (("periode",), "trolig", "s. 2", "…fra 2020 til 2024", "i teksten"),
        (("taushetsplikt", "tekst"), "sikker", "s. 2, linje 4", "Vi tier", ""),
    ]
    assert [(bit.sted, bit.tekst) for bit in gammel.ikke_plassert] == [
        ("linje 6", "vi gjør dette, sammen"),
        ("s. 1, linje 7", "saken: 12/3"),
        ("linje 6", "vi gjør dette, sammen"),
    ]
    assert [(bit.sted, bit.hvorfor, bit.tekst) for bit in gammel.utelatt] == [
        ("linje 9", "merknad i margen fra KN", "Husk: ring")
    ]


@pytest.mark.parametrize("draft", utvalg(DRAFTS, 3), ids=lambda path: path.stem)
def test_every_comment_of_a_draft_is_read_and_can_be_taken_away(draft: Any) -> None:
    data = draft.read_bytes()
    gammel = lest_av(data)
    text = data.decode()
    assert len(gammel.opphav) == len(re.findall(r"(?m)(?:^|  )# (?:sikker|trolig), ", text))
    assert all(lest(innhold(data), en.rute) is not None for en in gammel.opphav)
    said = re.search(r"(\d+) steder er ikke plassert", text)
    assert said is None or int(said[1]) == len(gammel.ikke_plassert)
    bare = ferdig(data)
    assert "#" not in bare.decode()
    assert innhold(bare) == innhold(data)
    assert les(bare) is None
    assert ferdig(bare) == bare


@pytest.mark.parametrize("data", [KORT, b"\xef\xbb\xbf" + KORT.replace(b"\n", b"\r\n")], ids=["lf", "bom og crlf"])
def test_a_piece_leaves_its_list_and_only_its_lines_are_others(data: bytes) -> None:
    satt = rediger(data, "x", Sett(("avtale", "saksnummer"), "12/3")).data
    bit = lest_av(satt).ikke_plassert[1]
    ny = plassert(satt, bit, ["saken"], ("avtale", "saksnummer"), "12/3")
    skift = b"\r\n" if b"\r\n" in data else b"\n"
    assert ny == satt.replace(
        b"saksnummer: 12/3", "saksnummer: 12/3  # plassert, s. 1, linje 7: «12/3»".encode()
    ).replace(b"# s. 1, linje 7: saken: 12/3", b"# s. 1, linje 7: saken")
    assert ny.count(b"\n") == ny.count(skift)
    ny = plassert(satt, bit, [], None)
    assert b"saken" not in ny
    assert b"2 steder er ikke plassert." in ny


def test_what_is_not_needed_is_in_a_list_of_its_own_and_comes_back() -> None:
    data = KORT
    for n in (2, 1, 0):
        data = flyttet(data, lest_av(data).ikke_plassert[0])
        assert len(lest_av(data).ikke_plassert) == n
        assert f" {n} {'sted' if n == 1 else 'steder'} er ikke plassert.".encode() in data
    assert b"# Ikke plassert" not in data
    assert b"0 steder er ikke plassert." in data
    assert [bit.sted for bit in lest_av(data).trengs_ikke] == ["linje 6", "s. 1, linje 7", "linje 6"]
    assert innhold(data) == innhold(KORT)
    while borte := lest_av(data).trengs_ikke:
        data = flyttet(data, borte[0])
    assert data == KORT


def test_a_list_ends_where_its_lines_do_and_no_line_comes_after_it() -> None:
    mer = KORT + b"\n# linje 12: en egen kommentar\n"
    assert lest_av(mer)._replace(linjer=frozenset()) == lest_av(KORT)._replace(linjer=frozenset())
    tett = KORT.replace(b"\n\n# Utelatt", b"\nslt: ja\n\n# Utelatt")
    borte = flyttet(tett, lest_av(tett).ikke_plassert[1])
    assert b"# s. 1, linje 7: saken: 12/3\nslt: ja\n" in borte
    assert innhold(borte) == innhold(tett)


def test_what_is_written_in_the_file_leaves_the_lists_where_they_are() -> None:
    for endring in (
        Fjern(("taushetsplikt",)),
        Fjern(("taushetsplikt", "tekst")),
        Sett(("evaluering", "tekst"), "hvert år"),
        SettInn(("lokale_avsnitt",), 0, {"overskrift": "a", "tekst": "b"}),
    ):
        ny = rediger(KORT, "x", endring).data
        assert len(lest_av(ny).ikke_plassert) == 3, endring
        assert len(lest_av(ny).utelatt) == 1, endring


def test_a_value_that_is_changed_is_no_more_what_was_read() -> None:
    ny = endret(KORT, [("periode", "fra")])
    assert ny == KORT.replace(b"# trolig, s. 2", b"# endret, s. 2")
    assert [en.sikkerhet for en in lest_av(ny).opphav] == ["sikker", "endret", "sikker"]
    assert endret(KORT, [("avtale",), ("evaluering", "tekst")]) == KORT
    assert endret(b"format: 1\n", [("format",)]) == b"format: 1\n"


def test_a_comment_stands_over_a_value_where_it_cannot_stand_behind_it() -> None:
    bit = lest_av(KORT).ikke_plassert[1]
    ny = plassert(KORT, bit, [], ("periode", "fra"), "2020")
    assert "# plassert, s. 1, linje 7: «2020»\nperiode: { fra" in ny.decode()
    assert [en.sikkerhet for en in lest_av(ny).opphav if en.rute == ("periode",)] == ["plassert", "trolig"]
    assert "#" not in ferdig(ny).decode().replace("# en egen kommentar", "").replace("# trolig, linje 1", "")


def test_a_comment_of_somebody_s_own_stays_whatever_it_begins_with() -> None:
    egne = (
        "# … og 3 til.",
        "# sikker: spurt Kari",
        "# trolig: ring, og spør",
        "# sikker, tror jeg: «ja»",
        "# plassert: under pulten",
    )
    for egen in egne:
        data = KORT.replace(b"# en egen kommentar", egen.encode())
        data += f"evaluering: årlig  {egen}\n".encode()
        gammel = lest_av(data)
        assert len(gammel.opphav) == 3
        assert ferdig(data).decode().count(egen) == 2


def test_a_comment_of_somebody_s_own_in_a_list_ends_it() -> None:
    for egen in ("# spør Kari", "# linje seks: dette også"):
        data = KORT.replace(b"# s. 1, linje 7", f"{egen}\n# s. 1, linje 7".encode())
        assert [bit.linje for bit in lest_av(data).ikke_plassert] == [lest_av(KORT).ikke_plassert[0].linje]
        assert egen in ferdig(data).decode()


def test_what_says_nothing_of_an_old_agreement_is_left_alone() -> None:
    for data in (b"", b"format: 1  # sikkert\n", b"a: [\n# sikker, linje 1: x\n", b"# vi er # trolig: her\na: 1\n"):
        assert les(data) is None
        assert ferdig(data) == data


def test_nothing_is_lost_whatever_is_cut_where() -> None:
    """Every word of every piece stands in the value or in the list, however a piece is cut."""
    chance, tried = Random(7), 0
    for draft in utvalg(DRAFTS, 3):
        data = draft.read_bytes()
        for nr, bit in enumerate((gammel := lest_av(data)).ikke_plassert):
            fra = chance.randrange(len(bit.tekst))
            til = chance.randrange(fra, len(bit.tekst)) + 1
            valgt = bit.tekst[fra:til].strip() or "x"
            rester = [rest.strip() for rest in (bit.tekst[:fra], bit.tekst[til:]) if rest.strip()]
            satt = rediger(data, "x", Sett(("periode", "tekst"), valgt)).data
            ny = plassert(satt, lest_av(satt).ikke_plassert[nr], rester, ("periode", "tekst"), valgt)
            før, etter = ("".join(en.tekst for en in one.ikke_plassert) for one in (gammel, lest_av(ny)))
            assert innhold(ny) == innhold(satt)
            assert len(lest_av(ny).ikke_plassert) == len(gammel.ikke_plassert) - 1 + len(rester)
            assert sorted("".join((etter + bit.tekst[fra:til]).split())) == sorted("".join(før.split()))
            tried += 1
    assert tried >= 3
