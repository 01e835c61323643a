// Saving: what is written goes to the file by itself, one thing at a time, and nothing that is written is lost.
import { Brutt, erVår, hent, send } from "./api.js";
import { app, begynner, lik, nøkkel, si, tegn } from "./tilstand.js";
import { kortnavn, likeVerdier, medNavn, somListe, somTekst, verdiVed } from "./modell.js";
import { skrivesFelles } from "./arv.js";
import { endringFor, nyttPunkt, skåret, utkast, utkastVed } from "./utkast.js";
import { liten, ramse, t, tallord } from "./ord.js";

const PAUSE = 800; // ms after the last key

/** What the top bar says: slag is "", "lagrer", "lagret" or "ikke". */
export const lagring = { slag: "", hvorfor: "", kanLukkes: false };
let løpende = Promise.resolve();

function si_status(slag, hvorfor = "") {
  const før = lagring.slag;
  Object.assign(lagring, { slag, hvorfor, kanLukkes: false });
  if (slag !== før && slag === "ikke") si(`${t("ikke_lagret")}. ${hvorfor}`);
  else if (slag !== før && slag === "lagret") si(t("lagret", { når: app.tilstand.lagret }));
  tegn();
}

/** Take a new state from the server. A draft belongs to the edition in which its field was last as the writer saw it:
 *  what somebody else has written there since is a conflict, and is never written over unseen. */
export function ta(tilstand) {
  if (!erVår(tilstand)) {
    // What was written here is meant for the agreement that this page shows, and for no other.
    app.tilstand = { ...app.tilstand, problem: { slag: "annen", melding: t("annen_avtale", { fil: tilstand.fil }) } };
    tegn();
    return;
  }
  const åpnet = app.tilstand?.beskyttet && !tilstand.beskyttet;
  app.tilstand = tilstand;
  if (åpnet) for (const draft of utkast.values()) if (draft.endret) lagre(draft.rute);
  for (const draft of utkast.values()) if (likeVerdier(draft.lest, verdiVed(draft.rute))) draft.utgave = app.tilstand.utgave;
  tegn();
}

