// Opening hours: the week as a grid, written in the short form («mandag–fredag 09.00–14.30»).
import { h, ikon } from "./dom.js";
import { ramse, stor, t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { feltVed, feltI } from "./modell.js";
import { lagre, skriv } from "./lagring.js";
import { aktiver, kontrollId } from "./felt.js";
import { gåTilFelt } from "./rute.js";

export const erApningstider = (felt) => felt.slag === "form" && ["åpningstider", "telefontid"].includes(felt.nøkkel);

const DAGER = [/^m[aå]n/i, /^t(i|y)/i, /^on/i, /^to/i, /^fr/i, /^l(ø|au)/i, /^s(ø|u)/i];
const DAG = "(?:man|mån|tirs?|tys|ons|tors?|fre|lør|laur|søn|sun)[a-zæøå]*\\.?";
const TID = "(\\d{1,2})(?:[.:](\\d\\d))?";
const LEDD = new RegExp(`^(${DAG})(?:\\s*(?:[–-]|til)\\s*(${DAG}))?:?\\s+(?:kl\\.?\\s*)?(?:${TID}\\s*(?:[–-]|til)\\s*${TID}|(stengt|lukket))$`, "i");

const plass = (ord) => DAGER.findIndex((mønster) => mønster.test(ord));
const klokke = (time, minutt) => `${time.padStart(2, "0")}.${minutt ?? "00"}`;

/** The seven days of a text, each {fra, til} or null; undefined when it says more than the grid can show. */
function lesUke(tekst) {
  const uke = Array(7).fill(null);
  if (!tekst.trim()) return uke;
  for (const ledd of tekst.trim().split(new RegExp(`\\s*(?:;|,|\\bog\\b)\\s*(?=${DAG})`, "i"))) {
    const treff = LEDD.exec(ledd.trim());
    if (!treff) return undefined;
    const fra = plass(treff[1]);
    const til = treff[2] ? plass(treff[2]) : fra;
    if (fra < 0 || til < fra) return undefined;
    for (let n = fra; n <= til; n++) uke[n] = treff[7] ? null : { fra: klokke(treff[3], treff[4]), til: klokke(treff[5], treff[6]) };
  }
  return uke;
}

/** The text of seven days: those that are alike and follow each other together. */
function skrivUke(uke) {
  const ledd = [];
  for (let n = 0; n < 7; n++) {
    if (!uke[n]) continue;
    let siste = n;
    while (siste < 6 && uke[siste + 1]?.fra === uke[n].fra && uke[siste + 1]?.til === uke[n].til) siste++;
    ledd.push(`${t(`dag.${n + 1}`)}${siste > n ? `–${t(`dag.${siste + 1}`)}` : ""} ${uke[n].fra}–${uke[n].til}`);
    n = siste;
  }
  return ramse(ledd);
}

const skrivemåte = (tekst) => {
  const treff = new RegExp(`^${TID}$`).exec(tekst.trim());
  return treff ? klokke(treff[1], treff[2]) : tekst.trim();
};

/** The grid; null when the hours that are there can't be shown in it. */
export function apningstider(rute, felt, her, attributes, laast) {
  const key = nøkkel(rute);
  // While an hour is being written, the days are those that are on the page, and not those of the text.
  const uke = app.ui.uker?.key === key ? app.ui.uker.uke : lesUke(her);
  if (!uke) return null;
  const endre = (ny, straks) => {
    app.ui.uker = { key, uke: ny, før: her };
    skriv(rute, skrivUke(ny), { straks });
  };
  const dagen = (n) => {
    const åpent = Boolean(uke[n]);
    const navn = stor(t(`dag.${n + 1}`));
    const tid = (hva) => h("input", { type: "text", inputmode: "decimal", class: "tid", id: n || hva === "til" ? `${attributes.id}-${n}-${hva}` : null, "aria-label": `${navn}, ${t(`apent.${hva}`)}`, value: uke[n][hva], readonly: laast || null,
      on: {
        focus: () => aktiver(rute),
        input: (event) => endre(uke.map((en, m) => (m === n ? { ...en, [hva]: event.target.value } : en)), false),
        blur: () => {
          if (uke[n]) app.ui.uker = { key, uke: uke.map((en, m) => (m === n ? { fra: skrivemåte(en.fra), til: skrivemåte(en.til) } : en)) };
          if (app.ui.uker?.uke && skrivUke(app.ui.uker.uke) !== her) skriv(rute, skrivUke(app.ui.uker.uke), { straks: true });
          else lagre(rute, true);
          app.ui.uker = null;
        },
      } });
    const forrige = uke.slice(0, n).findLast((en) => en) ?? { fra: "09.00", til: "15.00" };
    return h("div", { class: "ukedag", key: `dag-${n}`, role: "group", "aria-label": navn },
      h("span", { class: "dagnavn", "aria-hidden": "true" }, navn),
      h("label", { class: "bryter" }, h("input", { type: "checkbox", role: "switch", id: n ? null : attributes.id, checked: åpent, disabled: laast || null, "aria-label": `${navn}: ${t("apent.åpent")}`,
        on: { focus: () => aktiver(rute), change: (event) => {
          const ny = uke.map((en, m) => (m === n ? (event.target.checked ? { ...forrige } : null) : en));
          app.ui.uker = null;
          skriv(rute, skrivUke(ny), { straks: true });
        } } }), h("span", { class: "spor", "aria-hidden": "true" }), h("span", {}, t(åpent ? "apent.åpent" : "apent.stengt"))),
      åpent ? [tid("fra"), tid("til")] : null,
      åpent && n < 4 && n === uke.findIndex((en) => en) && !laast ? h("button", { type: "button", class: "lenkeknapp", on: { click: () => {
        app.ui.uker = null;
        skriv(rute, skrivUke(uke.map((en, m) => (m > n && m < 5 ? { ...uke[n] } : en))), { straks: true });
      } } }, t("apent.likt")) : null);
  };
  return h("div", { class: "uke", key: "uke" },
    h("div", { class: "ukehode", "aria-hidden": "true" }, h("span"), h("span", {}, t("apent.åpent")), h("span", {}, stor(t("apent.fra"))), h("span", {}, stor(t("apent.til")))),
    Array.from({ length: 7 }, (_, n) => dagen(n)),
    her ? h("p", { class: "i-avtalen alltid" }, h("span", { class: "navn" }, t("apent.slik")), stor(her)) : null,
    laast ? null : h("p", { class: "knapper" }, veier(rute),
      h("button", { type: "button", class: "lenke", on: { click: () => {
        app.ui.annenMåte.add(key);
        app.ui.fokus = kontrollId(rute);
        tegn();
      } } }, t("apent.med_ord"))));
}

/** From the hours of a place to the day that is open long, and to when it is closed. */
function veier(rute) {
  const over = rute.slice(0, -1);
  const i = feltVed(rute).klasse;
  return [["langåpent", "apent.lang_dag"], ["stengt", "apent.stengt_periode"]].filter(([felt]) => feltI(i, felt)).map(([felt, ord]) =>
    h("button", { type: "button", class: "knapp liten", on: { click: () => gåTilFelt(feltI(i, felt).mange ? [...over, felt, 0] : [...over, felt]) } }, ikon("Plus"), t(ord)));
}
