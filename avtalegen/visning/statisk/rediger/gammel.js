// The page of what the old agreement says that has no place in the new one yet, and what can be done with each piece.
import { h, ikon } from "./dom.js";
import { hent } from "./api.js";
import { antall, t } from "./ord.js";
import { app, nøkkel, si, tegn } from "./tilstand.js";
import { be, fortell, tøm } from "./lagring.js";
import { gåTilFelt } from "./rute.js";
import { låst } from "./arv.js";
import { stedet } from "./gammelfelt.js";

const VIST = 40; // pieces at a time
/** What is open: the piece, what is done with it («felt» or «egen»), what is chosen of it, and what is searched for. */
const valg = { id: null, slag: "", fra: 0, til: 0, søk: "", treff: null, feil: "", erstatt: null, vist: VIST, ferdig: false };
let nummer = 0;

export const harGammel = () => Boolean(app.tilstand.gammel);
export const antallIgjen = () => app.tilstand.gammel?.ikke_plassert.length ?? 0;

/** On the first page: that something is left, and the way to it. */
export function gammelboks() {
  if (!harGammel()) return null;
  const igjen = antallIgjen();
  return h("div", { class: "boks gammelboks", key: "gammel" }, h("p", {}, ikon("FileText"), h("span", {}, igjen ? t("gammel.boks", { antall: antall(igjen, "antall.sted") }) : t("gammel.boks.ingen"))),
    h("a", { class: "knapp liten", href: "#/gammel" }, t("gammel.åpne")));
}

export function gammelside() {
  const { gammel } = app.tilstand;
  if (!gammel) return null;
  const biter = gammel.ikke_plassert;
  const kan = !låst([]);
  return {
    tittel: t("gammel"),
    innhold: [
      h("p", { class: "vei", key: "vei" }, h("a", { href: "#/deler" }, ikon("ChevronLeft", 18), t("alle_deler"))),
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("gammel")), h("p", { class: "oppsummert" }, gammel.navn)),
      h("p", { class: "innledning", key: "innledning" }, t("gammel.innledning")),
      h("h3", { class: "gammel-tittel", key: "ikke" }, biter.length ? t("gammel.ikke_plassert", { antall: biter.length }) : t("gammel.alt")),
      biter.length ? h("p", { class: "dempet", key: "om" }, t("gammel.ikke_plassert.om")) : h("p", { class: "dempet", key: "om", id: "gammel-tomt", tabindex: "-1" }, t("gammel.alt.om")),
      h("ol", { class: "biter", key: "biter", role: "list" }, biter.slice(0, valg.vist).map((bit, n) => enBit(bit, n, kan))),
      biter.length > valg.vist ? h("button", { type: "button", class: "knapp", key: "flere", on: { click: () => {
        valg.vist += VIST;
        tegn();
      } } }, t("gammel.flere", { antall: Math.min(VIST, biter.length - valg.vist) })) : null,
      gammel.trengs_ikke.length ? h("details", { key: "bort", class: "gammel-bort" }, h("summary", {}, t("gammel.bort", { antall: gammel.trengs_ikke.length })), h("ul", { role: "list" }, gammel.trengs_ikke.map((bit, n) => h("li", { class: "bit", key: `${bit.id}-${n}` },
        h("p", {}, h("span", { class: "dempet" }, `${stedet(bit.sted)}: `), bit.tekst),
        kan ? h("button", { type: "button", class: "knapp liten", "aria-label": t("gammel.ta_tilbake_om", { hva: kort(bit.tekst) }), on: { click: () => gjørMed("ta-tilbake", bit, t("gammel.tatt_tilbake")) } }, t("gammel.ta_tilbake")) : null)))) : null,
      gammel.utelatt.length ? h("details", { key: "utelatt", class: "gammel-bort" }, h("summary", {}, t("gammel.utelatt", { antall: gammel.utelatt.length })), h("p", { class: "dempet" }, t("gammel.utelatt.om")), h("ul", { role: "list" }, gammel.utelatt.map((bit, n) => h("li", { class: "bit", key: `${bit.id}-${n}` },
        h("p", {}, h("span", { class: "dempet" }, `${stedet(bit.sted)}, ${bit.hvorfor}: `), bit.tekst))))) : null,
      kan ? ferdig(biter.length) : null,
    ],
  };
}