/** Note what stands in a field. Texts are saved when the writer pauses, choices at once. */
export function skriv(rute, verdi, { straks = false } = {}) {
  const key = nøkkel(rute);
  const draft = utkast.get(key) ?? { rute, feil: [], prøvd: null, utgave: app.tilstand.utgave, lest: verdiVed(rute) };
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
  else if (!draft.avvist && !draft.delt && skåret(draft.verdi) === verdiVed(rute)) {
    utkast.delete(nøkkel(rute)); // only a space was left over
    tegn();
  }
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
    const svar = await endre([save.endring, ...andre], kortnavn(save.hva), valg, draft.utgave);
    save.med.forEach((en, n) => {
      en.delt = svar.svar === "delt" ? deltMed(en.rute) : null;
      en.avvist = svar.svar === "avvist";
      en.feil = en.avvist ? (svar.funn?.length ? svar.funn : [{ melding: svar.melding, rute: en.rute }]) : [];
      if (["lagret", "ingenting"].includes(svar.svar) && en.verdi === før[n]) {
        Object.assign(en, { endret: false, utgave: app.tilstand.utgave, lest: verdiVed(en.rute) });
        if (forlatt || skåret(en.verdi) === en.verdi) utkast.delete(nøkkel(en.rute));
      }
      else if (svar.svar === "lagret") Object.assign(en, { utgave: app.tilstand.utgave, lest: verdiVed(en.rute) }).ur = setTimeout(() => lagre(en.rute), PAUSE);
      else en.endret = svar.svar === "ikke lagret"; // it waits until the file can be written
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
async function endre(endringer, hva, mer = {}, utgave = app.tilstand.utgave) {
  si_status("lagrer");
  app.ui.melding = null; // what was told is about what was before
  const svar = await send("/api/endre", { utgave, endringer, hva, ...mer });
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
  } else if (svar.svar === "delt") si_status("ikke", deltMed(sendt.endringer[0].rute).melding);
  else si_status("ikke", svar.melding ?? "");
  return svar;
}

/** Change several things as one, not by a field: a list, a proposal, what is inherited. Returns the answer. */
export function gjør(endringer, hva, mer = {}) {
  let svar = null;
  return iKø(async () => {
    svar = forklart(await endre(endringer, hva, mer));
  }).then(() => svar);
}

/** Say why something was not done, and what can be done about it: it has no field to stand under. Nothing waits to be
 *  saved, so the message can be closed. */
function forklart(svar) {
  if (svar.svar === "avvist" && svar.funn.length) si_status("ikke", svar.funn.flatMap((ett) => [ett.melding, ett.hjelp].filter(Boolean).map((en) => medNavn(en, ett.rute))).join(" "));
  if (["avvist", "ikke lagret"].includes(svar.svar)) lagring.kanLukkes = true;
  return svar;
}

/** Let go of the message about what was not done. */
export function lukkIkkeGjort() {
  if (lagring.kanLukkes) si_status("");
}

/** Ask for something that the server does by itself («rett», «ignorer»). */
export function be(url, body) {
  let svar = null;
  return iKø(async () => {
    si_status("lagrer");
    svar = forklart(await motta(await send(url, { utgave: app.tilstand.utgave, ...body }), null));
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
  const svar = await gjør([{ slag: "fjern", rute }], kortnavn(rute), { felles: skrivesFelles(rute) });
  if (svar?.svar !== "lagret") return false;
  app.ui.slettet = { rute, navn };
  tegn();
  return true;
}

export async function flytt(liste, fra, til) {
  if (til < 0 || til >= somListe(verdiVed(liste)).length) return false;
  await tøm();
  app.ui.slettet = null;
  const svar = await gjør([{ slag: "flytt", rute: liste, fra, til }], kortnavn([...liste, fra]), { felles: skrivesFelles(liste) });
  return svar?.svar === "lagret";
}

/** What else a value is used as, and where; in YAML it is written once. */
function deltMed(rute) {
  const delt = app.tilstand.delt.find((en) => begynner(rute, en.rute));
  const andre = (delt?.andre ?? []).map((en) => [...en, ...rute.slice(delt.rute.length)]);
  const navn = [...new Set((delt?.andre ?? []).map((en) => liten(kortnavn(en))))];
  return { steder: andre, melding: t("delt.også", { andre: ramse(navn) }) };
}

/** Read the state again: somebody else has changed the file, or the contact is back. */
export async function oppfrisk() {
  const ventet = app.brutt || app.tilstand.problem;
  await iKø(async () => {
    ta(await hent("/api/tilstand"));
    app.brutt = false;
    if (app.tilstand.problem) si_status("ikke", app.tilstand.problem.melding);
    else if (ventet) si_status("");
  });
  // What could not be saved then, can be now.
  if (ventet && !app.brutt && !app.tilstand.problem) for (const draft of utkast.values()) if (!draft.avvist && !draft.delt && !draft.bekreftes) lagre(draft.rute);
}

/** What was found at a field: what the server says of the draft, else of the file. */
export function funnVed(rute) {
  const draft = utkastVed(rute);
  if (draft?.feil.length) return draft.feil;
  const prøvd = draft && draft.prøvdVerdi === draft.verdi ? draft.prøvd : null;
  return (prøvd ?? app.tilstand.funn).filter((funn) => (funn.sted ? lik(funn.sted, rute) : prøvd && funn.grad === "feil"));
}

// Whoever has made room on the disk comes back to the page.
addEventListener("focus", () => {
  if (lagring.slag === "ikke" && app.tilstand && !app.tilstand.problem && !app.brutt) for (const draft of utkast.values()) if (draft.endret) lagre(draft.rute);
});

addEventListener("beforeunload", (event) => {
  if ([...utkast.values()].some((draft) => draft.endret || draft.avvist)) event.preventDefault();
});
