// The agreement as it will be: `lag`'s own page in a frame, with what is chosen and found drawn behind and beside it.
import { foreign, h } from "./dom.js";
import { hent } from "./api.js";
import { antall, t } from "./ord.js";
import { app, begynner, lik, tegn } from "./tilstand.js";
import { feltI, ROT } from "./modell.js";
import { fortell } from "./lagring.js";
import { gåTilFelt, ruterPåSiden } from "./rute.js";
import { valgtFunn, velgFunn } from "./funn.js";
import { lesSetninger } from "./setninger.js";

let frame = null; // the one that is shown
let henter = false;
let mislyktes = ""; // the document that could not be shown just now
const IGJEN = 5000; // ms before it is asked for again
let stil = null;
let setninger = [];
let valgt = -1; // the sentence that has the button
let vistRute = ""; // the field, or the page while no field is chosen, that the sheet was last moved to
let malt = [null]; // what it was drawn for
let klikket = false; // the field was opened from the sheet, which need not move then

/** The left half of the page. */
export function arkside() {
  return h("section", { class: "ark", key: "ark", id: "ark", "aria-label": t("ark.navn") },
    h("div", { class: "arkhode" }, h("p", {}, t("ark.slik")),
      h("label", { class: "avkryss" }, h("input", { type: "checkbox", checked: app.ui.merkEget, on: { change: (event) => {
        app.ui.merkEget = event.target.checked;
        tegn();
      } } }), t("ark.merk_eget"))),
    app.tilstand.melding ? h("p", { class: "arkmelding" }, app.tilstand.melding) : null,
    foreign(h("div", { class: "ramme", id: "ramme", key: "ramme" })),
    app.tilstand.dokument ? null : h("p", { class: "arktomt" }, t("ark.tomt")));
}

/** Bring the sheet up to the state of the page. */
export function oppdaterArk() {
  const host = document.getElementById("ramme");
  if (!host) return;
  if (app.tilstand.dokument && ![frame?.dataset.dokument, mislyktes].includes(app.tilstand.dokument) && !henter) last(host);
  else if (frame && malt.some((en, n) => en !== tegnes()[n])) mal();
}

/** All that what is drawn on the sheet depends on. To draw it is to measure the whole sheet: not for each key. */
const tegnes = () => [frame, app.tilstand, app.ui.aktiv, app.ui.merkEget, app.ui.valgtFunn, location.hash];

async function last(host) {
  henter = true;
  const dokument = app.tilstand.dokument;
  const ny = document.createElement("iframe");
  ny.title = t("ark.navn");
  ny.className = "venter";
  ny.dataset.dokument = dokument;
  const klar = new Promise((resolve) => ny.addEventListener("load", resolve, { once: true }));
  ny.src = "/avtale.html";
  host.append(ny);
  try {
    const [spor, css] = await Promise.all([hent("/api/spor"), stil ?? fetch("/statisk/ark.css").then((svar) => svar.text()), klar]);
    stil = css;
    const gammel = frame;
    const harFokus = document.activeElement === gammel;
    const lest = gammel && lesested(gammel.contentWindow);
    stell(ny, spor);
    frame = ny;
    ny.className = "";
    gammel?.remove();
    if (lest) tilLesested(ny.contentWindow, lest);
    valgt = Math.min(valgt, setninger.length - 1);
    if (gammel) vistRute = navnet();
    mal();
    if (harFokus) ny.contentDocument.querySelector(".avtalegen-endre")?.focus({ preventScroll: true });
  } catch (error) {
    ny.remove();
    mislyktes = dokument;
    setTimeout(() => {
      mislyktes = "";
      tegn();
    }, IGJEN);
    console.error(error);
  } finally {
    henter = false;
    tegn();
  }
}

