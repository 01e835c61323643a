// The first page: a new agreement, or one that is in the folder.
import { h, ikon, patch } from "./dom.js";
import { hent, send } from "./api.js";
import { ramse, stor, t } from "./ord.js";
import { si } from "./tilstand.js";
import { husk, utgaveknapp } from "./utgave.js";

const side = { valgt: [], treff: [], treffFor: "", velges: false, søk: "", merket: -1, åpen: false, målform: "bokmål", egen: "bokmål", bestemt: false, prøve: null, start: null, feil: "", wordfeil: "" };
let nummer = 0;

export async function startside() {
  side.målform = side.egen = document.documentElement.lang === "nn" ? "nynorsk" : "bokmål";
  side.start = await hent("/api/start");
  draw();
}

function draw() {
  document.title = t("start.tittel");
  patch(document.getElementById("app"), [
    h("header", { class: "topp", key: "topp" }, h("strong", { class: "navnet" }, "avtalegen"), h("div", { class: "topp-hoyre" }, h("p", { class: "dempet" }, t("start.lokalt")))),
    h("main", { class: "start", key: "start" },
      h("h1", {}, t("start.tittel")), h("p", { class: "ingress" }, t("start.ingress")),
      h("div", { class: "startdeler" }, ny(), h("div", { class: "starthøyre" }, fortsett(), wordfil()))),
  ]);
}

function ny() {
  return h("section", { class: "flis", key: "ny", "aria-labelledby": "ny-tittel" }, h("h2", { id: "ny-tittel" }, t("start.ny")),
    h("label", { for: "kommuner", id: "kommuner-navn" }, t("start.kommuner")), h("p", { class: "hjelp", id: "kommuner-hjelp" }, t("start.kommuner.hjelp")),
    h("div", { class: "søk", key: "søk" },
      h("div", { class: "søkefelt", on: { click: (event) => event.target.classList.contains("søkefelt") && document.getElementById("kommuner").focus() } },
        side.valgt.map((en) => h("span", { class: "valgt-kommune", key: en.nummer }, en.navn, h("button", { type: "button", "aria-label": t("start.fjern", { kommune: en.navn }), on: { click: () => fjern(en) } }, ikon("XMark", 18)))),
        h("input", { id: "kommuner", key: "kommuner", type: "text", role: "combobox", autocomplete: "off", value: side.søk, "aria-expanded": String(side.åpen), "aria-controls": "treff", "aria-autocomplete": "list", "aria-describedby": "kommuner-hjelp",
          "aria-activedescendant": side.åpen && side.merket >= 0 ? `treff-${side.treff[side.merket].nummer}` : null, on: { input: (event) => søk(event.target.value), keydown: tast, blur: () => {
            side.åpen = false;
            draw();
          }, focus: () => {
            side.åpen = side.treff.length > 0 && side.søk !== "";
            draw();
          } } })),
      h("ul", { class: "treff", id: "treff", role: "listbox", "aria-labelledby": "kommuner-navn", hidden: !side.åpen }, side.treff.map((en, n) =>
        h("li", { role: "option", id: `treff-${en.nummer}`, key: en.nummer, "aria-selected": String(n === side.merket), on: { mousedown: (event) => {
          event.preventDefault();
          velg(en);
        }, mousemove: () => merk(n) } }, h("span", {}, uthevet(en.navn)), " ", h("span", { class: "dempet" }, en.fylke), en.merknad ? h("span", { class: "dempet merknad" }, en.merknad) : null)))),
    side.valgt.length ? h("dl", { class: "fakta", key: "fakta" }, fakta()) : null,
    h("fieldset", { class: "målform", key: "målform" }, h("legend", {}, t("start.målform")), h("div", { class: "segment" }, ["bokmål", "nynorsk"].map((en) => h("label", {}, h("input", { type: "radio", name: "målform", checked: side.målform === en, on: { change: () => {
      side.målform = en;
      side.bestemt = true;
      draw();
    } } }), h("span", {}, t(`start.${en}`)))))),
    side.feil ? h("p", { class: "feiltekst", role: "alert", key: "feil" }, ikon("XMarkOctagon", 18), side.feil) : null,
    h("p", { class: "knapper", key: "lag" }, h("button", { type: "button", class: "knapp hoved", on: { click: lag } }, t("start.lag")),
      side.prøve?.fil ? h("span", { class: "dempet" }, t("start.lagres.som"), " ", h("strong", {}, side.prøve.fil), " ", t("start.lagres.i", { mappe: side.start.mappe })) : null));
}

