"""Numbers, amounts, shares, yes and no, and phone numbers: what they are and every way of writing them."""

from __future__ import annotations

from random import Random

from avtalegen.modell.former import Antall
from avtalegen.modell.tall import Andel, Mengde
from tests.generator.blad import Blad, Skrevet
from tests.generator.navn import Merke

TALLORD = {
    1: ("én", "en", "ett", "ein", "eitt"),
    2: ("to",),
    3: ("tre",),
    4: ("fire",),
    5: ("fem",),
    6: ("seks",),
    7: ("sju", "syv"),
    8: ("åtte",),
    9: ("ni",),
    10: ("ti",),
    12: ("tolv",),
    20: ("tjue",),
}
"""Some numbers as people write them in words."""


def ordene(tall: int) -> tuple[str, ...]:
    """Return a number in digits, and in words when there are such."""
    return (str(tall), *TALLORD.get(tall, ()), *(ord_.capitalize() for ord_ in TALLORD.get(tall, ())))


def antall(r: Random) -> Blad:
    n, slag = r.randint(2, 12), r.choice(("nøyaktig", "minst", "inntil", "omtrent", "fra-til"))
    haler = ("", " møter", " ganger", " gonger", " i året", " per år", " møter i året", " årlig", " gonger i året")
    if slag == "nøyaktig":
        foran, betydning = [""], Antall(n)
    elif slag == "minst":
        foran, betydning = ["minst ", "minimum ", "min. "], Antall(n, minst=True)
    elif slag == "omtrent":
        foran, betydning = ["ca. ", "om lag ", "omtrent "], Antall(n, omtrent=True)
    elif slag == "inntil":
        foran, betydning = ["inntil ", "opptil ", "høyst ", "maks. "], Antall(0, minst=True, høyst=n)
    else:
        mellom = ("–", "-", " – ", " til ")
        måter = [f"{n}{strek}{n + 2}{hale}" for strek in mellom for hale in haler]
        return Blad(tuple(måter), Antall(n, minst=True, høyst=n + 2))
    return Blad(tuple(f"{f}{ord_}{hale}" for hale in haler for f in foran for ord_ in ordene(n)), betydning)


def heltall(r: Random) -> Blad:
    n = r.choice((2, 3, 4, 12, 20, 45))
    return Blad(ordene(n), Mengde(n))


def tall(r: Random) -> Blad:
    if r.random() < 0.5:
        n = r.randint(2, 20)
        måter = (*ordene(n), f"{n},0", f"{n} stillinger", f"{n} stillingar", f"{n} årsverk")
        return Blad(måter, Mengde(n))
    n = r.randint(1, 40)
    return Blad((f"{n},5", f"{n}.5", f"{n},50", f"{n},5 stillinger", f"{n},5 årsverk"), Mengde(n + 0.5))


def minutter(r: Random) -> Blad:
    n = r.choice((5, 8, 10, 12, 20, 25, 45))
    foran = ("", "innen ", "innan ", "inntil ", "under ", "maks. ", "høyst ")
    bak = ("", " minutter", " minutt", " min", " min.")
    return Blad(tuple(f"{f}{ord_}{b}" for f in foran for ord_ in ordene(n) for b in bak), Mengde(n))


def prosent(r: Random) -> Blad:
    halvt = ["en halv stilling", "halv stilling", "0,5 årsverk", "halvparten"]
    helt = ["en hel stilling", "ei heil stilling", "full stilling", "1 stilling", "1 årsverk"]
    n = r.choice((20, 25, 33, 50, 80, 95, 100))
    inntil = r.random() < 0.3
    måter = [f"{n} %", f"{n}%", f"{n} prosent", f"{n},0 %", f"{n}", f"{n} % stilling"]
    if n in (50, 100):
        måter += halvt if n == 50 else helt
    if inntil:
        måter = [f"{foran} {måte}" for foran in ("inntil", "opptil", "høyst", "maks.") for måte in måter]
    return Blad(tuple(måter), Andel(n, "inntil" if inntil else ""))


def kroner(r: Random) -> Blad:
    if r.random() < 0.3:
        n = r.randint(11, 49)
        desimal = f"{n // 10},{n % 10}"
        måter = [f"{desimal} {ord_}" for ord_ in ("millioner", "millionar", "mill.", "mill. kr", "millioner kroner")]
        return Blad((f"{n * 100_000}", *måter), Mengde(n * 100_000))
    n = r.randint(20, 900)
    former = (f"{n}000", f"{n} 000", f"{n}.000", f"{n}\u00a0000", f"{n} tusen")
    måter = [
        m for form in former for m in (form, f"{form} kr", f"{form} kroner", f"kr {form}", f"kr. {form}", f"NOK {form}")
    ]
    return Blad((*måter, f"{n} 000,-", f"{n} 000,00 kr"), Mengde(n * 1000))


def ja_nei(r: Random) -> Blad:
    if r.random() < 0.5:
        return Blad(("nei", "Nei", "NEI", "no", "false", "False"), False)
    return Blad(("ja", "Ja", "JA", "yes", "true", "True"), True)


def telefon(r: Random, merke: Merke) -> Blad:
    """Return a phone number that belongs to the field alone, or two, or one that is short or foreign."""
    n = f"7{merke.rute:03}{merke.avtale % 100:02}{merke.forekomst % 100:02}"
    gruppert = (f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}", f"{n[:3]} {n[3:5]} {n[5:]}", f"{n[:3]}-{n[3:5]}-{n[5:]}")
    slag = r.choice(("ett", "ett", "to", "kort", "utenfra"))
    if slag == "kort":
        return Blad(("02800", "02 800", "tlf. 02800", "Telefon: 02800", ["02800"]), ("02800",))
    if slag == "utenfra":
        return Blad((f"+47{n}", f"+47 {gruppert[0]}", f"tlf +47 {gruppert[1]}"), (f"+47{n}",))
    ett: tuple[Skrevet, ...] = (n, *gruppert, f"tlf. {gruppert[0]}", f"Tlf: {n}", [n])
    if slag == "ett":
        return Blad(ett, (n,))
    mellom = (" / ", "/", ", ", "; ", " eller ", " og ")
    måter: list[Skrevet] = [f"{form}{m}02800" for form in (n, *gruppert) for m in mellom]
    return Blad((*måter, [n, "02800"], [gruppert[0], "tlf. 02 800"]), (n, "02800"))
