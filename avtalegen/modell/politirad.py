"""Politirådet (veilederen kapittel 4)."""

from collections.abc import Mapping

from avtalegen.funn.begge import Begge
from avtalegen.modell.andre_rad import Regionalt, Utvidet
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import MarkdownTekst, Tekst, les_antall
from avtalegen.modell.hyppighet import HyppighetForm, les_hyppighet
from avtalegen.modell.moter import Møter, Referat
from avtalegen.modell.tid import TidsromForm


class Rådsrolle(EgneOrd):
    """Om politirådet gir råd eller fatter beslutninger."""

    RÅDGIVENDE = (
        "rådgivende",
        "rådgjevande",
        "rådgivande",
        "gir råd",
        "gjev råd",
        "bare rådgivende",
        "rådgivende organ",
        "rådgjevande organ",
    )
    BESLUTTENDE = "besluttende", "besluttande", "avgjerande", "beslutningsorgan", "vedtaksorgan"


class Åpenhet(EgneOrd):
    """Om møtene er åpne."""

    LUKKET = (
        "lukket",
        "lukkede",
        "lukkete",
        "lukka",
        "lukkede møter",
        "lukka møte",
        "ikke åpne",
        "ikkje opne",
        "for lukkede dører",
    )
    ÅPEN = (
        "åpen",
        "åpent",
        "åpne",
        "open",
        "ope",
        "opne",
        "åpne møter",
        "opne møte",
        "for åpne dører",
        "for opne dører",
        "offentlige",
        "offentlege",
    )
    DELVIS = "delvis", "delvis åpen", "delvis åpent", "delvis åpne", "delvis open", "delvis ope", "delvis opne"


class Medlemmer(Del):
    """Hvem som deltar i politirådet (veilederen 4.1.1). Kortform: hva som er sagt om det."""

    kortform = "merknad"

    kommune: tuple[Rolle, ...] = felt(
        "Faste deltakere fra kommunen eller fra hver av kommunene.",
        eksempel="ordfører",
        andre_ord="fra_kommunen kommunale",
    )
    politi: tuple[Rolle, ...] = felt(
        "Faste deltakere fra politiet.", eksempel="politikontakt", andre_ord="fra_politiet politimedlemmer"
    )
    andre: tuple[Rolle, ...] = felt(
        "Andre faste deltakere.",
        eksempel="leder av ungdomsrådet",
        andre_ord="øvrige eksterne andre_deltakere andre_medlemmer",
    )
    kan_delta: tuple[Rolle, ...] = felt(
        "Deltakere som kan eller bør møte i tillegg til de faste.",
        eksempel="skolesjef",
        andre_ord="kan_møte kan_også_delta møterett observatører kan_delta_også bør_delta",
    )
    ved_behov: tuple[Rolle, ...] = felt(
        "Deltakere som inviteres ved behov.",
        eksempel="brannsjef",
        andre_ord="etter_behov inviteres innkalles_ved_behov inviterte ad_hoc ved_behov_deltakere bisittere gjester",
    )
    vara: Tekst | None = felt(
        "Hvem som møter når et medlem ikke kan.",
        eksempel="stedfortrederen",
        andre_ord="varamedlemmer stedfortreder vararepresentanter varafolk",
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om hvem som deltar.",
        eksempel="se vedlegg 1",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )


class Handlingsplan(Del):
    """En handlingsplan. Kortform: bare hva den heter."""

    kortform = "tittel"

    tittel: Tekst = felt(
        Begge("Hva planen heter.", "Kva planen heiter."),
        eksempel="handlingsplanen mot vold i nære relasjoner",
        andre_ord="navn plan hva namn",
    )
    periode: TidsromForm | None = felt(
        "Perioden planen gjelder for.", eksempel="2026–2029", andre_ord="år tidsrom gyldighet varighet"
    )
    vedtatt_av: Tekst | None = felt(
        "Hvem som har vedtatt planen.",
        eksempel="kommunestyret",
        andre_ord="vedteke_av bestemt_av besluttet_av godkjent_av",
    )
    vedtatt: DateringForm | None = felt(
        "Når planen ble vedtatt.", eksempel="2025", andre_ord="dato vedtatt_dato når vedteke vedtaksdato"
    )


