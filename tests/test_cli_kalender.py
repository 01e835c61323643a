"""`avtalegen kalender`, read back by another library than the one that wrote it: what is in it, and that an event is
the same one from one edition to the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject

from tests import cli_support
from tests.cli_support import Run

cli = cli_support.cli

AVTALE = """\
format: 1
avtale: {status: signert, dato: 12.11.2024}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
periode: {fra: 2025, til: 1.2.2027, revisjon: {neste: oktober 2026}}
politiråd:
  møter:
    sted: Ramberg rådhus
    innkallingsfrist: to uker
    saksfrist: tre uker
    faste_saker: situasjonsbildet
    plan:
      - {dato: 11.2.2026, klokkeslett: 09.00, slutt: 11.00, vert: Flakstad kommune, tema: "trygghet, lys; og fart"}
      - {dato: 17.6.2026, klokkeslett: 09.00}
      - 9.9.2026
evaluering: {neste: 15.1.2027}
"""


def skriv(mappe: Path, tekst: str = AVTALE, navn: str = "flakstad") -> None:
    (mappe / f"{navn}.yaml").write_text(tekst, encoding="utf-8")


def hendelser(fil: Path) -> dict[str, Any]:
    """Return the events of a calendar by UID, as vobject reads them."""
    (kalender,) = vobject.readComponents(fil.read_bytes().decode("utf-8"))
    alle = {en.uid.value: en for en in getattr(kalender, "vevent_list", [])}
    assert len(alle) == len(getattr(kalender, "vevent_list", []))
    return alle


def møter(fil: Path) -> dict[date, str]:
    """Return the UIDs of the meetings by their days."""
    alle = hendelser(fil).items()
    dager = {uid: en.dtstart.value for uid, en in alle if en.x_avtalegen_slag.value == "møte"}
    return {dag.date() if isinstance(dag, datetime) else dag: uid for uid, dag in dager.items()}


@pytest.fixture
def laget(cli: Run, tmp_path: Path) -> Callable[..., Path]:
    """Write the agreement, make its calendar, and return the file."""

    def lag(tekst: str = AVTALE) -> Path:
        skriv(tmp_path, tekst)
        ran = cli("kalender")
        assert (ran.code, ran.err) == (0, "")
        return tmp_path / "flakstad.ics"

    return lag


def test_another_library_reads_the_same(laget: Callable[..., Path]) -> None:
    alle = hendelser(laget())
    slag = {en.x_avtalegen_slag.value: en for en in reversed(alle.values())}
    assert len(alle) == 12
    møte = slag["møte"]
    assert møte.dtstart.value.replace(tzinfo=None) == datetime(2026, 2, 11, 9)
    assert møte.dtstart.value.utcoffset() == timedelta(hours=1)
    assert møte.dtend.value.astimezone(UTC) == datetime(2026, 2, 11, 10, tzinfo=UTC)
    assert (møte.summary.value, møte.location.value) == ("Møte i politirådet i Flakstad", "Ramberg rådhus")
    assert møte.description.value == (
        "Vert: Flakstad kommune\nSaker meldes senest 21. januar 2026.\nInnkallingen sendes senest 28. januar 2026.\n"
        "Saker:\n– situasjonsbildet\n– trygghet, lys; og fart"
    )
    sommer = next(en for en in alle.values() if en.dtstart.value.strftime("%m%d") == "0617")
    assert sommer.dtstart.value.utcoffset() == timedelta(hours=2)
    assert not hasattr(sommer, "dtend")  # nobody has said when it ends
    assert slag["saksfrist"].dtstart.value == date(2026, 1, 21)
    assert slag["innkalling"].dtstart.value == date(2026, 1, 28)
    assert slag["evaluering"].dtstart.value == date(2027, 1, 15)
    assert (slag["revisjon"].dtstart.value, slag["revisjon"].dtend.value) == (date(2026, 10, 1), date(2026, 11, 1))
    assert slag["utløp"].dtstart.value == date(2027, 2, 1)
    assert [varsel.trigger.value for varsel in slag["utløp"].valarm_list] == [timedelta(-90), timedelta(-30)]
    assert {en.dtstamp.value for en in alle.values()} == {datetime(2024, 11, 12, tzinfo=UTC)}


def test_what_a_subscriber_is_told_of_the_calendar(laget: Callable[..., Path]) -> None:
    linjer = laget().read_bytes().decode().split("\r\n")
    assert {"METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"} <= {*linjer}
    assert "X-WR-CALNAME:Politirådet – Flakstad" in linjer
    assert linjer.count("BEGIN:VTIMEZONE") == 1
    assert max(len(linje.encode()) for linje in linjer) <= 75


def test_equal_input_gives_equal_bytes_wherever_it_is(
    laget: Callable[..., Path], cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    først = laget().read_bytes()
    assert cli("kalender").out == "Uendret: flakstad.ics\n"
    monkeypatch.setenv("TZ", "America/New_York")
    assert cli("kalender", "-o", "-").raw == først
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # the agreement has a day of its own
    assert cli("kalender", "-o", "-").raw == først


def test_a_meeting_put_in_between_renames_nothing(laget: Callable[..., Path]) -> None:
    før = hendelser(laget())
    fil = laget(
        AVTALE.replace("      - {dato: 17.6", "      - {dato: 15.4.2026, klokkeslett: 09.00}\n      - {dato: 17.6")
    )
    etter = hendelser(fil)
    assert før.keys() < etter.keys()
    nye = [etter[uid].dtstart.value for uid in etter.keys() - før.keys()]
    assert sorted(en.strftime("%m%d") for en in nye) == ["0325", "0401", "0415"]
    assert all(etter[uid].serialize() == før[uid].serialize() for uid in før)


def test_a_meeting_that_is_moved_is_the_same_meeting(laget: Callable[..., Path]) -> None:
    før = møter(laget())
    fil = laget(AVTALE.replace("17.6.2026", "18.6.2026"))
    etter = møter(fil)
    assert etter[date(2026, 6, 18)] == før[date(2026, 6, 17)]
    uid = etter[date(2026, 6, 18)]
    alle = hendelser(fil)
    endret = {navn for navn, en in alle.items() if en.sequence.value == "1"}
    assert endret == {uid, f"saksfrist-{uid}", f"innkalling-{uid}"}
    assert alle[uid].last_modified.value == datetime(2024, 11, 12, 0, 0, 1, tzinfo=UTC)
    assert alle[uid].dtstamp.value == alle[uid].last_modified.value
    # The next edition, of a newer day: its number and its time rise again.
    fil = laget(AVTALE.replace("17.6.2026", "19.6.2026").replace("12.11.2024", "1.6.2026"))
    alle = hendelser(fil)
    assert (alle[uid].sequence.value, alle[uid].last_modified.value) == ("2", datetime(2026, 6, 1, tzinfo=UTC))
    assert alle[før[date(2026, 2, 11)]].sequence.value == "0"


def test_one_moved_and_one_put_in_are_told_apart(laget: Callable[..., Path]) -> None:
    før = møter(laget())
    plan = "      - {dato: 6.5.2026, klokkeslett: 09.00}\n      - {dato: 18.6.2026"
    etter = møter(laget(AVTALE.replace("      - {dato: 17.6.2026", plan)))
    assert etter[date(2026, 6, 18)] == før[date(2026, 6, 17)]
    assert etter[date(2026, 5, 6)] not in før.values()


def test_a_meeting_that_gets_its_day_or_its_hour_is_the_same(laget: Callable[..., Path]) -> None:
    før = møter(laget(AVTALE.replace("- 9.9.2026", "- september 2026")))
    etter = møter(laget(AVTALE))
    assert etter[date(2026, 9, 9)] == før[date(2026, 9, 1)]
    med_tid = møter(laget(AVTALE.replace("- 9.9.2026", "- {dato: 9.9.2026, klokkeslett: 13.00}")))
    assert med_tid == etter


def test_two_meetings_on_a_day_are_told_apart_by_the_hour(laget: Callable[..., Path]) -> None:
    to = AVTALE.replace("- 9.9.2026", "- {dato: 17.6.2026, klokkeslett: 13.00}")
    (fil := laget(to)).read_bytes()
    uid = {en.dtstart.value.hour: uid for uid, en in hendelser(fil).items() if isinstance(en.dtstart.value, datetime)}
    etter = hendelser(laget(to.replace("17.6.2026, klokkeslett: 09.00", "24.6.2026, klokkeslett: 09.00")))
    assert etter[uid[13]].sequence.value == "0"


def test_a_uid_is_never_used_again(laget: Callable[..., Path]) -> None:
    sett: dict[str, None] = dict.fromkeys(hendelser(laget()))
    uten = AVTALE.replace("      - 9.9.2026\n", "")
    for tekst in (uten, AVTALE, uten, AVTALE):
        før = sett.keys() - hendelser(laget(uten)).keys()
        nye = hendelser(laget(tekst)).keys()
        assert not før & nye
        sett |= dict.fromkeys(nye)


def test_what_nobody_has_said_the_day_of_is_not_made_up(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, AVTALE.replace("- 9.9.2026", "- høsten 2026").replace("15.1.2027", "utgangen av 2027"))
    ran = cli("kalender")
    assert "- Møte i politirådet i Flakstad: høsten 2026\n" in ran.out
    assert "- Evaluering av samarbeidsavtalen – Flakstad: utgangen av 2027\n" in ran.out
    assert {en.x_avtalegen_slag.value for en in hendelser(tmp_path / "flakstad.ics").values()} >= {"revisjon"}
    assert len(møter(tmp_path / "flakstad.ics")) == 2


def test_a_time_in_words_is_said_and_no_hour_is_made_up(laget: Callable[..., Path]) -> None:
    alle = hendelser(laget(AVTALE.replace("klokkeslett: 09.00}", "klokkeslett: etter lunsj}")))
    (møte,) = [en for en in alle.values() if en.dtstart.value == date(2026, 6, 17)]
    assert "Tid: etter lunsj" in møte.description.value


def test_the_calendar_is_in_the_målform_of_the_agreement(laget: Callable[..., Path]) -> None:
    alle = hendelser(laget(AVTALE.replace("status: signert", "status: utkast, målform: nynorsk"))).values()
    assert any("Innkallinga skal sendast seinast" in getattr(en, "description", en.summary).value for en in alle)
    assert {en.status.value for en in alle} == {"TENTATIVE"}


def test_midnight_is_the_next_day(laget: Callable[..., Path]) -> None:
    alle = hendelser(laget(AVTALE.replace("slutt: 11.00", "slutt: 24.00")))
    assert any(getattr(en, "dtend", en.dtstart).value.isoformat()[:19] == "2026-02-12T00:00:00" for en in alle.values())


def test_without_a_day_the_stamp_is_that_of_the_environment(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skriv(tmp_path, AVTALE.replace(", dato: 12.11.2024", ""))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert b"DTSTAMP:20260101T000000Z" in cli("kalender", "-o", "-").raw
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert b"DTSTAMP:19700101T000000Z" in cli("kalender", "-o", "-").raw


def test_all_in_one_calendar_and_nothing_when_one_has_errors(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path)
    skriv(tmp_path, AVTALE.replace("1859", "1860"), "vestvagoy")
    assert cli("kalender", "-o", "alle.ics").out == "Skrev alle.ics (24 hendelser)\n"
    alle = hendelser(tmp_path / "alle.ics")
    assert {en.x_avtalegen_avtale.value for en in alle.values()} == {"1859", "1860"}
    skriv(tmp_path, AVTALE.replace("1859", "1860"), "nytt-navn")  # the name of the file is nothing to a subscriber
    (tmp_path / "vestvagoy.yaml").unlink()
    assert cli("kalender", "-o", "alle.ics").out == "Uendret: alle.ics\n"
    skriv(tmp_path, AVTALE + "ukjent: ja\n", "nytt-navn")
    ran = cli("kalender", "-o", "alle.ics")
    assert (ran.code, hendelser(tmp_path / "alle.ics").keys()) == (1, alle.keys())
    assert "nytt-navn.yaml kan ikke leses" in ran.err


def test_the_calendars_lie_in_a_folder(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "avtaler").mkdir()
    skriv(tmp_path / "avtaler")
    assert cli("kalender", "avtaler", "--til", "ut").out.replace("\\", "/") == "Skrev ut/flakstad.ics (12 hendelser)\n"
    assert cli("kalender", "avtaler", "--til", "ut", "-o", "a.ics").code == 2


def test_a_revoked_agreement_has_no_events(laget: Callable[..., Path]) -> None:
    laget()
    assert hendelser(laget(AVTALE.replace("signert", "opphevet"))) == {}


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        (
            lambda data: b"BEGIN:VCALENDAR\r\nPRODID:-//A//NO\r\nEND:VCALENDAR\r\n",
            "ikke en kalender fra avtalegen",
        ),
        (lambda data: b"Handleliste", "ikke en kalender fra avtalegen"),
        (lambda data: b"\xff\xfe", "ikke en kalender fra avtalegen"),
        (lambda data: data.replace(b"Ramberg", b"Leknes"), "er endret etter at avtalegen laget den"),
    ],
)
def test_what_somebody_else_has_written_is_not_touched(
    laget: Callable[..., Path], cli: Run, endring: Callable[[bytes], bytes], melding: str
) -> None:
    fil = laget()
    fil.write_bytes(endret := endring(fil.read_bytes()))
    ran = cli("kalender")
    assert (ran.code, fil.read_bytes()) == (3, endret)
    assert melding in ran.err


def test_git_may_change_how_the_lines_end(laget: Callable[..., Path], cli: Run) -> None:
    fil = laget()
    først = fil.read_bytes()
    fil.write_bytes(først.replace(b"\r\n", b"\n"))
    assert cli("kalender").out == "Skrev flakstad.ics (12 hendelser)\n"
    assert fil.read_bytes() == først


def test_nothing_in_a_text_is_a_property(laget: Callable[..., Path]) -> None:
    ond = '"a\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:x; \\u202e,\\\\n"'
    fil = laget(AVTALE.replace("Ramberg rådhus", ond))
    assert len(hendelser(fil)) == 12
    assert not re.search(rb"^UID:x", fil.read_bytes(), re.MULTILINE)


def test_generated_agreements_keep_their_identity(cli: Run, tmp_path: Path) -> None:
    from tests.generator import avtaler
    from tests.grundig import antall

    for nummer, g in enumerate(avtaler(1, antall(1, 12))):
        mappe = tmp_path / str(nummer)
        mappe.mkdir()
        g.skriv_til(mappe)
    assert cli("kalender", "-o", "alle.ics").code == 0
    assert len(hendelser(tmp_path / "alle.ics")) > antall(1, 12)
    assert cli("kalender", "-o", "alle.ics").out.startswith("Uendret: alle.ics\n")


def test_a_link_to_an_agreement_is_the_same_agreement_once_more(
    laget: Callable[..., Path], cli: Run, tmp_path: Path
) -> None:
    laget()
    (tmp_path / "lenke.yaml").symlink_to("flakstad.yaml")
    assert cli("kalender", "-o", "alle.ics").out == "Skrev alle.ics (12 hendelser)\n"
    assert cli("kalender").out == "Uendret: flakstad.ics\n"
