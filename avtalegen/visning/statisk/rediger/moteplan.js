// The plan of meetings: a row for each, with the time limits that follow from its day.
import { h, ikon } from "./dom.js";
import { antall as mengde, stor, t, tallord } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { delTil, feltI, feltVed, klasse, somListe, somTekst, tom, verdiVed } from "./modell.js";
import { ufylt, verdi } from "./utkast.js";
import { enkeltfelt, kontrollId, under } from "./felt.js";
import { lengde, radknapper, slettetRad } from "./liste.js";
import { feltskjema } from "./del.js";
import { datofelt } from "./dato.js";
import { arvetVed, låst, låstboks } from "./arv.js";
import { funnVed, gjør } from "./lagring.js";
import { gammelVed } from "./gammelfelt.js";
import { dag, dagnavn, fristFør, idag, iso, kortDato, lesDato, lesTall, pluss, skrivDato, ukedag, virkedag } from "./kalender.js";

export const erMøteplan = (rute) => feltVed(rute)?.felt.klasse === "Møte" && typeof rute.at(-1) === "string";

/** In the form of the meetings: how many there are, and the way to the plan. */
export function møteplanrad(rute, felt) {
  const antall = somListe(verdiVed(rute)).length;
  const funn = funnVed(rute);
  return h("div", { class: "felt planrad", key: `felt-${nøkkel(rute)}`, id: `felt-${nøkkel(rute)}` },
    h("p", { class: "ledetekst" }, felt.spørsmål),
    h("a", { class: "knapp", id: kontrollId(rute), href: `#/plan/${nøkkel(rute)}` }, ikon("Calendar"), antall ? t("plan.åpne", { antall: mengde(antall, "antall.møte") }) : t("plan.sett_opp"), ikon("ChevronRight")),
    under(rute, felt, kontrollId(rute), [], funn));
}

/** How many meetings the agreement promises in a year; null when it doesn't say in figures. */
function lovet(møter) {
  const treff = /(\d+|[a-zæøåé]+)$/i.exec(somTekst(møter.per_år ?? ""));
  return treff ? (lesTall(treff[1]) ?? null) : null;
}

export function planside(sti) {
  const rute = sti.split(".");
  const felt = feltVed(rute)?.felt;
  if (!felt) return null;
  const over = rute.slice(0, -1);
  const del = delTil(rute);
  const antall = lengde(rute);
  const datoer = Array.from({ length: antall }, (_, n) => lesDato(somTekst(verdi([...rute, n, "dato"])))).filter(Boolean);
  const år = datoer.length ? datoer[0].getUTCFullYear() : idag().getUTCFullYear() + 1;
  const skal = lovet({ per_år: verdiVed([...over, "per_år"]) });
  const laast = låst(rute);
  return {
    tittel: t("plan.tittel", { år }),
    innhold: [
      h("p", { class: "vei", key: "vei" }, h("a", { href: `#/del/${del.id}/møter` }, ikon("ChevronLeft", 18), del.tittel)),
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("plan.tittel", { år })),
        laast ? null : h("button", { type: "button", class: "lenkeknapp", id: "foreslå", "aria-expanded": String(Boolean(app.ui.foreslått)), on: { click: () => {
          app.ui.foreslått = app.ui.foreslått ? null : foreslå(år, (skal ?? 4) - datoer.length, datoer);
          tegn();
        } } }, t("plan.foreslå"))),
      h("p", { class: "innledning", key: "innledning" }, skal ? t("plan.lovet", { skal: mengde2(skal), er: stor(tallord2(datoer.length)) }) : t("plan.satt_opp", { antall: mengde(datoer.length, "antall.møte") })),
      app.ui.foreslått ? forslagene(rute, antall) : null,
      fristene(over),
      arvetVed(rute) ? låstboks(rute, arvetVed(rute)) : h("div", { class: "plan", key: "plan" },
        h("div", { class: "planhode", "aria-hidden": "true" }, ["plan.dato", "plan.klokkeslett", "plan.sted", "plan.frister"].map((key) => h("span", {}, t(key)))),
        h("ol", { role: "list" }, Array.from({ length: antall }, (_, n) => [slettetRad(rute, n), møterad(rute, felt, n, over, laast)]), slettetRad(rute, antall)),
        laast || (antall && tom(verdi([...rute, antall - 1, "dato"]))) ? null : h("button", { type: "button", class: "ny", id: `ny-${nøkkel(rute)}`, on: { click: () => {
          app.ui.nye.set(nøkkel(rute), antall + 1);
          app.ui.fokus = kontrollId([...rute, antall, "dato"]);
          tegn();
        } } }, ikon("Plus"), felt.ny || t("ny"))),
    ],
  };
}

