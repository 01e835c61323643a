// Lists: of texts, one a row, and of parts, as rows or as cards of which one is open at a time.
import { h, ikon } from "./dom.js";
import { liten, t } from "./ord.js";
import { app, begynner, lik, nøkkel, si, tegn } from "./tilstand.js";
import { erRad, klasse, somListe, tilHovedfelt, tittelPå, tom, verdiVed } from "./modell.js";
import { flytt, fortell, funnVed, slett } from "./lagring.js";
import { glem, ufylt, under as utkastUnder, verdi } from "./utkast.js";
import { kontrollId, skrivende, under } from "./felt.js";
import { arvetVed, låst, låstboks } from "./arv.js";
import { deltFelter, radFelter } from "./del.js";
import { antallEndret } from "./endret.js";

/** How many items there are in a list, those that are only drafts included. */
export function lengde(rute) {
  const lagret = somListe(verdiVed(rute)).length;
  const skrevet = utkastUnder(rute).map((draft) => draft.rute[rute.length]).filter((steg) => typeof steg === "number");
  return Math.max(lagret, ...skrevet.map((plass) => plass + 1), app.ui.nye.get(nøkkel(rute)) ?? 0);
}

/** A field that holds many: texts or parts. */
export function listefelt(rute, felt, { smal = false } = {}) {
  const id = kontrollId(rute);
  const arvet = arvetVed(rute);
  const funn = funnVed(rute);
  const feil = funn.filter((ett) => ett.grad === "feil" || !ett.grad);
  const deler = felt.slag === "del";
  return h("div", { class: `felt liste${smal ? " smal" : ""}${app.ui.aktiv && lik(app.ui.aktiv, rute) ? " aktiv" : ""}`, key: `felt-${nøkkel(rute)}`, role: "group", "aria-labelledby": `${id}-navn` },
    h("h3", { class: "ledetekst", id: `${id}-navn` }, felt.spørsmål),
    felt.hjelp && h("p", { class: "hjelp" }, felt.hjelp),
    arvet ? låstboks(rute, arvet) : deler ? punkter(rute, felt) : tekster(rute, felt, smal),
    under(rute, felt, id, feil, funn));
}

// --- texts -----------------------------------------------------------------------------------------------------------

function tekster(rute, felt, smal) {
  // An empty list has a row to write in.
  const antall = Math.max(lengde(rute), 1);
  const laast = låst(rute);
  const rader = Array.from({ length: antall }, (_, n) => n);
  return [
    h("ol", { class: "rader", role: "list" }, rader.map((n) => [slettetRad(rute, n), tekstrad(rute, felt, n, antall, laast, smal)]), slettetRad(rute, antall)),
    laast || tom(verdi([...rute, antall - 1])) ? null : nyknapp(rute, felt, antall),
  ];
}

function tekstrad(rute, felt, n, antall, laast, smal) {
  const her = [...rute, n];
  const id = kontrollId(her);
  const funn = funnVed(her);
  const feil = funn.filter((ett) => ett.grad === "feil" || !ett.grad);
  const lagret = n < somListe(verdiVed(rute)).length;
  const attributes = { id, "aria-label": `${felt.en || felt.kort} ${n + 1}`, "aria-invalid": feil.length ? "true" : null, readonly: laast || null,
    "aria-describedby": feil.length ? `${id}-feil` : null };
  return h("li", { key: `rad-${nøkkel(her)}`, class: "rad" },
    h("div", { class: "kontroll" }, h("textarea", { rows: 1, value: ufylt(her) === null ? verdi(her) ?? "" : "", on: skrivende(her), ...attributes })),
    laast || !lagret || (smal && antall === 1) ? null : radknapper(rute, n, somListe(verdiVed(rute)).length, `«${verdiVed(her)}»`, felt, smal),
    under(her, felt, id, feil, funn));
}

function nyknapp(rute, felt, plass) {
  return h("button", { type: "button", class: "ny", key: "ny", id: `ny-${nøkkel(rute)}`, on: { click: () => nytt(rute, felt, plass) } }, ikon("Plus"), felt.ny || t("ny"));
}