/** Make the page one that can be chosen in: one stop for the tabulator, and the listeners. */
function stell(ramme, spor) {
  const doc = ramme.contentDocument;
  const sheet = new ramme.contentWindow.CSSStyleSheet();
  sheet.replaceSync(stil);
  doc.adoptedStyleSheets = [sheet];
  for (const element of doc.querySelectorAll("a[href], .tabell, #innhold")) element.tabIndex = -1;
  doc.querySelector(".hopp")?.remove();
  for (const link of doc.querySelectorAll("a[href^='http']")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  setninger = lesSetninger(doc, spor);
  for (const setning of setninger) {
    if (!/^H[2-4]$/.test(setning.element.nodeName)) continue;
    const rute = setning.spenn[0]?.rute ?? setning.fører;
    if (!rute) continue;
    const knapp = doc.createElement("button");
    Object.assign(knapp, { type: "button", className: "avtalegen-lest", tabIndex: -1, textContent: t("ark.endre", { hva: setning.tekst }) });
    knapp.addEventListener("click", () => åpne(setning));
    setning.element.append(" ", knapp);
  }
  const lag = doc.createElement("div");
  lag.className = "avtalegen-lag";
  const foran = doc.createElement("div");
  foran.className = "avtalegen-foran";
  const endre = doc.createElement("button");
  Object.assign(endre, { type: "button", className: "avtalegen-endre", textContent: t("ark.endre_kort") });
  doc.body.append(lag, foran, endre);
  endre.addEventListener("focus", () => {
    if (valgt < 0) valgt = førsteSynlige();
    mal();
  });
  endre.addEventListener("blur", () => mal());
  endre.addEventListener("click", () => setninger[valgt] && åpne(setninger[valgt]));
  doc.addEventListener("keydown", taster);
  doc.addEventListener("mousemove", (event) => pek(event));
  doc.documentElement.addEventListener("mouseleave", () => pek(null));
  doc.addEventListener("click", klikk);
  ramme.contentWindow.addEventListener("resize", () => mal());
}

const navnet = () => app.ui.aktiv?.join(".") ?? location.hash;
const rects = (range) => [...range.getClientRects()].filter((en) => en.width > 1);
const inni = (rect, { clientX: x, clientY: y }) => x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 2 && y <= rect.bottom + 2;

function ved(event) {
  const blokk = event.target.closest?.("h1, h2, h3, h4, h5, p, li, dd, tr");
  return setninger.findIndex((setning) => setning.element === blokk && (setning.rad || rects(setning.range).some((rect) => inni(rect, event))));
}

let pekt = -1;
function pek(event) {
  const doc = frame?.contentDocument;
  if (event?.target.closest?.(".avtalegen-endre, .avtalegen-merke") || !doc) return;
  const ny = event ? ved(event) : -1;
  if (ny === pekt) return;
  pekt = ny;
  if (ny >= 0 && !doc.hasFocus()) valgt = ny;
  mal();
}

function klikk(event) {
  if (event.target.closest("button, a[href]") || !frame.contentWindow.getSelection().isCollapsed) return;
  const plass = ved(event);
  if (plass < 0) return;
  valgt = plass;
  const truffet = setninger[plass].spenn.find((spenn) => rects(spenn.range).some((rect) => inni(rect, event)));
  åpne(setninger[plass], truffet?.rute);
}

function åpne(setning, rute = setning.spenn[0]?.rute ?? setning.fører) {
  klikket = true;
  if (rute) {
    window.focus();
    return gåTilFelt(rute);
  }
  app.ui.egenTekst = nærmesteTekst(setninger.indexOf(setning));
  return fortell(t(app.ui.egenTekst ? "ark.fast_tekst" : "ark.fast_tekst.alene"));
}

/** The field for text of their own in the part that is nearest to a sentence; null when none has one. */
function nærmesteTekst(plass) {
  const nær = [...setninger.keys()].sort((a, b) => Math.abs(a - plass) - Math.abs(b - plass));
  for (const n of nær) {
    const [øverst] = setninger[n].spenn[0]?.rute ?? [];
    const felt = øverst && feltI(ROT, øverst);
    if (felt?.slag === "del" && !felt.mange && feltI(felt.klasse, "tekst")) return [øverst, "tekst"];
  }
  return null;
}

function taster(event) {
  if (event.key === "F6") return void app.handlinger.bytt(event);
  if (!event.target.closest(".avtalegen-endre")) return;
  const steg = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steg) valgt = Math.max(0, Math.min(setninger.length - 1, valgt + steg));
  else if (event.key === "Home") valgt = 0;
  else if (event.key === "End") valgt = setninger.length - 1;
  else return;
  event.preventDefault();
  mal();
  vis(setninger[valgt].range);
}