const tallord2 = (n) => (n ? tallord(n) : t("ingen"));
const mengde2 = (n) => `${tallord(n)} ${t(n === 1 ? "antall.møte.en" : "antall.møte.flere")}`;

/** When cases and notice must be there, with the way to change it. */
function fristene(over) {
  const [saker, innkalling] = [verdiVed([...over, "saksfrist"]), verdiVed([...over, "innkallingsfrist"])];
  return h("div", { class: "boks frister", key: "frister" }, h("p", {}, ikon("Link"), h("strong", {}, saker || innkalling
    ? stor([saker && t("plan.saker_før", { frist: saker }), innkalling && t("plan.innkalling_før", { frist: innkalling })].filter(Boolean).join(", "))
    : t("plan.ingen_frister"))),
    h("a", { class: "knapp liten", href: `#/del/${delTil(over).id}/møter` }, t("arv.endre")));
}

/** The limits that follow from a day: pairs of what and when. */
function frister(over, dato) {
  return [["plan.saker", fristFør(dato, somTekst(verdiVed([...over, "saksfrist"])))], ["plan.innkalling", fristFør(dato, somTekst(verdiVed([...over, "innkallingsfrist"])))]]
    .filter(([, en]) => en).map(([key, en]) => [t(key), en]);
}

function møterad(rute, planfelt, n, over, laast) {
  const her = [...rute, n];
  const felt = (key) => feltI("Møte", key);
  const lagret = somListe(verdiVed(rute)).length;
  const dato = lesDato(somTekst(verdi([...her, "dato"])));
  const key = `mer-${nøkkel(her)}`;
  const åpen = app.ui.åpne.has(key);
  const resten = klasse("Møte").felter.filter((en) => !["dato", "klokkeslett", "slutt", "sted"].includes(en.nøkkel));
  const vist = resten.filter((en) => åpen || !tom(verdi([...her, en.nøkkel])));
  return h("li", { key: `rad-${nøkkel(her)}`, id: `rad-${nøkkel(her)}`, class: app.ui.kalender?.key === nøkkel([...her, "dato"]) ? "møte aktiv" : "møte" },
    h("div", { class: "møtefelter", role: "group", "aria-label": t("plan.møte", { nummer: n + 1 }) },
      datocelle([...her, "dato"], felt("dato"), over, laast),
      h("div", { class: "tider" }, enkeltfelt([...her, "klokkeslett"], { ...felt("klokkeslett"), spørsmål: t("plan.fra"), hjelp: "" }, { smal: true }), h("span", { "aria-hidden": "true" }, "–"), enkeltfelt([...her, "slutt"], { ...felt("slutt"), spørsmål: t("plan.til"), hjelp: "" }, { smal: true })),
      enkeltfelt([...her, "sted"], { ...felt("sted"), spørsmål: felt("sted").kort, hjelp: "" }, { smal: true }),
      h("p", { class: "møtefrister" }, dato ? frister(over, dato).map(([navn, en]) => h("span", {}, `${navn.toLowerCase()} ${en.getUTCDate()}.${en.getUTCMonth() + 1}.`)) : null)),
    laast || n >= lagret ? null : radknapper(rute, n, 1, `«${somTekst(verdi([...her, "dato"]))}»`, planfelt),
    h("div", { class: "møtemer" },
      gammelVed(her),
      vist.map((en) => feltskjema([...her, en.nøkkel], en, { smal: true })),
      vist.length === resten.length && !åpen ? null : h("button", { type: "button", class: "lenke mer", id: key, "aria-expanded": String(åpen), "aria-label": t(åpen ? "mindre_om" : "mer_om", { hva: t("plan.møte", { nummer: n + 1 }) }), on: { click: () => {
        if (!app.ui.åpne.delete(key)) app.ui.åpne.add(key);
        tegn();
      } } }, t(åpen ? "mindre" : "mer"))));
}