function nytt(rute, felt, plass) {
  const her = [...rute, plass];
  app.ui.nye.set(nøkkel(rute), plass + 1);
  app.ui.slettet = null;
  app.ui.åpne.add(nøkkel(her));
  lukkAndre(her);
  app.ui.fokusI = `rad-${nøkkel(her)}`;
  app.ui.fokus = [kontrollId(tilHovedfelt(her)), ...(felt.klasse ? klasse(felt.klasse).felter.map((en) => kontrollId([...her, en.nøkkel])) : [])];
  tegn();
}

// --- the buttons of an item ------------------------------------------------------------------------------------------

/** Move up, move down, remove. Those that can't move say so, and are there all the same. */
export function radknapper(rute, n, antall, navn, felt, smal = false) {
  const en = felt.en || felt.kort;
  const id = (hva, plass) => `${hva}-${nøkkel([...rute, plass])}`;
  const flytter = (hva, icon, til) => {
    const kan = til >= 0 && til < antall;
    return h("button", { type: "button", class: "ikonknapp", id: id(hva, n), "aria-label": t(`liste.${hva}`, { hva: `${liten(en)} ${n + 1}` }), title: t(`liste.${hva}`, { hva: `${liten(en)} ${n + 1}` }),
      "aria-disabled": kan ? null : "true", on: { click: async () => {
        if (!kan) return;
        flyttÅpne(rute, n, til);
        if (!(await flytt(rute, n, til))) return;
        app.ui.fokus = id(hva, til);
        si(t("liste.flyttet", { hva: `${en} ${n + 1}`, plass: til + 1, antall }));
        tegn();
      } } }, ikon(icon));
  };
  return h("div", { class: `radknapper${smal ? " smal" : ""}` },
    antall > 1 ? [flytter("opp", "ArrowUp", n - 1), flytter("ned", "ArrowDown", n + 1)] : null,
    h("button", { type: "button", class: "ikonknapp", "aria-label": t("liste.slett", { hva: `${liten(en)} ${n + 1}` }), title: t("liste.slett", { hva: `${liten(en)} ${n + 1}` }), on: { click: () => fjern([...rute, n], navn) } }, ikon("Trash")));
}

async function fjern(rute, navn) {
  // Drafts of what is removed go with it.
  glem(rute);
  if (await slett(rute, navn)) {
    const liste = nøkkel(rute.slice(0, -1));
    if (app.ui.nye.has(liste)) app.ui.nye.delete(liste);
    app.ui.fokus = "angre-slettet";
    si(t("liste.slettet", { hva: navn }));
  } else if (app.tilstand) fortell(t("liste.ikke_slettet", { hva: navn }));
  tegn();
}

function flyttÅpne(rute, fra, til) {
  const [a, b] = [nøkkel([...rute, fra]), nøkkel([...rute, til])];
  const [ha, hb] = [app.ui.åpne.has(a), app.ui.åpne.has(b)];
  for (const [key, open] of [[a, hb], [b, ha]]) {
    if (open) app.ui.åpne.add(key);
    else app.ui.åpne.delete(key);
  }
}

/** The row that stays where something was removed. */
export function slettetRad(rute, n, tag = "li") {
  const slettet = app.ui.slettet;
  if (!slettet || !lik(slettet.rute, [...rute, n])) return null;
  return h(tag, { class: "slettet", key: "slettet" }, h("span", {}, t("liste.er_slettet", { hva: slettet.navn })),
    h("button", { type: "button", class: "knapp liten", id: "angre-slettet", on: { click: () => app.handlinger.angreSlettet() } }, t("angre")));
}

// --- parts -----------------------------------------------------------------------------------------------------------

function punkter(rute, felt) {
  const antall = lengde(rute);
  const laast = låst(rute);
  const rad = erRad(felt.klasse);
  const alle = Array.from({ length: antall }, (_, n) => n);
  return [
    h("ol", { class: rad ? "rader" : "kort-liste", role: "list" },
      alle.map((n) => [slettetRad(rute, n), (rad ? delrad : kort)(rute, felt, n, laast)]), slettetRad(rute, antall)),
    laast || (antall && tom(verdiVed([...rute, antall - 1]))) ? null : nyknapp(rute, felt, antall),
  ];
}

