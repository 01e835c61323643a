// What the old agreement said, at the field that was read of it: from the comments of the file.
import { h } from "./dom.js";
import { t } from "./ord.js";
import { app, begynner, nøkkel } from "./tilstand.js";
import { feltVed, kortnavn, verdiVed } from "./modell.js";
import { lang } from "./rute.js";

const bred = matchMedia("(min-width: 84rem)");
let lest = { gammel: null, ved: new Map() };

/** What is said of each route; a list that has one thing alone is asked for with and without its place. */
function ved(rute) {
  const { gammel } = app.tilstand;
  if (lest.gammel !== gammel) {
    lest = { gammel, ved: new Map() };
    for (const en of gammel?.opphav ?? [])
      for (const key of new Set([nøkkel(en.rute), nøkkel(lang(en.rute))])) lest.ved.set(key, [...(lest.ved.get(key) ?? []), en]);
  }
  const her = lest.ved.get(nøkkel(rute)) ?? [];
  const felt = feltVed(rute)?.felt;
  // A list that is written in one control (opening hours) has no row for each of its items.
  const inni = felt && felt.slag !== "del" && !felt.mange && Array.isArray(verdiVed(rute)) ? (gammel?.opphav ?? []).filter((en) => en.rute.length > rute.length && begynner(en.rute, rute)) : [];
  return [...her, ...inni];
}

/** «s. 2, linje 4», as the page says it. */
export const stedet = (sted) => sted.replace(/^s\. /, `${t("gammel.side")} `).replace("linje", t("gammel.linje"));

/** Whether a field says no more and no less than the old words: then there is nothing to see beside it. */
function ordrett(rute, { sitat }) {
  const her = verdiVed(rute);
  const ren = (tekst) => tekst.replace(/\\([^\w\s])/g, "$1").replace(/\s+/g, " ").replace(/[….]+$/, "").trim();
  return typeof her === "string" && sitat !== "" && ren(her).startsWith(ren(sitat.replace(/^…/, "")));
}

/** The old words at a route, open where there is room for them beside the field; null when there are none. */
export function gammelVed(rute) {
  const funnet = ved(rute);
  if (!funnet.length) return null;
  const [første] = funnet;
  return h("details", { class: "gammel", key: "gammel", open: bred.matches && !funnet.every((en) => ordrett(rute, en)) },
    h("summary", {}, h("span", {}, første.sted ? t("gammel.sto", { sted: stedet(første.sted) }) : t("gammel.lest")), " · ", h("span", { class: `gammel-slag ${første.slag}` }, t(`gammel.slag.${første.slag}`)), h("span", { class: "kun-lest" }, ` – ${kortnavn(rute)}`)),
    funnet.map((en, n) => h("div", { class: "gammel-sagt" },
      n ? h("p", { class: "dempet" }, en.sted ? t("gammel.sto", { sted: stedet(en.sted) }) : t("gammel.lest"), ` · ${t(`gammel.slag.${en.slag}`)}`) : null,
      en.sitat ? h("blockquote", {}, en.sitat) : null,
      en.grunn ? h("p", { class: "dempet" }, t("gammel.fordi", { grunn: en.grunn })) : null)));
}