const kort = (tekst) => (tekst.length > 40 ? `${tekst.slice(0, 39)}…` : tekst);

function enBit(bit, n, kan) {
  const id = `bit-${bit.id}`;
  const åpen = valg.id === bit.id;
  const knapp = (slag, ord) => h("button", { type: "button", class: "knapp liten", id: `${id}-${slag}`, "aria-expanded": String(åpen && valg.slag === slag), "aria-describedby": `${id}-tekst`, on: { click: (event) => veksle(bit, slag, event.currentTarget.closest("li")) } }, t(ord));
  return h("li", { class: `bit${åpen ? " åpen" : ""}`, key: `${bit.id}-${n}`, id },
    h("h4", {}, stedet(bit.sted)),
    åpen ? utvalg(bit, id) : h("p", { class: "bit-tekst", id: `${id}-tekst` }, bit.tekst),
    kan ? h("p", { class: "knapper", key: "knapper" }, knapp("felt", "gammel.sett_i"), knapp("egen", "gammel.behold"), h("button", { type: "button", class: "knapp liten", id: `${id}-bort`, "aria-describedby": `${id}-tekst`, on: { click: () => gjørMed("trengs-ikke", bit, t("gammel.valgt_bort")) } }, t("gammel.trengs_ikke"))) : null,
    åpen && valg.slag === "felt" ? feltvelger(bit, id) : null,
    åpen && valg.slag === "egen" ? egen(bit, id) : null,
    åpen && valg.feil ? h("p", { class: "feiltekst", role: "alert", key: "feil" }, ikon("XMarkOctagon", 18), ` ${valg.feil}`) : null);
}

/** Open what is done with a piece; what the reader has selected of it stays selected. */
function veksle(bit, slag, element) {
  if (valg.id === bit.id && valg.slag === slag) Object.assign(valg, { id: null, slag: "", feil: "", erstatt: null });
  else {
    if (valg.id !== bit.id) Object.assign(valg, { ...merket(element, bit), søk: "" });
    Object.assign(valg, { id: bit.id, slag, treff: null, feil: "", erstatt: null });
    app.ui.fokus = slag === "felt" ? `bit-${bit.id}-søk` : `bit-${bit.id}-overskrift`;
    if (slag === "felt") finn(bit, "");
  }
  tegn();
}

function merket(element, bit) {
  const tekst = element?.querySelector(".bit-tekst")?.firstChild;
  const merke = getSelection();
  if (!tekst || merke.isCollapsed || merke.anchorNode !== tekst || merke.focusNode !== tekst) return { fra: 0, til: bit.tekst.length };
  return { fra: Math.min(merke.anchorOffset, merke.focusOffset), til: Math.max(merke.anchorOffset, merke.focusOffset) };
}

/** The piece as text that can be selected with keys too, and not changed; all of it counts when nothing is selected. */
function utvalg(bit, id) {
  const les = (event) => {
    const { selectionStart: fra, selectionEnd: til } = event.target;
    const ny = fra < til && bit.tekst.slice(fra, til).trim() ? { fra, til } : { fra: 0, til: bit.tekst.length };
    if (ny.fra === valg.fra && ny.til === valg.til) return;
    Object.assign(valg, ny);
    tegn();
  };
  const del = valg.til - valg.fra < bit.tekst.length ? bit.tekst.slice(valg.fra, valg.til).trim() : "";
  return h("div", { key: "utvalg" },
    h("label", { for: `${id}-tekst`, class: "dempet" }, t("gammel.merk")),
    h("textarea", { class: "bit-utvalg", id: `${id}-tekst`, rows: 1, spellcheck: "false", "aria-readonly": "true", "aria-describedby": `${id}-valgt`, value: bit.tekst,
      on: { beforeinput: (event) => event.preventDefault(), drop: (event) => event.preventDefault(), select: les, keyup: les, mouseup: les } }),
    h("p", { class: "bit-valgt", id: `${id}-valgt`, role: "status" }, del ? t("gammel.valgt_del", { tekst: kort(del) }) : t("gammel.valgt_alt")));
}

