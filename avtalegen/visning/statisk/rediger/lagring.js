// Saving: what is written goes to the file by itself, one thing at a time, and nothing that is written is lost.
import { Brutt, hent, send } from "./api.js";
import { app, lik, nøkkel, si, tegn } from "./tilstand.js";
import { kortnavn, somListe, somTekst, verdiVed } from "./modell.js";
import { skrivesFelles } from "./arv.js";
import { endringFor, nyttPunkt, utkast, utkastVed } from "./utkast.js";
import { t, tallord } from "./ord.js";

const PAUSE = 800; // ms after the last key

/** What the top bar says: slag is "", "lagrer", "lagret" or "ikke". */
export const lagring = { slag: "", hvorfor: "" };
let løpende = Promise.resolve();

function si_status(slag, hvorfor = "") {
  const før = lagring.slag;
  Object.assign(lagring, { slag, hvorfor });
  if (slag !== før && slag === "ikke") si(`${t("ikke_lagret")}. ${hvorfor}`);
  else if (slag !== før && slag === "lagret") si(t("lagret", { når: app.tilstand.lagret }));
  tegn();
}

/** Take a new state from the server. */
export function ta(tilstand) {
  app.tilstand = tilstand;
  tegn();
}

/** Note what stands in a field. Texts are saved when the writer pauses, choices at once. */
export function skriv(rute, verdi, { straks = false } = {}) {
  const key = nøkkel(rute);
  const draft = utkast.get(key) ?? { rute, feil: [], prøvd: null };
  clearTimeout(draft.ur);
  Object.assign(draft, { verdi, endret: true, bekreftes: false });
  utkast.set(key, draft);
  bekreftGruppen(draft);
  if (straks) lagre(rute);
  else {
    draft.ur = setTimeout(() => lagre(rute), PAUSE);
    prøv(draft);
  }
  tegn();
}

/** A proposal that is changed or confirmed is saved as a whole. */
function bekreftGruppen(draft) {
  const alle = (draft.gruppe ?? []).map(utkastVed).filter((en) => en?.gruppe);
  for (const en of alle) Object.assign(en, { bekreftes: false, gruppe: null });
  for (const en of alle) lagre(en.rute); // in order: each item of a list comes after those before it
}

/** Save a field when it is left. An item that is emptied goes. */
export function forlat(rute) {
  const draft = utkastVed(rute);
  if (!draft || draft.bekreftes) return;
  if (draft.verdi === "" && nyttPunkt(rute)) {
    utkast.delete(nøkkel(rute));
    tegn();
  } else if (draft.endret) lagre(rute, true);
}

/** Ask what would be found, at once; while the answer is awaited, only the last that is written waits. */
async function prøv(draft) {
  if (draft.prøves) return void (draft.prøvIgjen = true);
  const save = endringFor(draft);
  if (!save?.endring || save.endring.slag === "fjern" || app.tilstand.problem) return undefined;
  const sendt = draft.verdi;
  draft.prøves = true;
  draft.prøvIgjen = false;
  try {
    const svar = await send("/api/endre", { utgave: app.tilstand.utgave, endringer: [save.endring], hva: "", prøv: true });
    draft.prøvd = svar.svar === "prøvd" || svar.svar === "avvist" ? svar.funn : null;
    draft.prøvdVerdi = sendt;
    tegn();
  } catch (error) {
    if (!(error instanceof Brutt)) console.error(error);
  }
  draft.prøves = false;
  return draft.prøvIgjen ? prøv(draft) : undefined;
}

/** Save the draft of a field; `forlatt`: the writer has left it. */
export function lagre(rute, forlatt = false, mer = {}) {
  const draft = utkastVed(rute);
  if (draft) clearTimeout(draft.ur);
  return iKø(async () => {
    if (!draft || utkastVed(rute) !== draft || draft.bekreftes) return;
    if (!forlatt && draft.verdi === "" && typeof rute.at(-1) === "number") return; // somebody is rewriting an item
    const save = endringFor(draft);
    if (!save) return;
    if (!save.endring) return void utkast.delete(nøkkel(rute));
    const før = save.med.map((en) => en.verdi);
    const { steder = [], ...valg } = { felles: skrivesFelles(rute), ...mer };
    const andre = steder.filter((sted) => !lik(sted, save.endring.rute)).map((sted) => ({ ...save.endring, rute: sted }));
    const svar = await endre([save.endring, ...andre], kortnavn(save.hva), valg);
    save.med.forEach((en, n) => {
      en.delt = svar.svar === "delt" ? svar : null;
      en.avvist = svar.svar === "avvist";
      en.feil = en.avvist ? (svar.funn?.length ? svar.funn : [{ melding: svar.melding, rute: en.rute }]) : [];
      if (["lagret", "ingenting"].includes(svar.svar) && en.verdi === før[n]) utkast.delete(nøkkel(en.rute));
      else if (svar.svar === "lagret") en.ur = setTimeout(() => lagre(en.rute), PAUSE);
      else en.endret = false;
    });
    tegn();
  });
}

