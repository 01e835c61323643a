"""The background and the aims, which are taken as they are written."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning import innsats, vendinger
from avtalegen.importering.gjenkjenning.parter import om_andre
from avtalegen.importering.utsnitt import Utsnitt


def les(a: Arbeid, u: Utsnitt, del_: str, *, i_formålet: bool, etter_punkter: bool) -> None:
    """Take a sentence as the background, or as an aim."""
    if innsats.IKKE_NÅ.search(u.s) or om_andre(a, u):
        return
    if del_ == "formål" and (mål := vendinger.MÅL_I_SETNINGEN.match(u.s)):
        for ett in u.gruppe(mål, "l").delt(r";\s+(?:og\s)?|\s\(?[a-zæøå]\)\s|,\s+(?=(?:at|å)\s)"):
            a.legg_til(ett.strippet(" .;,").verdi(SIKKER, "målet i setningen"), "avtale.formål")
        a.etikett(u.del_(0, mål.start("l")))
        return
    if u.s.rstrip().endswith(":") and len(u.s) < 60:
        a.etikett(u)  # the words over a list
        return
    rute = "avtale.formål" if i_formålet else "avtale.bakgrunn"
    a.legg_til(u.verdi(TROLIG if etter_punkter else SIKKER, "avsnittet"), rute)
