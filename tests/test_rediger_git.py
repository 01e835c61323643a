"""«Endringer» in the editor against what git has of a file that has had another name."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.cli_support import VALID
from tests.redigeringsside import Side

AVTALE = f"{VALID}politiråd: {{møter: 6}}\n"


def test_a_revision_from_before_the_file_got_its_name_can_be_chosen(tmp_path: Path) -> None:
    alene = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")}
    hvem = ("-c", "user.name=x", "-c", "user.email=x@example.no", "-c", "commit.gpgsign=false")
    (tmp_path / "før å.yaml").write_text(AVTALE, encoding="utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["commit", "-qm", "Før høringen"],
        ["mv", "før å.yaml", "avtale.yaml"],
        ["commit", "-qm", "Nytt navn"],
    ):
        subprocess.run(["git", *hvem, *arguments], cwd=tmp_path, check=True, env=alene)
    side = Side(tmp_path, yaml=AVTALE.replace("møter: 6", "møter: 5"))
    valg = [en for en in side.get("/api/endringer")["valg"] if en["slag"] == "git"]
    assert [en["navn"] for en in valg] == ["Nytt navn", "Før høringen"]
    for en in valg:
        assert "Politirådet møtes fem ganger i året, mot seks før." in str(side.get(f"/api/endringer?mot={en['id']}"))