/** Go back to the sentence that a field was opened from. */
export function tilSetningen() {
  if (!frame?.offsetParent) return; // on a telephone the sheet is a page of its own
  frame.focus();
  frame.contentDocument.querySelector(".avtalegen-endre")?.focus({ preventScroll: true });
}

function førsteSynlige() {
  const plass = setninger.findIndex((setning) => setning.range.getBoundingClientRect().top >= 0);
  return Math.max(plass, 0);
}

function vis(range) {
  const rect = range.getBoundingClientRect();
  const view = frame.contentWindow;
  if (rect.top >= 60 && rect.bottom <= view.innerHeight - 60) return;
  const rolig = matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.scrollTo({ top: view.scrollY + rect.top - view.innerHeight / 3, behavior: rolig ? "instant" : "smooth" });
}

// --- what is drawn ---------------------------------------------------------------------------------------------------

const harRute = (setning, rute) => setning.spenn.some((spenn) => begynner(spenn.rute, rute));

/** How far down the sheet something is that is seen at `y`. */
const nedover = (y) => y - frame.contentDocument.body.getBoundingClientRect().top;

function boks(lag, rect, klasse, ut = 3) {
  const element = frame.contentDocument.createElement("div");
  element.className = klasse;
  const { left } = frame.contentDocument.body.getBoundingClientRect();
  Object.assign(element.style, { left: `${rect.left - left - ut}px`, top: `${nedover(rect.top) - 1}px`, width: `${rect.width + 2 * ut}px`, height: `${rect.height + 2}px` });
  lag.append(element);
  return element;
}

function mal() {
  const doc = frame?.contentDocument;
  const lag = doc?.querySelector(".avtalegen-lag");
  if (!lag) return;
  malt = tegnes();
  const foran = doc.querySelector(".avtalegen-foran");
  lag.replaceChildren();
  foran.replaceChildren();
  if (app.ui.merkEget) for (const { spenn } of setninger) for (const ett of spenn) if (!ett.valgt) rects(ett.range).forEach((rect) => boks(lag, rect, "eget", 0));
  const rute = app.ui.aktiv;
  const aktive = rute ? setninger.filter((setning) => harRute(setning, rute)) : [];
  for (const setning of aktive.slice(0, 12)) {
    rects(setning.range).forEach((rect) => boks(lag, rect, "setning"));
    for (const spenn of setning.spenn) if (begynner(spenn.rute, rute)) rects(spenn.range).forEach((rect) => boks(lag, rect, "ord"));
  }
  if (pekt >= 0 && setninger[pekt]) rects(setninger[pekt].range).forEach((rect) => boks(lag, rect, "pekt"));
  const endre = doc.querySelector(".avtalegen-endre");
  const her = doc.activeElement === endre || pekt < 0 ? valgt : pekt;
  if (setninger[her]) {
    if (doc.activeElement === endre) rects(setninger[her].range).forEach((rect) => boks(lag, rect, "pekt"));
    const rect = rects(setninger[her].range)[0] ?? setninger[her].range.getBoundingClientRect();
    endre.style.top = `${nedover(rect.top) - 2}px`;
    endre.setAttribute("aria-label", t("ark.endre_setning", { setning: setninger[her].tekst }));
  }
  endre.classList.toggle("synlig", pekt >= 0);
  merker(foran);
  forslagssted(foran);
  const først = aktive[0] ?? (rute ? null : setninger.find((setning) => ruterPåSiden().some((en) => harRute(setning, en))));
  if (navnet() !== vistRute && først && !klikket) vis(først.range);
  if (navnet() !== vistRute) klikket = false;
  vistRute = navnet();
}

/** The sentence that a route is nearest to: one that shows it, or more of what it is in. */
function nærmest(rute) {
  for (let n = rute.length; n > 0; n--) {
    const funnet = setninger.find((setning) => harRute(setning, rute.slice(0, n)) && (n > 1 || setning.element.nodeName !== "H1"));
    if (funnet && !(n === 1 && rute[0] === "avtale")) return funnet;
  }
  return setninger[0];
}

