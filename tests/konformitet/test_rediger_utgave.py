"""«Lag ny utgave» on the page, in Chromium: what is offered, what is told, and that the old agreement stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.konformitet.test_rediger_konformitet import drive_in

pytestmark = pytest.mark.konformitet
YAML = """\
format: 1
avtale: { status: signert, dato: 12.11.2026 }
periode: 2027–2030
parter: { kommuner: 1859, politi: Nordland politidistrikt }
evaluering: { neste: mai 2028 }
politiråd: { medlemmer: { kommune: ordfører, politi: lensmann } }
signaturer:
  - { tittel: ordfører, navn: Kari Nordmann, part: kommunen }
  - { tittel: lensmann, navn: Ola Nordmann, part: politiet }
"""


def test_the_next_agreement_is_made_and_opened_and_the_old_one_stays(tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "moskenes.yaml").write_text(
        "format: 1\navtale: {}\nparter: { kommuner: 1874, politi: Nordland politidistrikt }\n", encoding="utf-8"
    )
    seen = drive_in("rediger_utgave.mjs", tmp_path, 300)
    assert seen["offered"] == ["Lag ny utgave av Flakstad og Nordland politidistrikt"]
    assert seen["locked"] == "Avtalen er signert 12. november 2026. Det som er signert, gjelder."
    assert seen["told"] == (
        "Dette er den nye avtalen, flakstad-2031.yaml. Den gjelder 1.1.2031–31.12.2034. Steder som må fylles ut: 2."
    )
    assert (seen["empty"], seen["filled"]) == (["", "Må fylles ut: nytt tidspunkt (var mai 2028)"], True)
    assert (seen["status"], seen["toldAgain"]) == ("Utkast", False)
    assert seen["there"] == "Den neste avtalen finnes alt i flakstad-2031.yaml, og er ikke rørt."
    assert (seen["old"], seen["violations"], seen["complaints"]) == (YAML, [], [])
