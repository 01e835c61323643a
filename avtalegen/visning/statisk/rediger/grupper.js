// The fields of the large classes, in the groups that they are shown in. What is in none of them comes last, as «Mer».

export const GRUPPER = {
  Avtaledata: {
    navn: ["tittel", "undertittel", "målform", "status", "dato", "saksnummer", "våpen"],
    innledning: ["bakgrunn", "omfatter", "nivåer", "formål", "tekst"],
    regler: ["uenighet", "endringer", "forrang", "arkiv", "innsyn", "personvern", "eksemplarer", "elektronisk_signering"],
  },
  Politiråd: {
    oppgaver: ["rolle", "nivå", "formål", "mandat", "gjør_ikke", "forankring", "tekst"],
    sammensetning: ["leder", "nestleder", "sekretær", "tilrettelegger", "medlemmer", "samarbeidspartnere", "styringsgruppe"],
    møter: ["møter", "åpenhet"],
    arbeidsmåte: ["saker_fra", "oppfølging", "fullmakt", "referat", "politivedtekter"],
    kunnskap: ["kunnskapsgrunnlag", "prosesser", "samarbeidsklima", "overordnet_plan", "handlingsplaner"],
    felles_råd: ["navn", "knyttet_til", "egen_avtale", "regionalt", "utvidet"],
  },
  Politikontakt: {
    hvem: ["navn", "telefon", "epost", "enhet", "kontor", "stillingsandel", "antall", "fra", "status", "varsling"],
    oppgaver: ["rolle", "målgruppe", "mål", "oppgaver", "pådriver_for", "gjør_ikke", "fullmakter"],
    arbeidsdag: ["tilstedeværelse", "besøk", "deltar_i", "samarbeider_med", "kontaktpunkter"],
  },
  Tjenestetilbud: {
    steder: ["tjenestesteder"],
    kontakt: ["kontakter", "digitale_tjenester", "kanaler", "oppmøte"],
    dekning: ["prioritering", "beredskap", "responstid", "bemanning", "forebygging", "tekst"],
  },
};
