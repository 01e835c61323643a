// The page with all that is found and proposed, part by part, the gravest first.
import { h, ikon } from "./dom.js";
import { antall, t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { medNavn } from "./modell.js";
import { endreknapp, hvorfor, IKONER, rettknapp } from "./funnboks.js";
import { erSkjult, forslagsboks } from "./forslag.js";
import { gåTilFelt } from "./rute.js";
import { låst } from "./arv.js";

const GRADER = ["feil", "advarsel", "råd"];
const iOrden = (alle) => [...alle].sort((a, b) => GRADER.indexOf(a.grad) - GRADER.indexOf(b.grad));
const klasseFor = (grad) => (grad === "råd" ? "raad" : grad);

/** How many of each there are: «2 advarsler, 1 råd», the grave ones set off. */
export function oppsummert(delId) {
  const del = app.tilstand.deler.find((en) => en.id === delId);
  return del ? tall([["feil", del.feil], ["advarsel", del.advarsler], ["råd", del.råd]]) : [];
}

function tall(par) {
  const deler = par.filter(([, n]) => n).map(([grad, n]) => h("span", { class: `tall-${klasseFor(grad)}` }, antall(n, `antall.${grad}`)));
  return deler.flatMap((en, n) => (n ? [", ", en] : [en]));
}

const teller = (alle, grad) => alle.filter((ett) => ett.grad === grad).length;

export function funnside() {
  const alle = iOrden(app.tilstand.funn);
  const tellinger = GRADER.map((grad) => [grad, teller(alle, grad)]).filter(([, n]) => n);
  const filter = tellinger.some(([grad]) => grad === app.ui.filter) ? app.ui.filter : "alle";
  const vist = filter === "alle" ? alle : alle.filter((ett) => ett.grad === filter);
  const grupper = [...app.skjema.deler, { id: null, tittel: t("hele_filen") }].map((del) => [del, vist.filter((ett) => (ett.del ?? null) === del.id)]).filter(([, funn]) => funn.length);
  const feil = teller(alle, "feil");
  return {
    tittel: t("funn_og_forslag"),
    innhold: [
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("funn_og_forslag"))),
      h("p", { class: "innledning", key: "innledning" }, feil ? t("funn.feil", { antall: antall(feil, "antall.feil") }) : teller(alle, "advarsel") ? t("funn.ingen_feil") : alle.length ? t("funn.bare_råd") : t("funn.ingen")),
      tellinger.length > 1 ? h("div", { class: "grupper", key: "filter", role: "group", "aria-label": t("funn.filter") }, [["alle", alle.length], ...tellinger].map(([grad, n]) =>
        h("button", { type: "button", key: grad, class: "brikke", "aria-pressed": String(filter === grad), on: { click: () => {
          app.ui.filter = grad;
          tegn();
        } } }, `${t(`filter.${grad}`)} ${n}`))) : null,
      h("div", { class: "funnliste", key: "liste" }, grupper.map(([del, funn], n) => gruppe(del, funn, n, grupper.length))),
    ],
  };
}

function gruppe(del, funn, n, antallGrupper) {
  const key = `funndel-${del.id}`;
  const valgt = funn.some((ett) => nøkkelFor(ett) === app.ui.valgtFunn);
  const åpen = app.ui.åpne.has(key) || valgt || (antallGrupper <= 2 && !app.ui.åpne.has(`lukket-${key}`));
  return h("section", { class: "funndel", key, "aria-labelledby": `${key}-navn` },
    h("h3", {}, h("button", { type: "button", id: `${key}-navn`, class: "funndel-hode", "aria-expanded": String(åpen), on: { click: () => {
      if (åpen) {
        app.ui.åpne.delete(key);
        app.ui.åpne.add(`lukket-${key}`);
        if (valgt) app.ui.valgtFunn = null;
      } else {
        app.ui.åpne.add(key);
        app.ui.åpne.delete(`lukket-${key}`);
      }
      tegn();
    } } }, ikon(åpen ? "ChevronDown" : "ChevronRight"), h("span", { class: "navn" }, del.tittel), " ", h("span", { class: "oppsummert" }, tall(GRADER.map((grad) => [grad, teller(funn, grad)]))))),
    åpen ? h("ul", { class: "funnrader", role: "list" }, funn.map(rad)) : null);
}

const nøkkelFor = (funn) => `${funn.kode}-${nøkkel(funn.rute ?? [])}-${funn.melding}`.replace(/\s+/g, "_");

/** Whether a finding is the one that the reader has open. */
export const valgtFunn = () => app.tilstand.funn.find((funn) => nøkkelFor(funn) === app.ui.valgtFunn) ?? null;

export function velgFunn(funn) {
  app.ui.valgtFunn = nøkkelFor(funn);
  app.ui.fokus = `funn-${app.ui.valgtFunn}`;
  location.hash = "#/funn";
  tegn();
}

function rad(funn) {
  const key = nøkkelFor(funn);
  const valgt = app.ui.valgtFunn === key;
  const id = `funn-${key}`;
  return h("li", { class: `funnrad ${klasseFor(funn.grad)}${valgt ? " valgt" : ""}`, key },
    h("div", { class: "funnrad-hode" }, ikon(IKONER[funn.grad]),
      h("button", { type: "button", class: "funnrad-navn", id, "aria-expanded": String(valgt), on: { click: () => {
        app.ui.valgtFunn = valgt ? null : key;
        tegn();
      } } }, h("span", { class: "grad" }, t(`grad.${funn.grad}`)), h("span", { class: "melding" }, medNavn(funn.melding, funn.rute))),
      valgt ? ikon("ChevronUp") : knapp(funn, key)),
    valgt ? h("div", { class: "funnrad-kropp" }, åpent(funn)) : null);
}

function knapp(funn, key) {
  if (rettknapp(funn)) return rettknapp(funn);
  if (funn.forslag && !erSkjult(funn.forslag) && !låst(funn.rute))
    return h("button", { type: "button", class: "knapp liten", "aria-label": t("se_forslaget_om", { hva: funn.melding }), on: { click: () => {
      app.ui.valgtFunn = key;
      app.ui.fokus = `funn-${key}`;
      tegn();
    } } }, t("se_forslaget"));
  return tilFelt(funn);
}

const tilFelt = (funn) => funn.sted && h("button", { type: "button", class: "knapp liten", "aria-label": t("gå_til_feltet_om", { hva: funn.melding }), on: { click: () => gåTilFelt(funn.sted) } }, t("gå_til_feltet"));

function åpent(funn) {
  return [
    funn.hjelp ? h("p", { class: "hjelpetekst", key: "hjelp" }, medNavn(funn.hjelp, funn.rute)) : null,
    funn.forslag && !låst(funn.rute) ? forslagsboks(funn.forslag, { iFunn: true }) : null,
    funn.rute ? h("p", { class: "knapper", key: "knapper" }, rettknapp(funn), endreknapp(funn), tilFelt(funn)) : null,
    hvorfor(funn, true),
  ];
}