function fakta() {
  const unike = (felt) => ramse([...new Set([side.prøve?.[felt] ? [side.prøve[felt]] : side.valgt.map((en) => en[felt])].flat().filter(Boolean))]);
  return [["distrikt", unike("distrikt")], ["enhet", unike("enhet")]].filter(([, verdi]) => verdi).map(([felt, verdi]) => [h("dt", {}, t(`start.${felt}`)), h("dd", {}, verdi)]);
}

function uthevet(navn) {
  const fra = navn.toLocaleLowerCase("nb").indexOf(side.søk.trim().toLocaleLowerCase("nb"));
  if (fra < 0 || !side.søk.trim()) return h("strong", {}, navn);
  const til = fra + side.søk.trim().length;
  return h("strong", {}, navn.slice(0, fra), h("u", {}, navn.slice(fra, til)), navn.slice(til));
}

async function søk(tekst) {
  side.søk = tekst;
  side.feil = "";
  side.velges = false;
  const mitt = ++nummer;
  draw();
  const treff = tekst.trim() ? await hent(`/api/kommuner?q=${encodeURIComponent(tekst.trim())}&valgt=${side.valgt.map((en) => en.nummer).join(",")}`) : [];
  if (mitt !== nummer) return;
  side.treffFor = tekst;
  side.treff = treff.filter((en) => !side.valgt.some((valgt) => valgt.nummer === en.nummer));
  side.merket = side.treff.length ? 0 : -1;
  side.åpen = side.treff.length > 0 && document.activeElement?.id === "kommuner";
  if (side.velges && side.treff.length) return velg(side.treff[0]);
  side.velges = false;
  if (tekst.trim()) si(side.treff.length ? t("start.treff", { antall: side.treff.length }) : t("start.ingen_treff"));
  draw();
}

function merk(n) {
  if (side.merket === n) return;
  side.merket = n;
  draw();
}

function tast(event) {
  const antall = side.treff.length;
  if (event.key === "ArrowDown" && antall) side.merket = side.åpen ? (side.merket + 1) % antall : 0;
  else if (event.key === "ArrowUp" && antall) side.merket = (side.merket - 1 + antall) % antall;
  else if (event.key === "Enter" && side.søk.trim()) {
    event.preventDefault();
    // What is listed may be what an earlier letter found: whoever is quick gets what was written.
    if (side.treffFor !== side.søk) side.velges = true;
    else if (side.åpen && side.merket >= 0) return velg(side.treff[side.merket]);
    return undefined;
  } else if (event.key === "Escape") {
    side.åpen = false;
    return draw();
  } else if (event.key === "Backspace" && !event.target.value && side.valgt.length) return fjern(side.valgt.at(-1));
  else return undefined;
  event.preventDefault();
  side.åpen = true;
  return draw();
}

function velg(kommune) {
  side.valgt = [...side.valgt, kommune];
  Object.assign(side, { søk: "", treff: [], treffFor: "", velges: false, åpen: false, merket: -1, feil: "" });
  nummer += 1; // an answer that is on its way is about what was written before
  si(t("start.valgt", { kommune: kommune.navn }));
  foreslå();
  draw();
  prøv();
}

/** The målform that most of the kommuner require, as `avtalegen ny` has it, until somebody has chosen one. */
function foreslå() {
  if (side.bestemt) return;
  const [nynorsk, bokmål] = ["nynorsk", "bokmål"].map((en) => side.valgt.filter((kommune) => kommune.målform === en).length);
  side.målform = nynorsk === bokmål ? side.egen : nynorsk > bokmål ? "nynorsk" : "bokmål";
}

function fjern(kommune) {
  side.valgt = side.valgt.filter((en) => en !== kommune);
  foreslå();
  draw();
  document.getElementById("kommuner").focus();
  prøv();
}