function merker(foran) {
  const vedBlokk = new Map();
  for (const funn of app.tilstand.funn) {
    if (funn.grad === "råd" || !funn.sted || !setninger.length) continue;
    const { element } = nærmest(funn.sted);
    vedBlokk.set(element, [...(vedBlokk.get(element) ?? []), funn]);
  }
  let under = -1;
  for (const [element, funn] of [...vedBlokk].sort(([a], [b]) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)) {
    const feil = funn.filter((ett) => ett.grad === "feil");
    const knapp = element.ownerDocument.createElement("button");
    Object.assign(knapp, { type: "button", className: `avtalegen-merke ${feil.length ? "feil" : "advarsel"}`, tabIndex: -1, textContent: String(funn.length) });
    knapp.setAttribute("aria-label", antall(funn.length, feil.length === funn.length ? "antall.feil" : feil.length ? "antall.funn" : "antall.advarsel"));
    knapp.title = funn.map((ett) => ett.melding).join("\n");
    const topp = Math.max(nedover(element.getBoundingClientRect().top), under);
    knapp.style.top = `${topp}px`;
    under = topp + 30;
    knapp.addEventListener("click", () => {
      window.focus();
      velgFunn(feil[0] ?? funn[0]);
    });
    foran.append(knapp);
  }
}

/** The place where a proposal would come, without its text. */
function forslagssted(foran) {
  const funn = valgtFunn();
  if (!funn?.forslag || !location.hash.startsWith("#/funn")) return;
  const rute = funn.forslag.rute;
  const siste = [2, 1].map((n) => setninger.findLast((setning) => harRute(setning, rute.slice(0, Math.max(1, rute.length - (2 - n) - 1))))).find(Boolean) ?? setninger.at(-1);
  if (!siste) return;
  const blokk = (siste.rad ? siste.element.closest(".tabell") : siste.element).getBoundingClientRect();
  const linje = frame.contentDocument.createElement("div");
  linje.className = "forslagssted";
  linje.style.top = `${nedover(blokk.bottom)}px`;
  linje.textContent = t("ark.her_kommer");
  foran.append(linje);
  const navn = `forslag:${rute.join(".")}`;
  if (app.ui.vistForslag !== navn) vis(siste.range);
  app.ui.vistForslag = navn;
}

/** The sentence of the agreement that shows a route, in pieces; null when none does. */
export function setningFor(rute) {
  const setning = setninger.find((en) => en.spenn.some((spenn) => lik(spenn.rute, rute) && spenn.fra !== undefined));
  if (!setning) return null;
  const deler = [];
  let fra = 0;
  for (const spenn of setning.spenn.filter((en) => lik(en.rute, rute))) {
    deler.push({ tekst: setning.tekst.slice(fra, spenn.fra) }, { tekst: setning.tekst.slice(spenn.fra, spenn.til), merket: true });
    fra = spenn.til;
  }
  return [...deler, { tekst: setning.tekst.slice(fra) }];
}

// --- where the reader is ---------------------------------------------------------------------------------------------

const overskrifter = (doc) => [...doc.querySelectorAll("h1, main h2, main h3, main h4, main h5")];
const navnPå = (overskrift) => overskrift.id.replace(/-\d+$/, "") + [...overskrift.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim();

/** The heading that is read under, and how far from the top of the window it is: numbers change, names don't. */
function lesested(view) {
  const over = overskrifter(view.document).filter((en) => en.getBoundingClientRect().top < 40).at(-1);
  if (!over || view.scrollY === 0) return { y: view.scrollY };
  const like = overskrifter(view.document).filter((en) => navnPå(en) === navnPå(over));
  return { y: view.scrollY, navn: navnPå(over), nummer: like.indexOf(over), top: over.getBoundingClientRect().top };
}

function tilLesested(view, { y, navn, nummer, top }) {
  const like = navn ? overskrifter(view.document).filter((en) => navnPå(en) === navn) : [];
  const over = like[Math.min(nummer, like.length - 1)];
  view.scrollTo({ top: over ? view.scrollY + over.getBoundingClientRect().top - top : y, behavior: "instant" });
}