const navnPå = (rute, felt, n) => tittelPå(felt.klasse, verdiVed([...rute, n])) || `${felt.en || felt.kort} ${n + 1}`;

function delrad(rute, felt, n, laast) {
  const her = [...rute, n];
  const lagret = somListe(verdiVed(rute)).length;
  return h("li", { class: "delrad", key: `rad-${nøkkel(her)}`, id: `rad-${nøkkel(her)}` },
    h("div", { class: "delrad-inni", role: "group", "aria-label": `${felt.en || felt.kort} ${n + 1}` }, radFelter(her, felt.klasse), funnPå(her)),
    laast ? null : n < lagret ? radknapper(rute, n, lagret, `«${navnPå(rute, felt, n)}»`, felt) : forkastknapp(her, felt));
}

function funnPå(rute) {
  const funn = funnVed(rute);
  return under(rute, {}, kontrollId(rute), funn.filter((ett) => ett.grad === "feil" || !ett.grad), funn);
}

/** A new item that nothing is written in can be taken away without a trace. */
function forkastknapp(rute, felt) {
  const liste = rute.slice(0, -1);
  return h("div", { class: "radknapper" }, h("button", { type: "button", class: "ikonknapp", "aria-label": t("liste.slett", { hva: liten(felt.en || felt.kort) }), on: { click: () => {
    glem(rute);
    app.ui.nye.delete(nøkkel(liste));
    app.ui.fokus = `ny-${nøkkel(liste)}`;
    tegn();
  } } }, ikon("Trash")));
}

function lukkAndre(rute) {
  const liste = rute.slice(0, -1);
  for (const key of [...app.ui.åpne]) if (key.startsWith(`${nøkkel(liste)}.`) && key !== nøkkel(rute) && /^\d+$/.test(key.slice(nøkkel(liste).length + 1))) app.ui.åpne.delete(key);
}

function kort(rute, felt, n, laast) {
  const her = [...rute, n];
  const key = nøkkel(her);
  const lagret = somListe(verdiVed(rute)).length;
  const alene = lagret === 1 && lengde(rute) === 1 && !app.ui.åpne.has(`lukket-${key}`);
  const åpent = app.ui.åpne.has(key) || alene;
  const navn = n < lagret ? navnPå(rute, felt, n) : felt.ny || t("ny");
  const veksle = () => {
    if (åpent) {
      app.ui.åpne.delete(key);
      app.ui.åpne.add(`lukket-${key}`);
    } else {
      app.ui.åpne.delete(`lukket-${key}`);
      app.ui.åpne.add(key);
      lukkAndre(her);
    }
    tegn();
  };
  const antallFunn = app.tilstand.funn.filter((ett) => ett.rute && begynner(ett.rute, her) && ett.grad !== "råd").length;
  const antallNytt = åpent ? 0 : antallEndret(her);
  return h("li", { class: `kort${åpent ? " åpent" : ""}`, key: `rad-${key}`, id: `rad-${key}` },
    h("div", { class: "korthode" },
      h("h4", {}, h("button", { type: "button", class: "kortnavn", id: `kort-${key}`, "aria-expanded": String(åpent), on: { click: veksle } },
        ikon(åpent ? "ChevronDown" : "ChevronRight"), h("span", {}, `${n + 1}. ${navn}`),
        antallFunn ? h("span", { class: "antall-funn" }, t("kort.funn", { antall: antallFunn })) : null,
        antallNytt ? h("span", { class: "antall-endret" }, t("kort.endret", { antall: antallNytt })) : null)),
      laast ? null : n < lagret ? radknapper(rute, n, lagret, `«${navn}»`, felt) : forkastknapp(her, felt)),
    åpent ? h("div", { class: "kortkropp" }, funnPå(her), deltFelter(her, felt.klasse)) : null);
}

