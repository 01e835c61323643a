"""The page docs/data.md, made of the tables that `avtalegen data` writes: every column, and what can be asked.

    python tools/dataside.py > docs/data.md

tests/test_dataside.py holds the page fresh and asks the questions, and `make fasit` writes it anew.
"""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.oppfolging.tabeller.skjema import TABELLER, VERSJON, Kolonne, Tabell, Vern

INNLEDNING = f"""\
# Avtalene som tabeller

<!-- Laget av tools/dataside.py. Skriv siden på nytt med «make fasit». -->

`avtalegen data` skriver avtalene som tabeller: til et regneark, til statistikk, eller til spørsmål i SQL. Tabellene
er de samme i alle formatene. Dette er versjon {VERSJON}. Versjonen får et nytt nummer når en kolonne blir borte eller
betyr noe annet. Nye kolonner kan komme til.

| format | filer | verdier |
|---|---|---|
| `csv` | en fil for hver tabell, og `datapackage.json` med kolonnene | semikolon mellom, desimalkomma, `ja` og `nei` |
| `json` | `avtaler.json`: `versjon`, `per_dag`, `med_navn`, og radene i `tabeller` | `true`, `false`, `null` |
| `sqlite` | `avtaler.sqlite`, med tabellen `om` om hvilken dag det gjelder | 1 og 0, dager som tekst |
| `parquet` | en fil for hver tabell. Krever `pipx install "avtalegen[parquet]"` | typene i tabellene under |
| `jsonld` | `avtaler.jsonld` med en node for hver rad, og `katalog.jsonld` etter DCAT-AP-NO | som JSON |

- En dag er skrevet `2026-11-20`. Det avtalen ikke sier, er tomt, og et svar som verken er ja eller nei («delvis»).
  Flere punkter i én rute er skilt med semikolon.
- Radene hører sammen med `fil`. `samarbeid` er det samme i alle utgavene av en avtale mellom de samme kommunene.
- En fil med feil er med, med det som kunne leses. `lest` sier hvor mye det er, og feilene står i `funn`.
- I CSV står det en apostrof foran en tekst som et regneark ellers ville regnet ut, for eksempel `'=1+1`.
- De samme avtalene gir de samme filene på samme dag, byte for byte i CSV, JSON og JSON-LD. `--i-dag` velger dagen.
- `katalog.jsonld` kan høstes av data.norge.no. Utgiveren er politidistriktet avtalene gjelder. Er de fra flere, må
  `distrikt` stå i `avtalegen.toml`.
- `avtalegen-data.json` i mappen sier hvilke filer kommandoen har skrevet. En fil den ikke har skrevet, eller som noen
  har endret, erstattes ikke.

## Personvern

Tabellene er til å telle med, og går lenger enn avtalene. Derfor er personer ikke med:

- Kolonner med navn, telefon og e-post er utelatt. De er merket **person** under. Titler og kommuner er med.
- Et navn som står ett sted i avtalen, er byttet ut med `[navn]` i alle tekster, også der bare fornavnet eller
  etternavnet står, om det ikke også er navnet på en kommune. E-postadresser og telefonnumre er `[e-post]` og
  `[telefon]`. Kolonnene er merket *tekst*.
- Der folk skriver en tittel eller et navn, er også annet som ser ut som et navn, byttet ut. Kolonnene er merket
  *rolle*.
- Meldingen i et funn gjengir det som står i avtalen, og er utelatt. Koden og nøkkelen er med.
- Fødselsnumre er alltid skjult.

Et navn midt i en tekst, som ikke står som et navn noe sted i avtalen, kan ikke kjennes igjen. Se over tekstene før
dere deler tabellene med noen som ikke kan se avtalene. `--med-navn` tar med alt. Da er tabellene personopplysninger,
og dere må ha en grunn til å behandle dem.

"""


class Spørsmål(NamedTuple):
    """Something that people want to know, and the SQL that answers it of the database."""

    hva: str
    sql: str