const bestilling = (prøv) => send("/api/ny", { kommuner: side.valgt.map((en) => en.nummer), målform: side.målform, prøv });

async function prøv() {
  side.prøve = side.valgt.length ? await bestilling(true) : null;
  draw();
}

async function lag() {
  if (!side.valgt.length) {
    side.feil = t("start.velg_kommune");
    draw();
    return document.getElementById("kommuner").focus();
  }
  const svar = await bestilling(false);
  if (svar.svar === "laget") return åpne(svar.fil);
  side.feil = svar.melding;
  return draw();
}

async function åpne(fil) {
  const svar = await send("/api/apne", { fil });
  if (svar.svar === "åpnet") return location.assign("/");
  side.feil = svar.melding ?? t("start.ikke_åpnet", { fil });
  return draw();
}

function fortsett() {
  const { avtaler, felles } = side.start;
  // Two editions of an agreement are told apart by what their files are called.
  const flere = (tittel) => avtaler.filter((en) => en.tittel === tittel).length > 1;
  return h("section", { class: "flis", key: "fortsett", "aria-labelledby": "fortsett-tittel" }, h("h2", { id: "fortsett-tittel" }, t("start.fortsett")),
    avtaler.length ? h("ul", { class: "avtaler", role: "list" }, avtaler.map((en) => h("li", { key: en.fil }, h("button", { type: "button", on: { click: () => åpne(en.fil) } }, ikon("FileText"),
      h("span", { class: "avtale" }, h("strong", {}, en.tittel), h("span", { class: "dempet" }, [flere(en.tittel) ? en.fil : "", t("start.endret", { når: en.endret }), en.tekst].filter(Boolean).join(" · "))), h("span", { class: "merke" }, stor(en.status))), en.fornyes ? utgaveknapp(side, draw, { fil: en.fil, tittel: en.tittel }) : null))) : h("p", { class: "dempet" }, t("start.ingen", { mappe: side.start.mappe })),
    felles?.length ? h("p", { class: "dempet" }, t("start.felles", { filer: ramse(felles) })) : null);
}

function wordfil() {
  return h("section", { class: "flis liten", key: "word", "aria-labelledby": "word-tittel" }, h("h2", { id: "word-tittel" }, t("start.word")), h("p", { id: "word-om" }, t("start.word.om")),
    h("label", { class: "knapp filvalg", key: "filvalg" }, ikon("FileText", 18), t("start.word.velg"), h("input", { class: "kun-lest", type: "file", id: "dokument", accept: ".docx,.odt,.pdf,.html,.htm,.txt,.md", "aria-describedby": "word-om", on: { change: (event) => hentFra(event.target) } })),
    h("div", { role: "alert", key: "wordfeil" }, side.wordfeil ? h("div", { class: "feiltekst" }, h("p", {}, ikon("XMarkOctagon", 18), h("span", {}, side.wordfeil))) : null));
}

const MEST = 20_000_000; // bytes: written as text, it is the most that the server takes

async function hentFra(felt) {
  const [dokument] = felt.files;
  if (!dokument) return undefined;
  side.wordfeil = "";
  if (dokument.size > MEST) side.wordfeil = t("start.word.for_stor");
  else {
    const data = await lestSomTekst(dokument);
    const svar = await send("/api/fra-dokument", { navn: dokument.name, data });
    if (svar.svar === "laget") {
      const { importert } = svar;
      if (importert) husk([importert.rest ? "start.word.importert.rest" : "start.word.importert", { fil: dokument.name, ...importert }], svar.fil);
      else husk([t("start.word.hentet", { fil: dokument.name }), svar.endret ? t("start.word.endret") : null].filter(Boolean).join(" "), svar.fil);
      return åpne(svar.fil);
    }
    side.wordfeil = svar.melding;
  }
  felt.value = "";
  return draw();
}

const lestSomTekst = (fil) => new Promise((resolve, reject) => {
  const leser = new FileReader();
  leser.onload = () => resolve(leser.result.slice(leser.result.indexOf(",") + 1));
  leser.onerror = () => reject(leser.error);
  leser.readAsDataURL(fil);
});
