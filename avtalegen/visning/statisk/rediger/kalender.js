// Days: how they are written and read, which of them are free, and when a time limit before one runs out.
import { hent } from "./api.js";
import { t } from "./ord.js";
import { app, tegn } from "./tilstand.js";

const DØGN = 86_400_000;
const MÅNEDER = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

export const dag = (år, måned, dagen) => new Date(Date.UTC(år, måned, dagen));
export const pluss = (dato, dager) => new Date(dato.getTime() + dager * DØGN);
export const iso = (dato) => dato.toISOString().slice(0, 10);
/** Monday is 0. */
export const ukedag = (dato) => (dato.getUTCDay() + 6) % 7;
export const idag = () => {
  const nå = new Date();
  return dag(nå.getFullYear(), nå.getMonth(), nå.getDate());
};

export function uke(dato) {
  const torsdag = pluss(dato, 3 - ukedag(dato));
  return 1 + Math.floor((torsdag - dag(torsdag.getUTCFullYear(), 0, 1)) / (7 * DØGN));
}

/** The day that a text says; null when it says none. */
export function lesDato(tekst) {
  const treff = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(tekst.trim());
  if (treff) return gyldig(+treff[1], treff[2] - 1, +treff[3]);
  const norsk = /^(\d\d?)\.\s*(\d\d?|[a-zæøå]+)[.\s]\s*(\d{4})$/i.exec(tekst.trim());
  if (!norsk) return null;
  const måned = /^\d/.test(norsk[2]) ? norsk[2] - 1 : MÅNEDER.indexOf(norsk[2].toLowerCase());
  return gyldig(+norsk[3], måned, +norsk[1]);
}

function gyldig(år, måned, dagen) {
  const dato = dag(år, måned, dagen);
  return måned >= 0 && dato.getUTCMonth() === måned && dato.getUTCDate() === dagen ? dato : null;
}

/** A day as text, in the manner of what stood there before. */
export function skrivDato(dato, før = "") {
  if (/^\d{4}-/.test(før.trim())) return iso(dato);
  return `${dato.getUTCDate()}.${dato.getUTCMonth() + 1}.${dato.getUTCFullYear()}`;
}

export const dagnavn = (dato) => t(`dag.${ukedag(dato) + 1}`);
export const månednavn = (n) => t(`måned.${n + 1}`);
export const kortDato = (dato) => `${dato.getUTCDate()}. ${månednavn(dato.getUTCMonth())}`;

/** What a free day is called; undefined when it is none, or the year isn't known yet. */
export function fridag(dato) {
  const år = dato.getUTCFullYear();
  if (!(år in app.helligdager)) {
    app.helligdager[år] = {};
    hent(`/api/helligdager?aar=${år}`).then((dager) => {
      app.helligdager[år] = dager;
      tegn();
    }, () => delete app.helligdager[år]);
  }
  return app.helligdager[år]?.[iso(dato)];
}

export const virkedag = (dato) => ukedag(dato) < 5 && !fridag(dato);

/** The nearest day to work before, else after. */
export function nærmesteVirkedag(dato) {
  for (let n = 1; n < 15; n++) if (virkedag(pluss(dato, -n))) return pluss(dato, -n);
  return dato;
}

const TALL = { en: 1, én: 1, ein: 1, éin: 1, et: 1, ett: 1, eit: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7, syv: 7, åtte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, fjorten: 14 };
export const lesTall = (ord) => (/^\d+$/.test(ord) ? +ord : TALL[ord.toLowerCase()]);

/** The last day of a time limit («to uker») before a day; null when it can't be worked out. */
export function fristFør(dato, frist) {
  const treff = /^(?:(?:minst|senest|seinast)\s+)?(\d+|[a-zæøåé]+)\s+(virkedag|arbeidsdag|yrkedag|dag|dager|dagar|uke|veke|måned|månad)(?:er|ar|r)?$/i.exec((frist ?? "").trim());
  const n = treff && lesTall(treff[1]);
  if (!n) return null;
  const enhet = treff[2].toLowerCase();
  if (enhet.startsWith("uke") || enhet === "veke") return pluss(dato, -7 * n);
  if (enhet.startsWith("måne") || enhet === "månad") {
    const siste = new Date(Date.UTC(dato.getUTCFullYear(), dato.getUTCMonth() - n + 1, 0)).getUTCDate();
    return dag(dato.getUTCFullYear(), dato.getUTCMonth() - n, Math.min(dato.getUTCDate(), siste));
  }
  if (enhet.startsWith("dag")) return pluss(dato, -n);
  let her = dato;
  for (let igjen = n; igjen > 0; ) {
    her = pluss(her, -1);
    if (virkedag(her)) igjen--;
  }
  return her;
}