function datocelle(rute, felt, over, laast) {
  const id = kontrollId(rute);
  const funn = funnVed(rute);
  const feil = funn.filter((ett) => ett.grad === "feil" || !ett.grad);
  const attributes = { id, "aria-invalid": feil.length ? "true" : null, readonly: laast || null, "aria-describedby": feil.length ? `${id}-feil` : null };
  return h("div", { class: "felt smal", key: `felt-${nøkkel(rute)}` }, h("label", { for: id }, felt.kort),
    datofelt(rute, felt, ufylt(rute) === null ? somTekst(verdi(rute)) : "", attributes, laast, (dato) => frister(over, dato)), under(rute, felt, id, feil, funn));
}

/** Days for the meetings that are missing, spread over the year: no weekend, no free day, not in July. */
function foreslå(år, mangler, satt) {
  const alle = Math.max(mangler, 1) + satt.filter((dato) => dato.getUTCFullYear() === år).length;
  const dager = [];
  for (let n = 0; n < alle; n++) {
    let dato = pluss(dag(år, 0, 15), Math.round((335 / alle) * (n + 0.5)) - 15);
    dato = pluss(dato, 2 - ukedag(dato));
    while (dato.getUTCMonth() === 6 || !virkedag(dato)) dato = pluss(dato, dato.getUTCMonth() === 6 ? 7 : -1);
    if (!satt.some((en) => Math.abs(en - dato) < 30 * 86_400_000)) dager.push(dato);
  }
  return dager;
}

function forslagene(rute, antall) {
  const ta = async (dato) => {
    const neste = app.ui.foreslått[app.ui.foreslått.indexOf(dato) + 1] ?? app.ui.foreslått.find((en) => en !== dato);
    app.ui.foreslått = app.ui.foreslått.filter((en) => en !== dato);
    await gjør([{ slag: "sett_inn", rute, plass: Math.min(antall, somListe(verdiVed(rute)).length), verdi: { dato: skrivDato(dato) } }], t("plan.møte", { nummer: antall + 1 }));
    app.ui.fokus = [neste ? `ta-${iso(neste)}` : "", "foreslå"];
    tegn();
  };
  return h("div", { class: "forslag", key: "foreslått", role: "group", "aria-label": t("plan.forslag") },
    h("p", { class: "merkelapp" }, ikon("Calendar", 18), h("strong", {}, t("plan.forslag")), h("span", {}, ` · ${t("forslag.ikke_med")}`)),
    app.ui.foreslått.length ? h("ul", { class: "datoforslag", role: "list" }, app.ui.foreslått.map((dato) => h("li", { key: String(+dato) }, `${stor(dagnavn(dato))} ${kortDato(dato)} ${dato.getUTCFullYear()}`,
      h("button", { type: "button", class: "knapp liten", id: `ta-${iso(dato)}`, "aria-label": t("plan.ta_med", { dato: kortDato(dato) }), on: { click: () => ta(dato) } }, t("forslag.ta_med"))))) : h("p", {}, t("plan.ingen_forslag")));
}
