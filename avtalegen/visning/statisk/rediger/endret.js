// What has changed since an earlier edition: asked for while «Endringer» is open, or else when the writer rests, and
// shown as marks beside the fields. What is drawn for each key only looks it up.
import { h } from "./dom.js";
import { hent } from "./api.js";
import { antall, t } from "./ord.js";
import { app, begynner, nøkkel, si, tegn } from "./tilstand.js";
import { be, fortell, tøm } from "./lagring.js";
import { glem } from "./utkast.js";
import { låst } from "./arv.js";
import { sti } from "./rute.js";

const RO = 1500; // ms after the last that was drawn
const HUSKET = "avtalegen-mot";

/** What was last told, and by the route of its field each change of it. `for` is the edition that the page showed when it
 *  was asked for: it is asked for once, also when somebody else has changed the file since. */
export const endret = { svar: null, ved: new Map(), henter: false, for: "", feilet: false, sies: false };
let ur = 0;

const mot = () => sessionStorage.getItem(`${HUSKET}-${app.tilstand.fil}`) ?? "";

/** Choose the edition that the agreement is held against. */
export function velgMot(id) {
  sessionStorage.setItem(`${HUSKET}-${app.tilstand.fil}`, id);
  endret.svar = { ...endret.svar, mot: id };
  endret.for = "";
  endret.sies = true;
  følg();
  tegn();
}

/** Ask once more when it went wrong. */
export function spørIgjen() {
  endret.for = "";
  følg();
  tegn();
}

/** Ask again when what was told is of an older edition: at once while it is looked at, otherwise when all is at rest. */
export function følg() {
  if (endret.for === app.tilstand.utgave || endret.henter || app.brutt || app.tilstand.problem) return;
  clearTimeout(ur);
  if (sti()[0] === "endringer") spør();
  else ur = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(spør), RO);
}

async function spør() {
  if (endret.henter) return;
  endret.henter = true;
  endret.for = app.tilstand.utgave;
  const spurt = mot();
  try {
    endret.feilet = false;
    ta(await hent(`/api/endringer?mot=${encodeURIComponent(spurt)}`));
  } catch (error) {
    endret.feilet = true;
    console.error(error);
  }
  endret.henter = false;
  if (spurt !== mot()) return spør(); // another one was chosen meanwhile
  if (endret.sies && endret.svar) si(endret.svar.melding || antall(endret.svar.antall, "antall.endring"));
  endret.sies = false;
  return tegn();
}

function ta(svar) {
  endret.svar = svar;
  endret.ved = new Map();
  for (const setning of hver(svar.avsnitt.flatMap((en) => en.setninger)))
    for (const en of setning.endringer) {
      const key = nøkkel(en.rute);
      endret.ved.set(key, [...(endret.ved.get(key) ?? []), { ...en, setning }]);
    }
}

function* hver(setninger) {
  for (const setning of setninger) {
    yield setning;
    yield* hver(setning.under);
  }
}

export const kanTilbake = (setning) => setning.tilbake && !låst(setning.rute);

/** Put back what a sentence tells of; what is being written there is what goes. */
export async function settTilbake(setning) {
  for (const en of setning.endringer) glem(en.rute);
  await tøm();
  const svar = await be("/api/tilbake", { mot: endret.svar.mot, id: setning.id, hva: t("endringer.satt_tilbake", { hva: setning.tekst.replace(/[.:]$/, "") }) });
  if (svar?.svar === "lagret") fortell(t("endringer.er_satt_tilbake"));
  else if (svar?.svar === "ingenting") fortell(t("endringer.ikke_lenger"));
  return svar?.svar === "lagret";
}

const ORD = { "lagt til": "ny", "tatt bort": "borte", endret: "endret", flyttet: "flyttet", omdøpt: "omdøpt" };

/** The word that says of what kind a change is. */
export const slagord = (slag) => t(`endringer.slag.${ORD[slag]}`);
export const slagklasse = (slag) => `endret-${ORD[slag]}`;

/** The mark beside a field that isn't as it was, with what stood there on request; null for the others. */
export function endretmerke(rute) {
  // What is just being changed keeps its mark until it is known what has become of it: nothing on the page jumps.
  const endringer = endret.ved.get(nøkkel(rute));
  return endringer ? endringer.map((en, n) => merke(rute, en, n, endringer.length === 1)) : null;
}

function merke(rute, en, n, ene) {
  const id = `endret-${nøkkel(rute)}-${n}`;
  const åpen = app.ui.åpne.has(id);
  return h("div", { class: `endretmerke${ene ? " ene" : ""}`, key: id },
    h("button", { type: "button", class: `brikke liten ${slagklasse(en.slag)}`, id, "aria-expanded": String(åpen), "aria-label": t("endringer.vis_før", { slag: slagord(en.slag) }), on: { click: () => {
      if (!app.ui.åpne.delete(id)) app.ui.åpne.add(id);
      tegn();
    } } }, slagord(en.slag)),
    åpen ? h("div", { class: "endretfør" }, førNå(en) ?? h("p", {}, en.setning.tekst), tilbakeknapp(en.setning, [`i-${nøkkel(rute)}`, `kort-${nøkkel(rute)}`, `ny-${nøkkel(rute)}`, `ny-${nøkkel(rute.slice(0, -1))}`, "sidetittel"])) : null);
}

/** What was and is, beside each other; null where the sentence says all there is. */
export function førNå(en) {
  if (en.før === null && en.nå === null) return null;
  const [før, nå] = en.ord ?? [];
  return h("dl", { class: "førnå" }, h("dt", {}, t("endringer.før")), h("dd", { class: før ? "ordvis" : "før" }, før ? ordvis(før, "del") : en.før ?? t("endringer.ingenting")),
    h("dt", {}, t("endringer.nå")), h("dd", { class: nå ? "ordvis" : null }, nå ? ordvis(nå, "ins") : en.nå ?? t("endringer.ingenting")));
}

/** A text in stretches, with the words that are on its side alone set off. */
const ordvis = (stykker, tag) => stykker.flatMap(([tekst, alene], n) => [n ? " " : null, alene ? h(tag, {}, tekst) : tekst]);

/** «Sett tilbake» for a sentence; the focus goes to the first of the ids that is there afterwards. */
export function tilbakeknapp(setning, fokus) {
  if (!kanTilbake(setning)) return null;
  return h("button", { type: "button", class: "knapp liten", "aria-label": t("endringer.tilbake_om", { hva: setning.tekst }), on: { click: async () => {
    if (await settTilbake(setning)) app.ui.fokus = fokus;
    tegn();
  } } }, t("endringer.tilbake"));
}

/** How many changes there are in what a route holds: for the head of a card. */
export function antallEndret(rute) {
  return [...endret.ved.values()].flat().filter((en) => begynner(en.rute, rute)).length;
}
