// What an agreement has from another file, and what is signed: locked, with the way to change it.
import { h, ikon } from "./dom.js";
import { t, tallord } from "./ord.js";
import { app, begynner, lik, nøkkel, tegn } from "./tilstand.js";
import { kortnavn, somTekst, tilHovedfelt, verdiVed } from "./modell.js";
import { gjør } from "./lagring.js";
import { glem } from "./utkast.js";

/** What says where an inherited value comes from, unless the reader has chosen to make it the agreement's own. */
export function arvetVed(rute) {
  if (app.ui.låstOpp.has(nøkkel(rute))) return null;
  return app.tilstand.arvet.find((arvet) => begynner(rute, arvet.rute)) ?? null;
}

/** Whether nothing can be written at a route: what is signed is what counts. */
export const låst = (_rute) => app.tilstand.signert !== null || Boolean(app.ui.felles?.låst);

const hvor = (arvet) => {
  const antall = arvet.gjelder.length;
  return antall > 1 ? t("arv.fra_flere", { navn: arvet.navn, antall: tallord(antall) }) : t("arv.fra", { navn: arvet.navn });
};

export function låstboks(rute, arvet) {
  const key = nøkkel(rute);
  const åpen = app.ui.åpne.has(`arv-${key}`);
  const veksle = () => {
    if (!app.ui.åpne.delete(`arv-${key}`)) app.ui.åpne.add(`arv-${key}`);
    tegn();
  };
  return h("div", { class: "boks laast", key: "arv" },
    h("p", {}, ikon("Link"), h("span", {}, h("strong", {}, somTekst(verdiVed(rute))), h("br"), h("span", { class: "dempet" }, hvor(arvet)))),
    låst(rute) ? null : h("button", { type: "button", class: "knapp liten", id: `arv-${key}`, "aria-expanded": String(åpen), on: { click: veksle } }, t("arv.endre"), ikon("ChevronDown", 16)),
    åpen
      ? h("div", { class: "valgene", role: "group", "aria-label": t("arv.endre") },
          h("button", { type: "button", class: "knapp liten", on: { click: () => egen(rute, arvet) } }, t("arv.bare_denne")),
          arvet.gjelder.length ? h("button", { type: "button", class: "knapp liten", on: { click: () => felles(rute, arvet) } }, t("arv.alle", { antall: tallord(arvet.gjelder.length) })) : null,
          arvet.gjelder.length ? h("p", { class: "dempet" }, t("arv.avtalene", { liste: arvet.gjelder.join(", ") })) : null)
      : null);
}

/** Make the value the agreement's own: it is written there, and can be changed. A list becomes its own as a whole. */
async function egen(rute, arvet) {
  const hele = Array.isArray(verdiVed(arvet.rute)) ? arvet.rute : rute;
  const svar = await gjør([{ slag: "sett", rute: hele, verdi: verdiVed(hele) }], kortnavn(hele));
  if (svar?.svar !== "lagret") return;
  app.ui.åpne.delete(`arv-${nøkkel(rute)}`);
  app.ui.fokus = `i-${nøkkel(rute)}`;
  tegn();
}

/** What says that a value is the agreement's own where the others have one in common, with the way back to it. */
export function egetnote(rute) {
  const eget = app.tilstand.overstyrer.find((en) => lik(tilHovedfelt(en.rute), rute) || lik(en.rute, rute));
  if (!eget || låst(rute)) return null;
  const felles = somTekst(eget.felles);
  return h("p", { class: "venter eget", key: "eget" }, eget.navn, felles.length <= 60 ? ` ${t("arv.felles_er", { verdi: felles })}` : "", " ",
    h("button", { type: "button", class: "lenke", on: { click: () => brukFelles(rute, eget) } }, t("arv.bruk_felles")));
}

async function brukFelles(rute, eget) {
  glem(eget.rute);
  const svar = await gjør([{ slag: "fjern", rute: eget.rute }], kortnavn(eget.rute));
  if (svar?.svar !== "lagret") return;
  app.ui.fokus = `arv-${nøkkel(rute)}`;
  tegn();
}

/** Write in the shared file: what is saved at this route from now on goes there. */
function felles(rute) {
  app.ui.låstOpp.add(nøkkel(rute));
  app.ui.åpne.delete(`arv-${nøkkel(rute)}`);
  app.ui.fokus = `i-${nøkkel(rute)}`;
  tegn();
}

/** Whether what is saved at a route goes to the shared file. */
export const skrivesFelles = (rute) => [...app.ui.låstOpp].some((key) => nøkkel(rute) === key || nøkkel(rute).startsWith(`${key}.`));

/** What reminds the writer that others share what is written here; null when they don't. */
export const fellesnote = (rute) => (skrivesFelles(rute) ? h("p", { class: "venter", key: "felles" }, t("arv.skrives")) : null);
