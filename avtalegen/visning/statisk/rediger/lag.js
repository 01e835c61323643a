// «Lag dokument»: Word, PDF, a page for the web.
import { h, ikon } from "./dom.js";
import { send } from "./api.js";
import { antall, t } from "./ord.js";
import { app, si, tegn } from "./tilstand.js";
import { tøm } from "./lagring.js";
import { velgFunn } from "./funn.js";

const FORMATER = ["docx", "pdf", "html"];

/** The menu in the top bar. */
export function lagmeny() {
  const åpen = app.ui.lagÅpen;
  const lukk = () => {
    app.ui.lagÅpen = false;
    app.ui.fokus = "lag";
    tegn();
  };
  return h("div", { class: "lagmeny", key: "lag", on: { keydown: (event) => event.key === "Escape" && åpen && lukk(), focusout: (event) => {
    if (åpen && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
      app.ui.lagÅpen = false;
      tegn();
    }
  } } },
    h("button", { type: "button", class: "knapp hoved", id: "lag", "aria-expanded": String(Boolean(åpen)), "aria-controls": "lag-innhold", on: { click: () => {
      app.ui.lagÅpen = !åpen;
      tegn();
    } } }, t("lag"), ikon("ChevronDown")),
    h("div", { class: "meny", id: "lag-innhold", hidden: !åpen }, åpen ? formatene() : null));
}

function formatene() {
  return [
    h("ul", { role: "list" }, FORMATER.map((format) => h("li", { key: format }, h("button", { type: "button", class: "menyvalg", on: { click: () => lag(format) } },
      ikon("FileText"), h("span", {}, h("strong", {}, t(`lag.${format}`)), h("span", { class: "dempet" }, t(`lag.${format}.om`))))))),
    resultat(),
  ];
}

function resultat() {
  const svar = app.ui.laget;
  if (!svar) return null;
  if (svar.svar === "lager") return h("p", { class: "lagsvar" }, t("lag.lager"));
  if (svar.svar === "laget") return h("p", { class: "lagsvar ferdig" }, ikon("Checkmark"), h("span", {}, t("lag.laget", { fil: svar.fil, mappe: svar.mappe })));
  if (svar.svar === "endret for hånd")
    return h("div", { class: "lagsvar" }, h("p", {}, svar.melding || t("lag.endret", { fil: svar.fil })), h("p", { class: "knapper" },
      h("button", { type: "button", class: "knapp liten", on: { click: () => lag(svar.format, { nytt_navn: true }) } }, svar.forslag_navn ? t("lag.nytt_navn_som", { fil: svar.forslag_navn }) : t("lag.nytt_navn")),
      h("button", { type: "button", class: "knapp liten", on: { click: () => lag(svar.format, { overskriv: true }) } }, t("lag.overskriv"))));
  const feil = app.tilstand.funn.filter((funn) => funn.grad === "feil");
  return h("div", { class: "lagsvar feil", role: "alert" }, h("p", {}, svar.melding || t("lag.rett_først", { antall: antall(feil.length, "antall.feil") })),
    h("ul", { role: "list" }, feil.slice(0, 3).map((funn) => h("li", {}, h("button", { type: "button", class: "lenke", on: { click: () => {
      app.ui.lagÅpen = false;
      velgFunn(funn);
    } } }, funn.melding)))));
}

async function lag(format, valg = {}) {
  app.ui.laget = { svar: "lager" };
  tegn();
  try {
    await tøm();
    app.ui.laget = { ...(await send("/api/lag", { format, overskriv: false, nytt_navn: false, ...valg })), format };
    if (app.ui.laget.svar === "laget") si(t("lag.laget", app.ui.laget));
  } catch (error) {
    console.error(error);
    app.ui.laget = { svar: "ikke laget", melding: t("brutt", { fil: app.tilstand.fil }) };
  }
  tegn();
}

/** The page with the same, on a telephone. */
export const lagside = () => ({
  tittel: t("lag"),
  innhold: [h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("lag"))), h("div", { class: "lagside", key: "lag" }, formatene())],
});
