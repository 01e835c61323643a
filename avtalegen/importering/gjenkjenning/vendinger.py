"""The turns of phrase that tell what a sentence is about, whatever section it stands in."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.gjenkjenning import motedager
from avtalegen.importering.ventende import senere

SOM_SKREVET = ("formål", "bakgrunn")
"""The parts whose sentences are taken as they are written."""
SAMARBEIDER_FOR = senere(r"(?i)\bskal\s(?:arbeide\s(?:sammen|saman)|samarbeide)\s(?:slik\sat|for\s(?:å|at))\b")
"""What the parties do together, and why: the aim of it all, and no areas."""
FORMÅLET_ER = senere(
    r"(?i)(?:(?:for|føre)målet|hensikten|hensikta|siktemålet|hovedmålet|hovudmålet)(?:\s(?:med|for)\s[^.;:]{2,50}?)?\s"
    r"(?:er|var|skal være|skal vere)\s"
)
"""What a sentence begins with that says why the parties work together."""
NY_DEL = (
    (
        "slt",
        senere(
            r"(?i)^(?:nivå|trinn)\s(?:\d|I{1,3})\W{1,3}(?:strateg|styr|takt|koord|oper|utfør|utøv)\w*\W{1,3}|"
            r"^(?:vi|slt\w*|arbeidet|modellen|målgruppa?e?n?)\s(?:jobber|jobbar|arbeider|arbeidar|rett\w+|gjelder|gjeld|"
            r"er)\b[^.]{0,60}\b\d{1,2}\s?(?:og|til|[-–])\s?\d{1,2}\s?år\b"
        ),
    ),
    (
        "kontakt",
        senere(
            r"(?i)\bkontaktperson(?:en)?\s(?:for|i|overfor|til|mot)\s(?:kommunen|heradet|"
            r"(?-i:[A-ZÆØÅ])\w+ kommune)\w*\ser\b|"
            r"^(?:\w+\s)?(?-i:[A-ZÆØÅ]\w+\s){2,4}er\s(?:politikontakt\b|fast\s(?:politi)?kontakt)|"
            r"^(?:\w+\s)?(?-i:[A-ZÆØÅ]\w+\s){2,4}er\s(?:kommunens|heradets|kommunen sin|vår)\s(?:faste\s)?"
            r"(?:kontaktperson|politikontakt)\b"
        ),
    ),
    (
        "kontakt",
        senere(
            r"(?i)^politikontakt(?:en|ane|ene)?\s(?:sitter|er|har|skal|besøker|møter|sit|besøkjer|kan|bruker|treffes)\b"
            r"(?!\s(?:rådets\s)?(?:sekretær|referent|leder|leiar|nestleder|nestleiar|medlem|observatør))"
        ),
    ),
    (
        "taushet",
        senere(
            r"(?i)taushetsplikt|teieplikt|samty|sagt ja|taushetserklær|"
            r"(?:opplysning|gjelder en bestemt person)\w*[^.]*(?:sendes ikke|"
            r"ikke deles|utlever)"
        ),
    ),
    (
        "evaluering",
        senere(
            r"(?i)\bevaluer|vurdere? avtal\w+|(?:går|ser)\s(?:gjennom|igjennom|over)\s"
            r"(?:avtal\w+|den|han|ho|henne|alt|det hele|det heile|det som)\b|"
            r"\b(?:ser|går)\s(?:[^.;,]{3,60}?\s)?(?:over|gjennom)\s"
            r"(?:[hk]vor\w*|korleis|om|[hk]va|det hele|det heile)\b|"
            r"vurderer avtalen|vurderer (?:arbeidet|samarbeidet|virksomheten|verksemda)\b|avtal\w+ (?:vert|blir|"
            r"skal) vurder\w+|ser på (?:avtal\w+|den|han|ho)\b|"
            r"\bser?\b[^.;]{0,50}?\spå\s(?:om|hva|kva|hvordan|korleis)\s[^.;]{0,40}?\b(?:virk|verk|fung|gått|går|lyk)\w*|"
            r"tilbakeblikk|halvveisvurd|midtveisvurd|\betterprøv\w*|ser rådet etter|"
            r"går (?:rådet|vi|partene|partane) gjennom|"
            r"(?:gjør|gjer)\w*\s(?:\w+\s)?(?:opp\s)?status|status for (?:samarbeid|avtal|arbeid)\w*|"
            r"går\b[^.;]*\sgjennom\b[^.;]*\b(?:avtal|samarbeid)|(?:avtal|samarbeid)\w*\b[^.;]*\b(?:gjennomgås|"
            r"gjennomgåast)|"
            r"ser (?:\w+ ){0,2}(?:om|på) (?:den|han|ho|avtal\w+|samarbeidet|hvordan|korleis)\b|sj(?:å|ø) på (?:om|"
            r"korleis)|"
            r"se på (?:om|hvordan)|\bom (?:avtal\w+|samarbeidet|den|ho) (?:fungerer|virker|verkar)|^(?:den|ho|han|"
            r"dette)\s(?:\w+\s){0,2}(?:gjennomgås|gjennomgåast|evalueres|"
            r"evaluerast)|(?:en|ein) gjennomgang av|erfaring\w*[^.;]*\b(?:oppsummer|"
            r"samle|drøft)|"
            r"oppsummer\w*[^.;]*\b(?:erfaring|samarbeid|avtal|året)|(?:avtal|samarbeid)\w* (?:har virket|har verka)|"
            r"[hk]va som er oppnådd|ser (?:\w+ )?(?:attende|tilbake)\b|(?:gås|gå|går) (?:\w+ )?etter i|tar pulsen|"
            r"tek pulsen|"
            r"vurderer avtala|gjennomgår avtal\w+|gås gjennom|(?:gått|gjengått) gjennom|"
            r"gjennomgang av avtal\w*|(?:må|bør|skal)\s(?:endres|endrast|justeres|vurder(?:es|ast) på nytt)"
        ),
    ),
    (
        "periode",
        senere(
            r"(?i)^(?:han|ho|hun|den|det|(?:ramm|plan|protokoll|erklæring|overenskomst|ordning|dokument|samarbeid)\w{1,4})\s"
            r"(?:\w+\s)?(?:(?:gjelder|gjeld|løper|varer|varar|trer i kraft|tar til|tek til|er gyldig)\s[^.]{0,60}?"
            r"(?:\d{1,2}\.\s?(?:\d|[a-z])|(?:19|20)\d\d)|(?:gjelder|gjeld|varer|varar)\s(?:i|for)\s\w+\sår\b)|"
            r"\but av (?:avtal|plan|samarbeid|ordning)\w*|"
            r"(?:avtal|plan|ramme)\w+ (?:\w+ )?(?:rulleras?t|rulleres|revider\w+)\b|"
            r"avtale(?:periode)?n\s(?:begynner|starter|byrjar|startar|slutter|sluttar|gjelder|"
            r"(?:bør|skal|vil)\s(?:gjeld[ea]|vare?a?|løpe)\b|verkar|virker|"
            r"gjeld|løper|varer|trer|tek|trår|kan sies|"
            r"kan si|blir forlenga|forlenges|har en varighet|er gyldig)"
            r"|\b(?:part(?:en|er|ar|ene|ane)?|begge)\b[^.]*\b(?:gå ut|tre ut|"
            r"slutte(?!\sseg)|sier fra|seier frå|fratre)\b"
            r"|sies opp|seiast opp|sei[ae]\s\w+\sopp|trekke? seg\b|til opphør|si (?:den|avtalen) opp|"
            r"seie (?:han|avtalen)"
            r" opp|oppsigelse|oppseiing|^den (?:forlenges|kan endres)|hver part kan|"
            r"kvar part kan"
        ),
    ),
    (
        "tjenester",
        senere(
            r"(?i)\b(?:politi\w*|utrykning\w*|utrykking\w*|patrulje\w*|lensmann\w*|hast\w+)\b[^.]*\bminutt|"
            r"\bminutt\w*[^.]*\b(?:politi\w*|utrykning\w*|utrykking\w*|hast\w+)\b|"
            r"(?:\båpent?\b|\bope\b|betjen|publikum|ekspedisjon|skranke|luka)[^.]*dag\w*\b[^.]*"
            r"\d\d?[.:]?\d{0,2}\s?(?:[-–]|til)\s?\d|"
            r"hasteoppdrag|responstid|utrykningstid|haster mest|hastar mest|"
            r"når det haster|(?:politi|kontor)\w*\skontoret er åpent"
        ),
    ),
)
OM_VIRKNING = senere(r"(?i)\b(?:hvordan|korleis|om)\s(?:avtal\w+|den|ho|han)\s(?:virker|verkar|fungerer)\b")
"""How the agreement works is said of the evaluation, and not of how long it lasts."""


def blir(ny: str, del_: str, tekst: str) -> bool:
    """Tell whether a sentence that has the words of another part, is still about the part that it stands in."""
    if ny == "evaluering":
        return del_ in ("råd", "slt") or motedager.bare_dager(tekst)
    return ny == "periode" and OM_VIRKNING.search(tekst) is not None


OM_RÅDET = senere(
    rf"(?i)^{uttrykk.RÅDET}\s(?:(?:er|har)\s(?:berre\s|bare\s)?(?:rådgiv|rådgjev|uttale)|ledes|leies|møtes|møtest|"
    rf"består|skal møtes|samles)|"
    rf"^(?:vi|me|partene|partane)\s(?:[^\W\d]{{2,10}}\s){{0,2}}(?:møtes|møtest|møttes|samles|samlast|"
    rf"kommer sammen|kjem saman)\s[^.]{{0,30}}(?:{uttrykk.HYPPIGHET})|"
    r"\b(?:tilrår|tilråder|gir råd|gjev råd)\b[^.]*\b(?:bind|binder|avgjør|avgjer|bestemmer)\b|"
    r"\ber (?:nestleder|leder|nestleiar)\b|^innkalling\w*\s|^møt(?:er|ene) (?:av)?holdes"
)

OG_I_RÅDET = senere(
    r"(?i)^(?:fr[aå]|for) (?:kommunen|heradet|politiet|lensmannen|oss)\b[^.]*\b"
    r"(?:møter|sitter|sit|kommer|kjem|deltar|deltek|"
    r"(?:er|bør|skal)\b[^.]*\bmed)\b|\bmed (?:meg|oss) (?-i:[a-zæøå]+ [A-ZÆØÅ])|"
    r"\b(?:kan|skal) (?:vi|me|partene|partane) (?:be|bede|kalle|invitere) (?:inn|med)\b"
)
"""What is said of more of those who are in the council, right after it was named."""


MÅLORD = senere(
    r"(?i)^(?:færre|mindre|flere|fleire|tryggere|tryggare|bedre|"
    r"betre|økt|auka|redusert|styrke|lavere|lågare|at\s|å\s|ingen|"
    r"alle|ungdom har|hindre|førebygg|forebygg|skape|sikre)"
)
MÅLENE = senere(
    r"(?i)\b(?:vi|partene|partane)\s(?:vil|ønsker|ønskjer|har som mål)\b[^.]*:$|\b(?:for|føre)mål\w*\b[^.]*:$|"
    r"^(?:vi|me|partene|partane|begge|kommunen og (?:politiet|lensmannen))\s(?:vil|ønsker|ønskjer)(?:\ssammen|\ssaman)?"
    r"(?:\så)?\s?:?$|"
    r"\b(?:tar|tek)\ssikte\spå\b[^.]*:$|\b(?:enige|einige|samde|samd)\som\s(?:at|å)\s?:?$"
)
"""The words over a list of aims, in a section about something else."""
SIDENS = senere(r"(?:[Kk]ommun(?:en|ene|ane)|[Hh]eradet|[Ll]ensmannen|[Pp]olitiet)(?: skal)?:\s")
MÅL_I_SETNINGEN = senere(
    r"^[^:]{5,80}\b(?:mål|målsettinger|målsetjingar)\b[^:]{0,40}:\s(?P<l>[^:]+?(?:;\s|,\s(?:at|å)\s)[^:]+)$"
)
"""The aims that one sentence counts up: «Partene har disse målene: A; B; C.»"""
PRONOMEN = senere(r"(?:Han|Hun|Ho|Vedkommende)\s")
ANNET_UTVALG = senere(r"(?i)\b(?:slt-?\s?)?(?:styrings|koordinerings|arbeids)grupp\w*|\barbeidsutval\w*|\bslt-utval\w*")
ENDER_I_SKAL = senere(
    r"(?i)\b(?:er å|til å|skal(?:\s(?:vi|det|de|dei|dette|rådet|partene|partane|begge|han|hun|ho))?)\s*$"
)
"""What a sentence ends with that may say more than what its points are, so that it is read too: «Der skal vi»."""