// --- a field --------------------------------------------------------------------------------------------------------

function feltvelger(bit, id) {
  const treff = valg.treff;
  return h("div", { class: "feltvelger", key: "felt", on: { keydown: (event) => pil(event, id) } },
    h("label", { for: `${id}-søk` }, t("gammel.hvilket")), h("p", { class: "hjelp dempet", id: `${id}-hjelp` }, t("gammel.hvilket.hjelp")),
    h("input", { type: "text", id: `${id}-søk`, autocomplete: "off", value: valg.søk, "aria-describedby": `${id}-hjelp`, on: { input: (event) => finn(bit, event.target.value) } }),
    h("p", { class: "dempet", key: "antall", role: "status" }, !treff ? "" : !treff.length ? t("gammel.ingen_felt") : valg.søk.trim() ? t("gammel.felt_funnet", { antall: treff.length }) : t("gammel.passer")),
    h("ul", { class: "feltvalg", key: "treff", role: "list" }, (treff ?? []).map((felt) => h("li", { key: nøkkel(felt.rute) },
      h("button", { type: "button", class: "feltknapp", "aria-expanded": felt.måte === "erstatt" ? String(valg.erstatt === nøkkel(felt.rute)) : null, on: { click: () => velg(bit, felt) } },
        h("strong", {}, felt.navn), h("span", { class: "dempet" }, felt.vei), h("span", { class: "feltstand" }, felt.måte === "sett" ? t("gammel.står_tomt") : felt.måte === "legg til" ? t("gammel.legges_til") : t("gammel.står", { verdi: kort(felt.står || "…") }))),
      valg.erstatt === nøkkel(felt.rute) ? h("div", { class: "boks", role: "group", "aria-label": felt.navn }, h("p", {}, t("gammel.erstatt_om", { verdi: felt.står || "…" })),
        h("p", { class: "knapper" }, h("button", { type: "button", class: "knapp liten", id: `${id}-erstatt`, on: { click: () => sett(bit, felt, true) } }, t("gammel.erstatt")), h("button", { type: "button", class: "knapp liten", on: { click: () => {
          valg.erstatt = null;
          app.ui.fokus = `${id}-søk`;
          tegn();
        } } }, t("gammel.avbryt")))) : null))));
}

