"""Changes below what is written in short: a text for a part, one thing for a list, a list for a part."""

from avtalegen.lesing.redigering import Fjern, Flytt, Sett, SettInn
from tests.redigering_support import Rad, etterpå

KORTFORMER: list[Rad] = [
    (
        "forpliktelser:\n  andre:\n    - [A, B] # c\n    - x\n",
        Sett(("forpliktelser", "andre", 0, "hvem"), "X"),
        "forpliktelser:\n  andre:\n    - skal: [A, B] # c\n      hvem: X\n    - x\n",
    ),
    (
        "forpliktelser:\n  andre:\n    - - A # c\n      - B\n    - x\n",
        Sett(("forpliktelser", "andre", 0, "hvem"), "X"),
        "forpliktelser:\n  andre:\n    - skal:\n        - A # c\n        - B\n      hvem: X\n    - x\n",
    ),
    (
        "forpliktelser:\n  andre:\n    - # c\n      - A\n      # om B\n      - B\n",
        Sett(("forpliktelser", "andre", 0, "hvem"), "X"),
        "forpliktelser:\n  andre:\n    - # c\n      skal:\n        - A\n        # om B\n        - B\n      hvem: X\n",
    ),
    (
        "forpliktelser:\n  andre: [[A, B], C]\n",
        Sett(("forpliktelser", "andre", 0, "hvem"), "X"),
        "forpliktelser:\n  andre: [{skal: [A, B], hvem: X}, C]\n",
    ),
    (
        "forpliktelser: {andre: [[A, B]]}\n",
        Sett(("forpliktelser", "andre", 0, "hvem"), "X"),
        "forpliktelser: {andre: [{skal: [A, B], hvem: X}]}\n",
    ),
    (
        "{satsningsområder: [A], slt: x}\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "{satsningsområder: {områder: [A], vedtatt_av: X}, slt: x}\n",
    ),
    (
        "? satsningsområder\n: - A\n  - B\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "? satsningsområder\n: områder:\n    - A\n    - B\n  vedtatt_av: X\n",
    ),
    (
        "satsningsområder:\n  # det første\n  - A\n\n  # andre\n  - |\n    B\n\n    C\nslt:\n  x: y\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:\n  områder:\n    # det første\n    - A\n\n    # andre\n    - |\n      B\n\n      C\n"
        "  vedtatt_av: X\nslt:\n  x: y\n",
    ),
    (
        "satsningsområder:\n- A\n- B\nslt:\n    x: y\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:\n    områder:\n    - A\n    - B\n    vedtatt_av: X\nslt:\n    x: y\n",
    ),
    (
        "satsningsområder: # c\n- A\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder: # c\n  områder:\n  - A\n  vedtatt_av: X\n",
    ),
    (
        "satsningsområder: [A] # c\nslt:\n    x: y\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder: # c\n    områder: [A]\n    vedtatt_av: X\nslt:\n    x: y\n",
    ),
    (
        "satsningsområder: &x [A] # c\nslt:\n    x: y\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder: # c\n    områder: &x [A]\n    vedtatt_av: X\nslt:\n    x: y\n",
    ),
    (
        "satsningsområder:\n  [A,\n  B]   # c\nslt: x\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:   # c\n  områder: [A,\n  B]\n  vedtatt_av: X\nslt: x\n",
    ),
    (
        "parter:\n  kommuner:\n    navn: X\n\n    leder: y\n",
        SettInn(("parter", "kommuner"), 1, "Z"),
        "parter:\n  kommuner:\n    - navn: X\n\n      leder: y\n    - Z\n",
    ),
    (
        "parter:\n  kommuner: {navn: X} # c\n",
        SettInn(("parter", "kommuner"), 1, "Z"),
        "parter:\n  kommuner: [{navn: X}, Z] # c\n",
    ),
    (
        "parter:\n  kommuner: X # c\n",
        Sett(("parter", "kommuner", 1), "Z"),
        "parter:\n  kommuner: # c\n    - X\n    - Z\n",
    ),
    ("parter: {kommuner: X}\n", Sett(("parter", "kommuner", 1, "navn"), "Z"), "parter: {kommuner: [X, {navn: Z}]}\n"),
    (
        "parter:\n  kommuner: |\n    X\n",
        SettInn(("parter", "kommuner"), 0, "Z"),
        "parter:\n  kommuner:\n    - Z\n    - |\n      X\n",
    ),
    (
        "parter:\n  kommuner: X\n",
        Sett(("parter", "kommuner", 0, "navn"), "Z"),
        "parter:\n  kommuner:\n    kommunenummer: X\n    navn: Z\n",
    ),
    ("parter:\n  kommuner: X\n", Sett(("parter", "kommuner", 0), "Z"), "parter:\n  kommuner: Z\n"),
    (
        "satsningsområder: A\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:\n  områder: A\n  vedtatt_av: X\n",
    ),
    ("satsningsområder: {områder: [A]}\n", Sett(("satsningsområder", 1), "X"), "satsningsområder: {områder: [A, X]}\n"),
    (
        "satsningsområder: {områder: [A]}\n",
        SettInn(("satsningsområder",), 0, "X"),
        "satsningsområder: {områder: [X, A]}\n",
    ),
    (
        "satsningsområder: {områder: [A, B]}\n",
        Flytt(("satsningsområder",), 0, 1),
        "satsningsområder: {områder: [B, A]}\n",
    ),
    ("satsningsområder: {områder: [A, B]}\n", Fjern(("satsningsområder", 0)), "satsningsområder: {områder: [B]}\n"),
    ("satsningsområder: [A, B]\n", Fjern(("satsningsområder", "områder", 0)), "satsningsområder: [B]\n"),
    (
        "periode: 2026–2030\n",
        Sett(("periode", "merknad"), "X"),
        "periode:\n  fra: 2026-01-01\n  til: 2030-12-31\n  merknad: X\n",
    ),
    ("periode: fra 2026 løpende\n", Sett(("periode", "til"), "X"), "periode:\n  fra: 2026\n  til: X\n  løpende: ja\n"),
    (
        "politiråd:\n  møter: 4\n",
        Sett(("politiråd", "møter", "sted"), "X"),
        "politiråd:\n  møter:\n    per_år: 4\n    sted: X\n",
    ),
    (
        "parter:\n  kommuner:\n    - navn: X\n      vedtak: Kommunestyret 12.3.2026\n",
        Sett(("parter", "kommuner", 0, "vedtak", "sak"), "X"),
        "parter:\n  kommuner:\n    - navn: X\n      vedtak:\n"
        "        organ: Kommunestyret\n        sak: X\n        dato: 12.3.2026\n",
    ),
    (
        "satsningsområder: [A]  \n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:\n  områder: [A]\n  vedtatt_av: X\n",
    ),
    (
        "parter:\n    kommuner:\n        navn: X\n        leder: y\n",
        SettInn(("parter", "kommuner"), 1, "Z"),
        "parter:\n    kommuner:\n        - navn: X\n          leder: y\n        - Z\n",
    ),
    (
        "? satsningsområder\n: - A\n  - B\nparter:\n    politi: x\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "? satsningsområder\n: områder:\n    - A\n    - B\n  vedtatt_av: X\nparter:\n    politi: x\n",
    ),
    (
        "satsningsområder:\n    - A\n    - B\nparter:\n    politi: x\n",
        Sett(("satsningsområder", "vedtatt_av"), "X"),
        "satsningsområder:\n    områder:\n        - A\n        - B\n    vedtatt_av: X\nparter:\n    politi: x\n",
    ),
    (
        "parter:\n  kommuner:\n    - vedtak: x\n",
        Sett(("parter", "kommuner", 0), {"vedtak": "x", "navn": "N"}),
        "parter:\n  kommuner:\n    - navn: N\n      vedtak: x\n",
    ),
    (
        "parter:\n  politi: {enhet: x}\n",
        Sett(("parter",), {"kommuner": ["1859"], "politi": {"enhet": "x", "distrikt": "Nordland"}}),
        "parter:\n  kommuner:\n    - 1859\n  politi: {distrikt: Nordland, enhet: x}\n",
    ),
    ("satsningsområder: [A]\n", Sett(("satsningsområder", "områder", 1), "B"), "satsningsområder: [A, B]\n"),
    ("satsningsområder: [A]\n", Sett(("satsningsområder", 1, "navn"), "B"), "satsningsområder: [A, {navn: B}]\n"),
    (
        "satsningsområder: {vedtatt_av: x}\n",
        SettInn(("satsningsområder", "områder"), 0, "B"),
        "satsningsområder: {områder: [B], vedtatt_av: x}\n",
    ),
    (
        "parter:\n  kommuner: [X]\n",
        Sett(("parter", "kommuner", 1, "navn"), "B"),
        "parter:\n  kommuner: [X, {navn: B}]\n",
    ),
    ("parter:\n  kommuner:\n", Sett(("parter", "kommuner", 0, "navn"), "B"), "parter:\n  kommuner:\n    - navn: B\n"),
    (
        "parter:\n  kommuner: {navn: X}\n",
        Sett(("parter", "kommuner", 0, "leder"), "B"),
        "parter:\n  kommuner: {navn: X, leder: B}\n",
    ),
    ("parter:\n  kommuner: {navn: X}\n", Fjern(("parter", "kommuner", 0, "navn")), ""),
    (
        "parter:\n  kommuner: {navn: X, leder: y}\n",
        Flytt(("parter", "kommuner"), 0, 0),
        "parter:\n  kommuner: {navn: X, leder: y}\n",
    ),
    # A list pasted into one text: each item has its place, and becomes one when something in it changes.
    (
        'forpliktelser:\n  felles: "• a\\n• b" # c\n',
        Sett(("forpliktelser", "felles", 1), "B"),
        'forpliktelser:\n  felles: # c\n    - "a"\n    - "B"\n',
    ),
    (
        "forpliktelser:\n  felles: • a • b\n",
        Fjern(("forpliktelser", "felles", 0)),
        "forpliktelser:\n  felles:\n    - b\n",
    ),
    (
        "forpliktelser:\n  felles: • a • b\n",
        SettInn(("forpliktelser", "felles"), 2, "c"),
        "forpliktelser:\n  felles:\n    - a\n    - b\n    - c\n",
    ),
    (
        "forpliktelser:\n  felles: • a • b\n",
        Flytt(("forpliktelser", "felles"), 1, 0),
        "forpliktelser:\n  felles:\n    - b\n    - a\n",
    ),
]


def test_a_short_form_becomes_what_there_is_room_in() -> None:
    assert etterpå(KORTFORMER) == KORTFORMER
