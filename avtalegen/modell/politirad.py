"""Politirådet (veilederen kapittel 4)."""

from collections.abc import Mapping

from avtalegen.modell.base import Del, Ordvalg, felt
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.former import AntallForm, JaNei, MarkdownTekst, Styrke, Tekst, les_antall
from avtalegen.modell.hyppighet import HyppighetForm, les_hyppighet
from avtalegen.modell.klokke import KlokkeslettForm
from avtalegen.modell.tid import Dato, FristForm, TidsromForm, VarighetForm


class Rådsrolle(Ordvalg):
    """Om politirådet gir råd eller fatter beslutninger."""

    RÅDGIVENDE = "rådgivende", "rådgjevande", "rådgivande"
    BESLUTTENDE = "besluttende", "besluttande", "avgjerande"


class Åpenhet(Ordvalg):
    """Om møtene er åpne."""

    LUKKET = "lukket", "lukkede", "lukkete", "lukka"
    ÅPEN = "åpen", "åpent", "åpne", "open", "ope", "opne"
    DELVIS = "delvis", "delvis åpen", "delvis åpent", "delvis åpne", "delvis open", "delvis ope", "delvis opne"


class Forhold(Ordvalg):
    """Hvordan et felles politiråd forholder seg til de lokale (veilederen 4.3)."""

    ERSTATTER = "erstatter", "erstattar"
    SUPPLERER = "supplerer", "supplerar"


class Medlemmer(Del):
    """Hvem som deltar i politirådet (veilederen 4.1.1)."""

    kommune: tuple[Rolle, ...] = felt("Faste deltakere fra kommunen eller fra hver av kommunene.", eksempel="ordfører")
    politi: tuple[Rolle, ...] = felt("Faste deltakere fra politiet.", eksempel="politikontakt")
    andre: tuple[Rolle, ...] = felt("Andre faste deltakere.")
    kan_delta: tuple[Rolle, ...] = felt("Deltakere som kan eller bør møte i tillegg til de faste.")
    ved_behov: tuple[Rolle, ...] = felt("Deltakere som inviteres ved behov.")
    vara: Tekst | None = felt("Hvem som møter når et medlem ikke kan.", eksempel="stedfortrederen")


class Handlingsplan(Del):
    """En handlingsplan. Kortform: bare hva den heter."""

    kortform = "tittel"

    tittel: Tekst = felt("Hva planen heter.", eksempel="handlingsplanen mot vold i nære relasjoner")
    periode: TidsromForm | None = felt("Perioden planen gjelder for.", eksempel="2026–2029")
    vedtatt_av: Tekst | None = felt("Hvem som har vedtatt planen.", eksempel="kommunestyret")
    vedtatt: DateringForm | None = felt("Når planen ble vedtatt.", eksempel="2025")


class Samarbeidspartnere(Del):
    """Hvem rådet samarbeider med uten at de er medlemmer. Kortform: bare hvem."""

    kortform = listeform = "hvem"

    hvem: tuple[Tekst, ...] = felt("Hvem rådet samarbeider med.", eksempel="barnevernet")
    om: tuple[Tekst, ...] = felt("Hva samarbeidet gjelder.")
    hyppighet: HyppighetForm | None = felt("Hvor ofte de møtes.", eksempel="tre ganger i året")


class Årshjul(Del):
    """Hva rådet gjør når på året. Kortform: bare når."""

    kortform = "når"

    når: Tekst = felt("Når på året, eller hvilket møte.", eksempel="høst")
    gjør: tuple[Tekst, ...] = felt("Hva som står på planen da.", eksempel="evaluere samarbeidet")