/** The arrows go between the search and the fields under it. */
function pil(event, id) {
  if (event.key === "Escape") {
    event.preventDefault();
    Object.assign(valg, { id: null, slag: "" });
    app.ui.fokus = `${id}-felt`;
    return tegn();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return undefined;
  const alle = [document.getElementById(`${id}-søk`), ...event.currentTarget.querySelectorAll(".feltknapp")];
  const neste = alle[alle.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!neste) return undefined;
  event.preventDefault();
  return neste.focus();
}

async function finn(bit, tekst) {
  Object.assign(valg, { søk: tekst, feil: "", erstatt: null });
  const mitt = ++nummer;
  tegn();
  try {
    const treff = await hent(`/api/gammel/felt?q=${encodeURIComponent(tekst)}&bit=${bit.id}`);
    if (mitt !== nummer) return;
    valg.treff = treff;
  } catch (error) {
    console.error(error);
  }
  tegn();
}

function velg(bit, felt) {
  if (felt.måte !== "erstatt") return void sett(bit, felt, false);
  valg.erstatt = nøkkel(felt.rute);
  app.ui.fokus = `bit-${bit.id}-erstatt`;
  tegn();
}

const sett = (bit, felt, erstatt) => gjørMed("plasser", bit, t("gammel.satt", { felt: felt.navn }), { rute: felt.rute, erstatt }, felt.rute);

// --- a section of its own -------------------------------------------------------------------------------------------

function egen(bit, id) {
  return h("form", { class: "feltvelger", key: "egen", on: { submit: (event) => {
    event.preventDefault();
    const felt = document.getElementById(`${id}-overskrift`);
    if (!felt.value.trim()) return felt.focus();
    return gjørMed("behold", bit, t("gammel.beholdt", { overskrift: felt.value.trim() }), { overskrift: felt.value.trim() });
  } } },
    h("label", { for: `${id}-overskrift` }, t("gammel.overskrift")), h("p", { class: "hjelp dempet", id: `${id}-overskrift-hjelp` }, t("gammel.overskrift.hjelp")),
    h("input", { type: "text", id: `${id}-overskrift`, required: true, maxlength: 200, autocomplete: "off", "aria-describedby": `${id}-overskrift-hjelp`, value: t("gammel.overskrift.standard") }),
    h("p", { class: "knapper" }, h("button", { type: "submit", class: "knapp liten" }, t("gammel.behold"))));
}

// --- what is done ---------------------------------------------------------------------------------------------------

const tegnFør = (tekst, plass) => [...tekst.slice(0, plass)].length; // the server counts characters, and not halves

async function gjørMed(hva, bit, sagt, mer = {}, rute = null) {
  await tøm();
  const nr = app.tilstand.gammel.ikke_plassert.findIndex((en) => en.id === bit.id);
  const valgt = valg.id === bit.id ? valg : { fra: 0, til: bit.tekst.length };
  const svar = await be(`/api/gammel/${hva}`, { bit: bit.id, fra: tegnFør(bit.tekst, valgt.fra), til: tegnFør(bit.tekst, valgt.til), ...mer });
  if (svar?.svar !== "lagret") {
    valg.feil = [svar?.melding, ...(svar?.funn ?? []).map((funn) => `${funn.melding} ${funn.hjelp}`)].filter(Boolean).join(" ") || t("ikke_lagret");
    if (valg.id !== bit.id && svar) fortell(valg.feil);
    return tegn();
  }
  Object.assign(valg, { id: null, slag: "", feil: "", erstatt: null });
  const neste = app.tilstand.gammel?.ikke_plassert.at(Math.min(nr < 0 ? 0 : nr, antallIgjen() - 1));
  app.ui.fokus = neste ? [`bit-${neste.id}-felt`] : ["gammel-tomt", "sidetittel"];
  fortell(sagt);
  app.ui.gåTil = rute;
  return tegn();
}

function ferdig(igjen) {
  return h("section", { class: "gammel-ferdig", key: "ferdig", "aria-labelledby": "gammel-ferdig-tittel" },
    h("h3", { id: "gammel-ferdig-tittel" }, t("gammel.ferdig.tittel")), h("p", { class: "dempet" }, t("gammel.ferdig.om")),
    valg.ferdig && igjen ? h("div", { class: "boks", role: "group", "aria-labelledby": "gammel-ferdig-tittel" }, h("p", {}, t("gammel.ferdig.igjen", { antall: antall(igjen, "antall.sted") })),
      h("p", { class: "knapper" }, h("button", { type: "button", class: "knapp liten", id: "gammel-likevel", on: { click: taBort } }, t("gammel.ferdig.likevel")), h("button", { type: "button", class: "knapp liten", on: { click: () => {
        valg.ferdig = false;
        app.ui.fokus = "gammel-ferdig";
        tegn();
      } } }, t("gammel.avbryt")))) : null,
    h("p", { class: "knapper" }, h("button", { type: "button", class: "knapp", id: "gammel-ferdig", on: { click: () => {
      if (!igjen) return taBort();
      valg.ferdig = true;
      app.ui.fokus = "gammel-likevel";
      return tegn();
    } } }, t("gammel.ferdig"))));
}

async function taBort() {
  await tøm();
  const svar = await be("/api/gammel/ferdig", {});
  if (svar?.svar !== "lagret") return fortell(svar?.melding || t("ikke_lagret"));
  valg.ferdig = false;
  location.hash = "#/deler";
  app.ui.fokus = "sidetittel";
  // The page that it leads to closes what was told before.
  setTimeout(() => fortell(t("gammel.ferdig.gjort")));
  return si(t("gammel.ferdig.gjort"));
}

/** In a message that something is in its field: the way there. */
export function gåTilSatt() {
  const rute = app.ui.gåTil;
  if (!rute || !app.ui.melding) return null;
  return h("button", { type: "button", class: "knapp liten", on: { click: () => {
    app.ui.gåTil = app.ui.melding = null;
    gåTilFelt(rute);
  } } }, t("gå_til_feltet"));
}
