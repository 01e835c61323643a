"""Tries pairs of editions: both are to be had back from the file with tracked changes.

    python tools/sporing.py --antall 10000            small documents with every kind of block
    python tools/sporing.py --antall 1000 --avtaler   whole agreements, from the generator of the tests

Each pair belongs to a number, so what fails can be made again: it is put in build/sporing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROT = Path(__file__).parent.parent
sys.path.insert(0, str(ROT))

from avtalegen.utgaver.sporing import spor  # noqa: E402
from tests import sporingsdokumenter  # noqa: E402
from tests.sporingprove import DAG, brudd, par, skrevet  # noqa: E402


def main() -> int:
    """Try the pairs, and tell which fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--antall", type=int, default=1_000)
    parser.add_argument("--fra", type=int, default=0)
    parser.add_argument("--avtaler", action="store_true")
    args = parser.parse_args()
    prøvd = feil = 0
    try:
        for nummer in range(args.fra, args.fra + args.antall):
            pair = par(nummer) if args.avtaler else tuple(map(skrevet, sporingsdokumenter.par(nummer)))
            if pair is not None:
                prøvd += 1
                feil += not _holder(nummer, *pair)
    except KeyboardInterrupt:
        pass
    print(f"{prøvd} par, {feil} med feil")
    return bool(feil)


def _holder(nummer: int, gammel: bytes, ny: bytes) -> bool:
    """Tell whether both editions are had back; if not, leave the files behind."""
    s = spor(gammel, ny, "avtalegen", DAG)
    galt = [*s.bevis.avvik[:3], *brudd(s.data)[:3]]
    if galt:
        print(nummer, *galt, sep="\n  ", flush=True)
        folder = ROT / "build" / "sporing"
        folder.mkdir(parents=True, exist_ok=True)
        for hva, data in (("gammel", gammel), ("ny", ny), ("sporet", s.data)):
            (folder / f"{nummer}-{hva}.docx").write_bytes(data)
    return not galt


if __name__ == "__main__":
    raise SystemExit(main())