/** Do something when what is under way is done. What goes wrong is told and thrown no further. */
function iKø(work) {
  løpende = løpende.then(work).catch((error) => {
    if (error instanceof Brutt) {
      app.brutt = true;
      si_status("ikke", t("brutt", { fil: app.tilstand.fil }));
    } else {
      console.error(error);
      si_status("ikke", String(error.message));
    }
  });
  return løpende;
}

/** Send changes, and take what comes of them. Returns the answer. */
async function endre(endringer, hva, mer = {}) {
  si_status("lagrer");
  app.ui.melding = null; // what was told is about what was before
  const svar = await send("/api/endre", { utgave: app.tilstand.utgave, endringer, hva, ...mer });
  return motta(svar, { endringer, hva, mer });
}

async function motta(svar, sendt) {
  const forrige = app.tilstand;
  if (svar.tilstand && svar.svar !== "konflikt") ta(svar.tilstand);
  if (svar.svar === "lagret") {
    if (svar.flettet) fortell(t("flettet", { antall: tallord(svar.flettet) }));
    si_status("lagret");
  } else if (svar.svar === "ingenting") si_status("");
  else if (svar.svar === "konflikt") {
    si_status("ikke", t("konflikt.kort"));
    app.ui.konflikt = { ...svar, sendt, forrige };
  } else if (svar.svar === "delt") si_status("ikke", svar.melding);
  else si_status("ikke", svar.melding ?? "");
  return svar;
}

/** Change several things as one, not by a field: a list, a proposal, what is inherited. Returns the answer. */
export function gjør(endringer, hva, mer = {}) {
  let svar = null;
  return iKø(async () => {
    svar = await endre(endringer, hva, mer);
  }).then(() => svar);
}

/** Ask for something that the server does by itself («rett», «ignorer»). */
export function be(url, body) {
  let svar = null;
  return iKø(async () => {
    si_status("lagrer");
    svar = await motta(await send(url, { utgave: app.tilstand.utgave, ...body }), null);
  }).then(() => svar);
}

/** Save all that can be saved now. */
export async function tøm() {
  for (const draft of [...utkast.values()]) if (draft.endret) lagre(draft.rute);
  await løpende;
}

/** Show a message that stays until it is closed. */
export function fortell(tekst) {
  app.ui.melding = tekst;
  si(tekst);
  tegn();
}

async function tilbake(url, ord) {
  await tøm();
  const siste = app.tilstand.endringer.at(-1);
  const hva = url === "/api/angre" ? app.tilstand.angre : app.tilstand.gjør_om;
  if (!hva) return;
  const svar = await be(url, {});
  if (svar?.svar !== "lagret") return;
  app.ui.slettet = null;
  const nå = siste?.rute && siste.hva === hva ? somTekst(verdiVed(siste.rute)) : "";
  fortell(nå && nå.length < 60 ? t(`${ord}.verdi`, { hva, verdi: nå }) : t(ord, { hva }));
}
export const angre = () => tilbake("/api/angre", "angret");
export const gjørOm = () => tilbake("/api/gjor-om", "gjort_om");

/** Remove an item of a list, and leave a row that offers to undo it. */
export async function slett(rute, navn) {
  await tøm();
  const svar = await gjør([{ slag: "fjern", rute }], kortnavn(rute));
  if (svar?.svar !== "lagret") return false;
  app.ui.slettet = { rute, navn };
  tegn();
  return true;
}

export async function flytt(liste, fra, til) {
  if (til < 0 || til >= somListe(verdiVed(liste)).length) return false;
  await tøm();
  app.ui.slettet = null;
  const svar = await gjør([{ slag: "flytt", rute: liste, fra, til }], kortnavn([...liste, fra]));
  return svar?.svar === "lagret";
}

/** Read the state again: somebody else has changed the file, or the contact is back. */
export async function oppfrisk(utgave) {
  if (!app.brutt && utgave === app.tilstand?.utgave && app.tilstand.dokument) return;
  await iKø(async () => {
    const før = app.tilstand;
    ta(await hent("/api/tilstand"));
    if (app.brutt) {
      app.brutt = false;
      si_status("");
    }
    const problem = app.tilstand.problem;
    if (problem) si_status("ikke", problem.melding);
    else if (før?.problem) si_status("");
  });
  for (const draft of utkast.values()) if (!draft.avvist && !draft.delt && !draft.bekreftes) lagre(draft.rute);
}

/** What was found at a field: what the server says of the draft, else of the file. */
export function funnVed(rute) {
  const draft = utkastVed(rute);
  if (draft?.feil.length) return draft.feil;
  const prøvd = draft && draft.prøvdVerdi === draft.verdi ? draft.prøvd : null;
  return (prøvd ?? app.tilstand.funn).filter((funn) => (funn.rute ? lik(funn.rute, rute) : prøvd && funn.grad === "feil"));
}

addEventListener("beforeunload", (event) => {
  if ([...utkast.values()].some((draft) => draft.endret || draft.avvist)) event.preventDefault();
});