class Samarbeidspartnere(Del):
    """Hvem rådet samarbeider med uten at de er medlemmer. Kortform: bare hvem."""

    kortform = listeform = "hvem"

    hvem: tuple[Tekst, ...] = felt(
        "Hvem rådet samarbeider med.",
        eksempel="barnevernet",
        andre_ord="partnere navn kven deltakere samarbeidspartner",
    )
    om: tuple[Tekst, ...] = felt(
        "Hva samarbeidet gjelder.", eksempel="utsatte barn og unge", andre_ord="tema gjelder hva innhold kva"
    )
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte de møtes.", eksempel="tre ganger i året", andre_ord="hvor_ofte frekvens kor_ofte møter hyppigheit"
    )


class Politiråd(Del):
    """Politirådet: oppgaver, sammensetning og møter (veilederen kapittel 4). Kortform: møtene eller egen tekst."""

    kortform = "tekst"

    navn: Tekst | None = felt(
        "Navnet på rådet, når det har et eget.", eksempel="Flakstad politiråd", andre_ord="namn tittel rådsnavn"
    )
    knyttet_til: tuple[Tekst, ...] = felt(
        "Enhetene rådet hører til organisatorisk.",
        eksempel="kommunedirektørens stab",
        andre_ord="organisering tilhørighet tilknytning underlagt knytt_til organisatorisk tilhører",
    )
    formål: tuple[Tekst, ...] = felt(
        "Hva rådet er til for.",
        eksempel="å samordne det forebyggende arbeidet",
        andre_ord="hensikt føremål mål målsetting målsetjing målsetning formål_med_rådet",
    )
    mandat: tuple[Punkt, ...] = felt(
        "Rådets oppgaver.",
        eksempel="Drøfte trygghet og kriminalitet i kommunen",
        andre_ord="oppgaver arbeidsoppgaver ansvarsområder saker funksjon arbeidsområde hovedoppgaver ansvar",
    )
    gjør_ikke: tuple[Tekst, ...] = felt(
        "Det som ligger utenfor oppgavene.",
        eksempel="enkeltsaker",
        andre_ord=(
            "unntak utenfor_mandatet behandler_ikke ikke_oppgaver gjer_ikkje skal_ikke avgrensning avgrensing "
            "begrensninger"
        ),
    )
    rolle: Rådsrolle | None = felt(
        "Om rådet gir råd eller fatter beslutninger.",
        eksempel="besluttende",
        andre_ord="myndighet beslutningsmyndighet rådgivende besluttende",
    )
    nivå: Tekst | None = felt(
        "Nivået rådet arbeider på.", eksempel="strategisk", andre_ord="organisasjonsnivå plan_nivå"
    )
    forankring: tuple[Tekst, ...] = felt(
        "Hvordan rådet er forankret i ledelsen hos partene (veilederen 4.1.1).",
        eksempel="Rådet er forankret i ledergruppen i kommunen",
        andre_ord="ledelsesforankring lederforankring forankra forankret_i leiarforankring",
    )
    overordnet_plan: Tekst | None = felt(
        "Den overordnede planen for rådet (veilederen kapittel 4).",
        eksempel="Den overordnede planen er kommunens kriminalitetsforebyggende plan",
        andre_ord="overordna_plan hovedplan strategi strategiplan",
    )
    handlingsplaner: tuple[Handlingsplan, ...] = felt(
        "Handlingsplanene rådet lager eller følger.", andre_ord="tiltaksplan planer"
    )
    egen_avtale: Tekst | None = felt(
        "En egen avtale om politirådet, når den finnes ved siden av denne.",
        eksempel="Kommunen og politiet har en egen avtale om politirådet fra 2021",
        andre_ord="avtale politirådsavtale eigen_avtale særavtale",
    )
    leder: Rolle | None = felt(
        "Hvem som leder rådet.",
        eksempel="ordfører",
        andre_ord="leiar rådsleder møteleder ordstyrer leiing ledelse ledes_av leiast_av møteleiar rådsleiar formann",
    )
    nestleder: Rolle | None = felt("Hvem som er nestleder.", eksempel="varaordfører", andre_ord="nestleiar varaleder")
    sekretær: Rolle | None = felt(
        "Hvem som er sekretær.",
        eksempel="SLT-koordinator",
        andre_ord="sekretariat sekretariatsfunksjon referent skrivar sekretærfunksjon sekretariatsansvar",
    )
    tilrettelegger: Rolle | None = felt(
        "Hvem som legger til rette for møtene, når det ikke er sekretæren.",
        eksempel="SLT-koordinator",
        andre_ord="fasilitator tilrettelegging",
    )
    medlemmer: Medlemmer | None = felt(
        "Hvem som deltar.",
        andre_ord=(
            "deltakere deltagere sammensetning samansetjing rådsmedlemmer faste_medlemmer faste_deltakere deltar "
            "deltakelse møtedeltakere representanter hvem samansetning personer medlemar medlemmar medlemer"
        ),
    )
    samarbeidspartnere: Samarbeidspartnere | None = felt(
        "Hvem rådet samarbeider med utenom medlemmene.",
        andre_ord="samarbeider_med partnere samarbeidsparter samarbeidsaktører samarbeid_med",
    )
    fullmakt: Tekst | None = felt(
        "Hvilken fullmakt deltakerne har til å forplikte sin etat.",
        eksempel="Deltakerne kan binde etaten sin innenfor eget budsjett",
        andre_ord="beslutningsfullmakt",
    )
    styringsgruppe: Tekst | None = felt(
        "Styringsgruppen, når den er en annen enn politirådet.", eksempel="kommunens ledergruppe", andre_ord=""
    )
    møter: Møter | None = felt(
        "Møtene.", andre_ord="møte møteordning møteavvikling rådsmøter møtevirksomhet møtestruktur"
    )
    åpenhet: Åpenhet | None = felt(
        "Om møtene er åpne.",
        eksempel="lukket",
        andre_ord="offentlighet lukket openheit offentlegheit åpen lukkede offentlig offentleg",
    )
    referat: Referat | None = felt("Referatet.", andre_ord="møtereferat protokoll møteprotokoll referatføring")
    saker_fra: tuple[Tekst, ...] = felt(
        "Hvem som melder inn saker.",
        eksempel="kommunen og politiet",
        andre_ord=("saker_meldes_av melder_saker sakar_frå hvem_melder_saker meldes_av forslagsstillere"),
    )
    oppfølging: tuple[Punkt, ...] = felt(
        "Hvordan rådets beslutninger følges opp.",
        eksempel="Gå gjennom vedtakene på neste møte",
        andre_ord="oppfølging_av_vedtak oppfølging_av_saker følges_opp",
    )
    politivedtekter: tuple[Punkt, ...] = felt(
        "Hvordan politivedtektene brukes og revideres (veilederen kapittel 4).",
        eksempel="Vurdere politivedtektene hvert fjerde år",
        andre_ord="vedtekter lokale_politivedtekter",
    )
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt(
        "Kunnskap rådet ber om fra kommunen og politiet (veilederen 4.1.5).",
        eksempel="politiets situasjonsbilde",
        andre_ord=(
            "kunnskap analyse statistikk situasjonsbilde datagrunnlag informasjonsgrunnlag grunnlag lokal_analyse"
        ),
    )
    prosesser: tuple[Tekst, ...] = felt(
        "Hvordan politiets prioriterings- og tiltaksprosess er koblet til rådet (4.1.6).",
        eksempel="Politiet tar rådets innspill med i tiltaksmøtene",
        andre_ord="prioriteringsprosess tiltaksprosess prioriterings_og_tiltaksprosess ptp",
    )
    samarbeidsklima: tuple[Tekst, ...] = felt(
        "Hva som skal prege samarbeidet (veilederen 4.1.4).",
        eksempel="tillit og åpenhet",
        andre_ord="klima samarbeidsform verdier samarbeidskultur kultur",
    )
    regionalt: Regionalt | None = felt(
        "Et felles politiråd for flere kommuner.",
        andre_ord=(
            "felles fellesråd felles_politiråd regionalt_politiråd interkommunalt regionråd regional regionalt_råd"
        ),
    )
    utvidet: Utvidet | None = felt(
        "Et utvidet politiråd.", andre_ord="utvidet_råd utvidet_politiråd utvidede_møter utvida_politiråd utvidet_møte"
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om politirådet (Markdown).",
        eksempel="Politirådet er møtestedet mellom kommunen og politiet.",
        andre_ord="fritekst egen_tekst beskrivelse innledning eigen_tekst omtale",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: how many meetings there are or how often («kvartalsvis»), or words of one's own."""
        ofte = " ".join(tekst.split())
        return {"møter": tekst} if les_antall(ofte) or les_hyppighet(ofte) else super().fra_tekst(tekst)

    @property
    def bare_tekst(self) -> bool:
        """Whether it is told in words of one's own alone: then they say what it is, or that there is none yet."""
        return self.tekst is not None and self.med(tekst=None) == Politiråd()