SPØRSMÅL = (
    Spørsmål(
        "Hvor mange av avtalene i hvert distrikt er signert?",
        """\
SELECT politidistrikt, count(*) AS avtaler, sum(status = 'signert') AS signert
FROM avtaler
WHERE avløst_av IS NULL
GROUP BY politidistrikt
ORDER BY politidistrikt""",
    ),
    Spørsmål(
        "Hvor mange av kommunene i hvert distrikt har en signert avtale?",
        """\
SELECT kommuner.politidistrikt,
       count(DISTINCT kommuner.kommunenummer) AS kommuner,
       count(DISTINCT CASE WHEN avtaler.status = 'signert' THEN kommuner.kommunenummer END) AS signert
FROM kommuner
LEFT JOIN parter USING (kommunenummer)
LEFT JOIN avtaler ON avtaler.fil = parter.fil AND avtaler.avløst_av IS NULL
GROUP BY kommuner.politidistrikt
ORDER BY kommuner.politidistrikt""",
    ),
    Spørsmål(
        "Hvilke kommuner i distriktene våre har ingen avtale?",
        """\
SELECT politidistrikt, navn
FROM kommuner
WHERE politidistrikt IN (SELECT politidistrikt FROM avtaler)
  AND kommunenummer NOT IN (SELECT kommunenummer FROM parter WHERE slag = 'kommune' AND kommunenummer IS NOT NULL)
ORDER BY politidistrikt, navn""",
    ),
    Spørsmål(
        "Hvilke kommuner har ingen politikontakt?",
        """\
SELECT DISTINCT parter.navn, parter.politikontakt
FROM parter
JOIN avtaler USING (fil)
WHERE parter.slag = 'kommune' AND parter.politikontakt <> 'besatt' AND avtaler.avløst_av IS NULL
ORDER BY parter.navn""",
    ),
    Spørsmål(
        "Hvilke avtaler går ut det neste året, eller er gått ut?",
        """\
SELECT part, til
FROM avtaler
WHERE til < date((SELECT verdi FROM om WHERE nøkkel = 'per_dag'), '+1 year')
  AND status <> 'opphevet' AND avløst_av IS NULL
ORDER BY til, part""",
    ),
    Spørsmål(
        "Hvor mange møter er planlagt i hver måned?",
        """\
SELECT substr(dato, 1, 7) AS måned, count(*) AS møter
FROM møter
WHERE dato IS NOT NULL
GROUP BY måned
ORDER BY måned""",
    ),
    Spørsmål(
        "Hvor mange faste møter har politirådene i året?",
        """\
SELECT møter_per_år, count(*) AS politiråd
FROM politiråd
GROUP BY møter_per_år
ORDER BY møter_per_år""",
    ),
    Spørsmål(
        "Hvilke satsningsområder har flest avtaler?",
        """\
SELECT lower(navn) AS område, count(DISTINCT fil) AS avtaler
FROM satsningsområder
GROUP BY område
ORDER BY avtaler DESC, område
LIMIT 10""",
    ),
    Spørsmål(
        "Hvilke tiltak er ikke avsluttet, og hva er fristen?",
        """\
SELECT avtaler.part, tiltak.hva, tiltak.ansvarlig, tiltak.frist
FROM tiltak
JOIN avtaler USING (fil)
WHERE tiltak.avsluttet IS NULL AND avtaler.avløst_av IS NULL
ORDER BY tiltak.frist IS NULL, tiltak.frist, avtaler.part, tiltak.hva""",
    ),
    Spørsmål(
        "Hvor mange oppgaver fra møtene står igjen, og hvor mange er over fristen?",
        """\
SELECT avtaler.part, sum(oppgaver.åpen) AS åpne,
       sum(oppgaver.åpen AND oppgaver.frist < (SELECT verdi FROM om WHERE nøkkel = 'per_dag')) AS over_fristen
FROM oppgaver
JOIN avtaler USING (fil)
WHERE avtaler.avløst_av IS NULL
GROUP BY avtaler.part
ORDER BY over_fristen DESC, avtaler.part""",
    ),
    Spørsmål(
        "Hvor mange timer i uken er tjenestestedene åpne?",
        """\
SELECT DISTINCT tjenestesteder.navn, tjenestesteder.timer
FROM tjenestesteder
WHERE tjenestesteder.timer IS NOT NULL
ORDER BY tjenestesteder.timer DESC, tjenestesteder.navn""",
    ),
    Spørsmål(
        "Hvilke funn er det flest av?",
        """\
SELECT kode, om, alvorlighet, count(*) AS antall
FROM funn
GROUP BY kode, om, alvorlighet
ORDER BY antall DESC, kode
LIMIT 10""",
    ),
)
_VERN = {Vern.INGEN: "", Vern.FRITEKST: "*tekst*", Vern.ROLLE: "*rolle*", Vern.PERSON: "**person**"}


def side() -> str:
    """Return docs/data.md as it should be today."""
    deler = [INNLEDNING, "## Spørsmål i SQL\n\n"]
    deler.append("Spørsmålene er til databasen fra `--format sqlite`, for eksempel med `sqlite3 avtaler.sqlite`.\n")
    deler += [f"\n{en.hva}\n\n```sql\n{en.sql};\n```\n" for en in SPØRSMÅL]
    deler.append("\n## Tabellene\n\n| tabell | en rad er |\n|---|---|\n")
    deler += [f"| [{tabell.navn}](#{tabell.navn}) | {tabell.hva} |\n" for tabell in TABELLER]
    deler += map(_tabell, TABELLER)
    return "".join(deler)


def _tabell(tabell: Tabell) -> str:
    nøkkel = " og ".join(f"`{navn}`" for navn in tabell.nøkkel)
    rader = "".join(map(_rad, tabell.kolonner))
    hode = "| kolonne | type | hva | fra nøkkelen | vern |\n|---|---|---|---|---|\n"
    return f"\n### {tabell.navn}\n\n{tabell.hva} Radene skilles av {nøkkel}.\n\n{hode}{rader}"


def _rad(k: Kolonne) -> str:
    return f"| `{k.navn}` | {k.type.value} | {k.hva} | {f'`{k.kilde}`' if k.kilde else ''} | {_VERN[k.vern]} |\n"


if __name__ == "__main__":
    print(side(), end="")