class Møte(Del):
    """Et møte i møteplanen. Kortform: bare datoen."""

    kortform = "dato"

    dato: Dato = felt("Datoen for møtet.", eksempel="2026-09-17")
    klokkeslett: KlokkeslettForm | None = felt("Når møtet begynner.", eksempel="09.00")
    slutt: KlokkeslettForm | None = felt("Når møtet slutter.")
    sted: Tekst | None = felt("Hvor møtet er.")
    vert: Tekst | None = felt("Hvem som er vertskap.")
    innkaller: Tekst | None = felt("Hvem som kaller inn til dette møtet.")
    tema: tuple[Tekst, ...] = felt("Saker som skal opp på møtet.")


class Fellesmøter(Del):
    """Møter som kommunene har felles. Kortform: bare antallet."""

    kortform = "antall"

    antall: AntallForm = felt("Hvor mange fellesmøter det er i året.", eksempel="1")
    forum: Tekst | None = felt("Hvor fellesmøtene holdes.", eksempel="regionrådet")


class Møter(Del):
    """Hvor ofte, når og hvordan politirådet møtes (veileder 4.1.2). Kortform: antallet i året, eller hvor ofte."""

    kortform = "per_år"

    per_år: AntallForm | None = felt(
        "Antall ordinære møter i året. Gjelder avtalen flere kommuner: i alt.", eksempel="4"
    )
    per_kommune: AntallForm | None = felt("Antall faste møter i året i hver kommune.", eksempel="1")
    felles: Fellesmøter | None = felt("Møter som kommunene har felles.")
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte rådet møtes, når det ikke er sagt som antall.", eksempel="kvartalsvis"
    )
    gjelder: Tekst | None = felt("Når møtehyppigheten gjelder, hvis den ikke er fast.", eksempel="i oppstarten")
    hensikt: Tekst | None = felt("Hva møtene skal tjene til, utover det vanlige.")
    ekstra: Tekst | None = felt("Når det holdes møter i tillegg.", eksempel="ved særlige hendelser")
    plan: tuple[Møte, ...] = felt("Møteplanen, møte for møte.")
    planlegges_for: VarighetForm | None = felt("Hvor langt fram møteplanen settes opp.", eksempel="1 år")
    innkaller: Tekst | None = felt("Hvem som kaller inn.")
    sted: Tekst | None = felt("Hvor møtene vanligvis holdes.")
    innkallingsfrist: FristForm | None = felt(
        "Hvor lenge før møtet innkalling og dagsorden sendes.", eksempel="to uker"
    )
    planlegges_styrke: Styrke | None = felt("Om møteplanen skal, bør eller kan settes opp.", eksempel="bør")
    saksfrist: FristForm | None = felt("Hvor lenge før møtet saker må meldes.", eksempel="tre uker")
    faste_saker: tuple[Tekst, ...] = felt("Saker som står på dagsordenen hver gang.")
    årshjul: tuple[Årshjul, ...] = felt("Når på året rådet møtes, og hva det gjør da.")

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: a number («4»), or how often («kvartalsvis»)."""
        return {"hyppighet" if les_hyppighet(tekst) and not les_antall(tekst) else "per_år": tekst}


class Referat(Del):
    """Referatet fra møtene (veilederen 4.1.2). Kortform: hvor det lagres."""

    kortform = "lagres"

    innhold: tuple[Tekst, ...] = felt("Hva referatet skal slå fast.", eksempel="oppgave, ansvarlig og frist")
    lagres: tuple[Tekst, ...] = felt("Hvor referatet lagres.")
    offentlig: JaNei | None = felt("Om referatet er offentlig.")
    sendes_til: tuple[Tekst, ...] = felt("Hvem som får referatet.")
    frist: FristForm | None = felt("Hvor lenge etter møtet referatet er klart.")


class Regionalt(Del):
    """Et politiråd eller møte som flere kommuner har felles (veilederen 4.3)."""

    navn: Tekst | None = felt("Navnet på det felles politirådet.")
    forum: Tekst | None = felt("Samarbeidsorganet det er lagt til.")
    forhold: Forhold | None = felt("Om det erstatter de lokale politirådene eller supplerer dem.", eksempel="supplerer")
    begrunnelse: tuple[Tekst, ...] = felt("Hvorfor kommunene har et felles råd.")


class Utvidet(Del):
    """Politirådet utvidet med næringsliv, frivillige eller skoler (veilederen 4.2)."""

    deltakere: tuple[Tekst, ...] = felt("Hvem som er med i det utvidede politirådet.")
    formål: Tekst | None = felt("Hva utvidelsen skal tjene til.")
    møter: HyppighetForm | None = felt("Hvor ofte det utvidede politirådet møtes.", eksempel="årlig")


class Politiråd(Del):
    """Politirådet: oppgaver, sammensetning og møter (veilederen kapittel 4)."""

    navn: Tekst | None = felt("Navnet på rådet, når det har et eget.")
    knyttet_til: tuple[Tekst, ...] = felt("Enhetene rådet hører til organisatorisk.")
    formål: tuple[Tekst, ...] = felt("Hva rådet er til for.")
    mandat: tuple[Punkt, ...] = felt("Rådets oppgaver.")
    gjør_ikke: tuple[Tekst, ...] = felt("Det som ligger utenfor oppgavene.", eksempel="enkeltsaker")
    rolle: Rådsrolle | None = felt("Om rådet gir råd eller fatter beslutninger.", eksempel="besluttende")
    nivå: Tekst | None = felt("Nivået rådet arbeider på.", eksempel="strategisk")
    forankring: tuple[Tekst, ...] = felt("Hvordan rådet er forankret i ledelsen hos partene (veilederen 4.1.1).")
    overordnet_plan: Tekst | None = felt("Den overordnede planen for rådet (veilederen kapittel 4).")
    handlingsplaner: tuple[Handlingsplan, ...] = felt("Handlingsplanene rådet lager eller følger.")
    egen_avtale: Tekst | None = felt("En egen avtale om politirådet, når den finnes ved siden av denne.")
    leder: Rolle | None = felt("Hvem som leder rådet.", eksempel="ordfører")
    nestleder: Rolle | None = felt("Hvem som er nestleder.")
    sekretær: Rolle | None = felt("Hvem som er sekretær.")
    tilrettelegger: Rolle | None = felt("Hvem som legger til rette for møtene, når det ikke er sekretæren.")
    medlemmer: Medlemmer | None = felt("Hvem som deltar.")
    samarbeidspartnere: Samarbeidspartnere | None = felt("Hvem rådet samarbeider med utenom medlemmene.")
    fullmakt: Tekst | None = felt("Hvilken fullmakt deltakerne har til å forplikte sin etat.")
    styringsgruppe: Tekst | None = felt("Styringsgruppen, når den er en annen enn politirådet.")
    møter: Møter | None = felt("Møtene.")
    åpenhet: Åpenhet | None = felt("Om møtene er åpne.", eksempel="lukket")
    referat: Referat | None = felt("Referatet.")
    saker_fra: tuple[Tekst, ...] = felt("Hvem som melder inn saker.", eksempel="kommunen og politiet")
    oppfølging: tuple[Punkt, ...] = felt("Hvordan rådets beslutninger følges opp.")
    politivedtekter: tuple[Punkt, ...] = felt("Hvordan politivedtektene brukes og revideres (veilederen kapittel 4).")
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt("Kunnskap rådet ber om fra kommunen og politiet (veilederen 4.1.5).")
    prosesser: tuple[Tekst, ...] = felt(
        "Hvordan politiets prioriterings- og tiltaksprosess er koblet til rådet (4.1.6)."
    )
    samarbeidsklima: tuple[Tekst, ...] = felt("Hva som skal prege samarbeidet (veilederen 4.1.4).")
    regionalt: Regionalt | None = felt("Et felles politiråd for flere kommuner.")
    utvidet: Utvidet | None = felt("Et utvidet politiråd.")
    tekst: MarkdownTekst | None = felt("Egen tekst om politirådet (Markdown).")
