// The same field is changed here and in the file: nothing is chosen for anybody.
import { h } from "./dom.js";
import { t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { kortnavn, somTekst, tilHovedfelt } from "./modell.js";
import { gjør, lagring, ta } from "./lagring.js";
import { glem } from "./utkast.js";
import { visDialog } from "./dialog.js";

export function konflikter() {
  const konflikt = app.ui.konflikt;
  visDialog("konflikt", konflikt && (() => innhold(konflikt)));
}

function innhold(konflikt) {
  const velg = (valg) => () => {
    konflikt.valgt = valg;
    konflikt.mangler = false;
    tegn();
  };
  const valg = (id, verdi) => h("label", { class: `svar${konflikt.valgt === id ? " valgt" : ""}` }, h("input", { type: "radio", name: "konflikt", checked: konflikt.valgt === id, "aria-label": `${t(`konflikt.${id}`)}: ${somTekst(verdi) || t("endringer.ingenting")}`, on: { change: velg(id) } }), h("span", {}, somTekst(verdi) || t("endringer.ingenting")));
  return [
    h("h2", { id: "dialog-tittel", tabindex: "-1" }, t("konflikt.tittel")),
    h("p", {}, t("konflikt.om", { fil: app.tilstand.fil })),
    h("div", { class: "konflikt", role: "radiogroup", "aria-labelledby": "konflikt-hva" },
      h("span", { class: "kolonne" }, t("konflikt.begge")), h("span", { class: "kolonne" }, t("konflikt.min")), h("span", { class: "kolonne" }, t("konflikt.filens")),
      h("strong", { id: "konflikt-hva" }, kortnavn(konflikt.rute)), valg("min", konflikt.min), valg("filens", konflikt.filens)),
    h("p", { class: "dempet" }, t("konflikt.andre")),
    konflikt.mangler ? h("p", { class: "feiltekst", role: "alert" }, t("konflikt.velg")) : null,
    h("p", { class: "knapper" },
      h("button", { type: "button", class: "knapp hoved", on: { click: () => slåSammen(konflikt) } }, t("konflikt.slå_sammen")),
      h("button", { type: "button", class: "knapp", on: { click: () => forkast(konflikt) } }, t("konflikt.forkast"))),
  ];
}

function lukk(konflikt) {
  app.ui.konflikt = null;
  const rute = tilHovedfelt(konflikt.rute);
  app.ui.fokus = [`i-${nøkkel(konflikt.rute)}`, `i-${nøkkel(rute)}`];
  if (konflikt.tilstand) ta(konflikt.tilstand);
  tegn();
}

async function slåSammen(konflikt) {
  if (!konflikt.valgt) {
    konflikt.mangler = true;
    return tegn();
  }
  lukk(konflikt);
  if (konflikt.valgt === "filens") {
    glem(konflikt.rute);
    Object.assign(lagring, { slag: "", hvorfor: "" });
    return tegn();
  }
  const { endringer, hva, mer } = konflikt.sendt;
  const svar = await gjør(endringer, hva, { ...mer, tving: true });
  if (svar?.svar === "lagret") glem(konflikt.rute);
  return tegn();
}

function forkast(konflikt) {
  glem(konflikt.rute);
  Object.assign(lagring, { slag: "", hvorfor: "" });
  lukk(konflikt);
}
