"""What a rule rests on, in both målformer: the laws and the guide have a name in each."""

from __future__ import annotations

from functools import cache

from avtalegen.funn.begge import Begge

PÅ_NYNORSK = {
    "veilederen": "rettleiaren",
    "kommuneloven": "kommunelova",
    "politiloven": "politilova",
    "politiregisterloven": "politiregisterlova",
    "forvaltningsloven": "forvaltningslova",
    "personopplysningsloven": "personopplysningslova",
    "personvernforordningen": "personvernforordninga",
    "politidistriktsforskriften": "politidistriktsforskrifta",
    "sameloven": "samelova",
    "antall": "talet på",
    "undertegnere": "underteiknarar",
}
"""The words of what rules rest on, but for those that are the same: «artikkel», «note», «og»."""


@cache
def i_begge(grunnlag: str) -> Begge | None:
    """Return what a rule rests on («veilederen 4.1.2») in both, None when it rests on nothing outside itself."""
    if not grunnlag:
        return None
    ordene = (ord_.partition(",") for ord_ in grunnlag.split(" "))
    return Begge(grunnlag, " ".join(PÅ_NYNORSK.get(ord_, ord_) + skille + resten for ord_, skille, resten in ordene))
