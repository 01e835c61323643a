// «minst to»: how many, with «minst» and «nøyaktig» as a choice. What can't be said so is text.
import { h } from "./dom.js";
import { t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { skriv } from "./lagring.js";
import { aktiver, kontrollId, skrivende, tekstfelt } from "./felt.js";

/** Whether a field asks for a number that can be a least one, or said in another way. */
export const kanVæreAntall = (felt) =>
  felt.slag === "form" && felt.måter.some((måte) => måte.startsWith("minst ")) && felt.måter.some((måte) => måte.startsWith("hvert ") || måte.startsWith("kvart "));

const ANTALL = /^(?:(minst|nøyaktig)(?:\s+|$))?(\d{0,3} ?|[a-zæøåé]{0,12} ?)$/i;
const TIDSORD = /^(årlig|årleg|månedlig|månadleg|ukentlig|vekentleg|kvartalsvis|jevnlig|jamleg|løpende|løpande|ofte|sjelden|sjeldan)$/i;

export function antallfelt(rute, felt, her, attributes, laast) {
  const key = nøkkel(rute);
  const treff = ANTALL.exec(her);
  const fritt = !treff || TIDSORD.test(treff[2].trim()) || app.ui.annenMåte.has(key);
  const bytt = (frie) => h("button", { type: "button", class: "lenke egen-linje", key: "bytt", on: { click: () => {
    if (frie) app.ui.annenMåte.add(key);
    else app.ui.annenMåte.delete(key);
    app.ui.fokus = kontrollId(rute);
    tegn();
  } } }, frie ? t("antall.annen_måte", { eksempel: felt.måter.at(-1) }) : t("antall.som_tall"));
  if (fritt) return [tekstfelt(rute, felt, her, attributes), treff && !TIDSORD.test(treff[2].trim()) && !laast ? bytt(false) : null];
  const minst = treff[1]?.toLowerCase() === "minst" || (!her && app.ui.minst === key);
  const tall = treff[2];
  const velg = (med) => () => {
    app.ui.minst = med ? key : null;
    if (tall) skriv(rute, med ? `minst ${tall}` : tall, { straks: true });
    else tegn();
  };
  const on = skrivende(rute);
  return [
    h("div", { class: "segment", role: "radiogroup", "aria-label": t("antall.slags") }, [[true, t("antall.minst")], [false, t("antall.nøyaktig")]].map(([med, navn]) =>
      h("label", {}, h("input", { type: "radio", name: `${attributes.id}-slags`, checked: minst === med, disabled: laast || null, on: { change: velg(med), focus: () => aktiver(rute) } }), h("span", {}, navn)))),
    h("input", { type: "text", autocomplete: "off", class: "tall", value: tall, ...attributes, on: { ...on, input: (event) => {
      const skrevet = event.target.value;
      skriv(rute, minst && ANTALL.test(skrevet) && skrevet.trim() ? `minst ${skrevet.trimStart()}` : skrevet);
    } } }),
    felt.enhet ? h("span", { class: "enhet" }, felt.enhet) : null,
    laast ? null : bytt(true),
  ];
}
