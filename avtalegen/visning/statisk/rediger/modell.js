// The format as the forms see it: classes, fields, and values through their short forms.
import { app } from "./tilstand.js";

export const klasse = (navn) => app.skjema.klasser[navn];
export const feltI = (klassenavn, nøkkel) => klasse(klassenavn)?.felter.find((felt) => felt.nøkkel === nøkkel);
export const ROT = "Avtale";

/** What a value of a class says, as an object by the keys of the class. */
function langform(klassenavn, verdi) {
  const { kortform, listeform } = klasse(klassenavn);
  if (verdi === null || verdi === undefined) return {};
  if (Array.isArray(verdi)) return listeform ? { [listeform]: verdi } : verdi[0] ? langform(klassenavn, verdi[0]) : {};
  if (typeof verdi === "object") return verdi;
  return kortform ? { [kortform]: verdi } : {};
}

export const somListe = (verdi) => (verdi === null || verdi === undefined ? [] : Array.isArray(verdi) ? verdi : [verdi]);

/** The value at a route, undefined when nothing stands there. */
export function verdiVed(rute, data = app.tilstand.data) {
  let verdi = data;
  let klassenavn = ROT;
  for (const steg of rute) {
    if (typeof steg === "number") verdi = somListe(verdi)[steg];
    else {
      if (Array.isArray(verdi) && !klasse(klassenavn).listeform) return undefined;
      verdi = langform(klassenavn, verdi)[steg];
      klassenavn = feltI(klassenavn, steg)?.klasse;
    }
    if (verdi === null || verdi === undefined) return undefined;
  }
  return verdi;
}

/** The field that a route leads to, with the class that has it, and whether the route ends in a position of a list. */
export function feltVed(rute) {
  let i = ROT;
  let felt = null;
  for (const steg of rute) {
    if (typeof steg === "number") continue;
    if (felt) i = felt.klasse;
    felt = i ? feltI(i, steg) : null;
    if (!felt) return null;
  }
  return felt && { felt, klasse: i, plass: typeof rute.at(-1) === "number" ? rute.at(-1) : null };
}

/** The route with the key of the short form where it ends in a part. */
export function tilHovedfelt(rute) {
  const her = feltVed(rute);
  if (her?.felt.slag !== "del" || (her.felt.mange && her.plass === null)) return rute;
  const { kortform } = klasse(her.felt.klasse);
  return kortform && !feltI(her.felt.klasse, kortform).klasse ? [...rute, kortform] : rute;
}

/** What a value says in one line, for titles and comparisons. */
export function somTekst(verdi) {
  if (verdi === null || verdi === undefined) return "";
  if (Array.isArray(verdi)) return verdi.map(somTekst).filter(Boolean).join(", ");
  if (typeof verdi === "object") return Object.values(verdi).map(somTekst).filter(Boolean).join(", ");
  return String(verdi);
}

/** What to call an item of a list: what its short form says, or the first text in it. */
export function tittelPå(klassenavn, verdi) {
  const lang = langform(klassenavn, verdi);
  const { kortform, felter } = klasse(klassenavn);
  const navn = lang.navn && typeof lang.navn === "string" ? lang.navn : null;
  const først = navn ?? (kortform && lang[kortform]) ?? felter.map((felt) => lang[felt.nøkkel]).find((en) => en);
  return somTekst(først);
}

export const tom = (verdi) =>
  verdi === null || verdi === undefined || verdi === "" || (Array.isArray(verdi) && verdi.every(tom)) ||
  (typeof verdi === "object" && Object.values(verdi).every(tom));

export const likeVerdier = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The part of the agreement that a route is in. */
export const delTil = (rute) => rute && app.skjema.deler.find((del) => del.nøkler.includes(rute[0]));

/** «Møter i året» for a route, with the item it is in: «Tiltak 2». */
export function kortnavn(rute) {
  const her = feltVed(rute);
  if (!her) return String(rute.at(-1));
  return her.plass === null ? her.felt.kort : `${her.felt.en || her.felt.kort} ${her.plass + 1}`;
}

/** Whether the parts of a class are rows, with their few main fields in sight, or cards that are opened. */
export function erRad(klassenavn) {
  const { felter, kortform } = klasse(klassenavn);
  if (klassenavn in HOVEDFELTER) return true;
  return Boolean(kortform) && felter.length <= 5 && felter.every((felt) => felt.slag !== "del");
}

const HOVEDFELTER = {
  Rolle: ["tittel", "navn"],
  Koordinator: ["tittel", "navn"],
  Punkt: ["hva", "ansvarlig", "frist"],
  Signatur: ["navn", "tittel", "for", "part"],
  Kontakt: ["hva", "telefon"],
  Responsmål: ["andel", "minutter", "område"],
  Vedtak: ["organ", "sak", "dato"],
  Møte: ["dato", "klokkeslett", "sted"],
};

/** The fields of a row that are always in sight. */
export function hovedfelter(klassenavn) {
  const { kortform, felter } = klasse(klassenavn);
  return HOVEDFELTER[klassenavn] ?? [kortform ?? felter[0].nøkkel];
}

/** A text that names fields by their keys, with what the page calls them instead; what is to be written, is the value. */
export function medNavn(tekst, rute) {
  const klasser = [];
  let klassenavn = ROT;
  for (const steg of rute ?? []) {
    if (typeof steg !== "string") continue;
    klassenavn = feltI(klassenavn, steg)?.klasse;
    if (!klassenavn) break;
    klasser.unshift(klassenavn);
  }
  return tekst.replace(/«([\p{Ll}_.]+)(?:: ([^«»\n]+))?»/gu, (hele, nøkler, verdi) => {
    for (const start of [...klasser, ROT]) {
      let her = start;
      let felt = null;
      for (const nøkkel of nøkler.split(".")) {
        felt = her ? feltI(her, nøkkel) : null;
        her = felt?.klasse;
        if (!felt) break;
      }
      if (felt) return `«${verdi ?? felt.kort}»`;
    }
    return hele;
  });
}
