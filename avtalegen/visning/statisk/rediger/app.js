// The page: the bar at the top, the sheet to the left, the panel to the right, or one of them on a telephone.
import { h, ikon, patch } from "./dom.js";
import { hent, lytt } from "./api.js";
import { lesOrd, t } from "./ord.js";
import { app, påTegning, tegn } from "./tilstand.js";
import { angre, gjørOm, lagring, lukkIkkeGjort, oppfrisk, ta } from "./lagring.js";
import { arkside, oppdaterArk } from "./ark.js";
import { delside } from "./del.js";
import { funnside } from "./funn.js";
import { endringsside } from "./endringer.js";
import { antallIgjen, gammelside, gåTilSatt, harGammel } from "./gammel.js";
import { endret, følg } from "./endret.js";
import { oversikt } from "./oversikt.js";
import { planside } from "./moteplan.js";
import { lagmeny, lagside } from "./lag.js";
import { konflikter } from "./konflikt.js";
import { lyttTilTrykk, merkFokus } from "./fokus.js";
import { bytt, lyttTilTaster } from "./tastatur.js";
import { gåTilFelt, sti } from "./rute.js";
import { voks } from "./felt.js";
import { nettoppLaget } from "./utgave.js";
import { lukk as lukkKalender } from "./dato.js";

const smal = matchMedia("(max-width: 56rem)");

function side() {
  const [navn, ...resten] = sti();
  const del = navn === "del" && app.skjema.deler.find((en) => en.id === resten[0]);
  if (del) return delside(del, resten[1]);
  if (navn === "plan") return planside(resten[0]) ?? oversikt();
  if (navn === "funn") return funnside();
  if (navn === "endringer") return endringsside();
  if (navn === "lag") return lagside();
  if (navn === "gammel") return gammelside() ?? oversikt();
  return oversikt();
}

const fane = () => ({ funn: "funn", endringer: "endringer", gammel: harGammel() ? "gammel" : "deler", avtale: "avtale", lag: "lag" })[sti()[0]] ?? "deler";

function status() {
  const { slag, hvorfor } = lagring;
  const { lagret, problem } = app.tilstand;
  if (slag === "ikke" || problem || app.tilstand.beskyttet) return h("p", { class: "lagret ikke", title: hvorfor || problem?.melding }, ikon("ExclamationmarkTriangle"), h("span", {}, t("ikke_lagret")));
  if (slag === "lagrer") return h("p", { class: "lagret" }, t("lagrer"));
  return lagret ? h("p", { class: "lagret ja" }, ikon("Checkmark"), h("span", {}, t("lagret", { når: lagret }))) : h("p", { class: "lagret" }, t("lagret.alt"));
}

function topp() {
  const { tittel, fil, status: hvor, angre: angres, gjør_om: gjøresOm } = app.tilstand;
  const knapp = (id, ord, hva, icon, gjør) => h("button", { type: "button", class: "toppknapp", id, "aria-disabled": hva ? null : "true", title: hva ? `${t(ord)}: ${hva}` : t(`${ord}.ingen`), on: { click: () => hva && gjør() } }, ikon(icon), h("span", {}, t(ord)));
  return h("header", { class: "topp", key: "topp" },
    h("a", { class: "hjem", href: "/?side=start", "aria-label": t("hjem"), title: t("hjem") }, ikon("House", 22)),
    h("h1", {}, tittel), h("span", { class: "fil" }, fil), h("span", { class: "merke" }, hvor),
    h("div", { class: "topp-hoyre" }, status(), h("span", { class: "skille", "aria-hidden": "true" }),
      knapp("angre", "angre", angres, "ArrowUndo", angre), knapp("gjor-om", "gjør_om", gjøresOm, "ArrowRedo", gjørOm), lagmeny()));
}

function faner(antallFunn) {
  const valgt = fane();
  const en = (id, navn, teller) => h("li", {}, h("a", { href: `#/${id}`, id: `fane-${id}`, "aria-current": valgt === id ? "page" : null }, navn, teller ? [" ", h("span", { class: "teller" }, String(teller))] : null));
  return h("nav", { class: "faner", key: "faner", "aria-label": t("faner") }, h("ul", { role: "list" }, en("deler", t("deler")), en("funn", t("funn_og_forslag"), antallFunn), en("endringer", t("endringer"), endret.svar?.antall), harGammel() ? en("gammel", t("gammel.fane"), antallIgjen()) : null));
}

function bunn(antallFunn) {
  const valgt = fane();
  return h("nav", { class: "bunn", key: "bunn", "aria-label": t("faner") }, h("ul", { role: "list" }, [["deler", t("deler"), "BulletList"], ["funn", `${t("funn")} (${antallFunn})`, "LightBulb"], ["endringer", endret.svar?.antall ? `${t("endringer.kort")} (${endret.svar.antall})` : t("endringer"), "Pencil"], ["avtale", t("avtalen"), "FileText"], ["lag", t("lag.kort"), "FileExport"]].map(([id, navn, icon]) =>
    h("li", { key: id }, h("a", { href: `#/${id}`, "aria-current": valgt === id ? "page" : null }, ikon(icon), navn)))));
}

function meldinger() {
  const { problem } = app.tilstand;
  const egen = app.ui.egenTekst;
  return [
    app.brutt ? h("p", { class: "melding feil", key: "brutt" }, t("brutt", { fil: app.tilstand.fil })) : null,
    problem && !app.brutt ? h("p", { class: "melding feil", key: "problem" }, `${problem.melding} ${t("uleselig")}`) : null,
    app.tilstand.beskyttet && !problem && !app.brutt ? h("p", { class: "melding feil", key: "beskyttet" }, t("beskyttet", { fil: app.tilstand.fil })) : null,
    lagring.slag === "ikke" && lagring.hvorfor && !app.tilstand.beskyttet && !problem && !app.brutt ? h("p", { class: "melding feil", key: "ikke" }, h("span", {}, `${t("ikke_lagret")}: ${lagring.hvorfor}`), lagring.kanLukkes ? lukkeknapp(lukkIkkeGjort) : null) : null,
    app.ui.melding ? h("p", { class: "melding", key: "melding" }, h("span", {}, app.ui.melding),
      egen ? h("button", { type: "button", class: "knapp liten", on: { click: () => {
        lukkMelding();
        gåTilFelt(egen);
      } } }, t("ark.legg_til_tekst")) : null,
      gåTilSatt(),
      lukkeknapp(lukkMelding)) : null,
  ];
}

const lukkeknapp = (lukk) => h("button", { type: "button", class: "ikonknapp", "aria-label": t("lukk_melding"), on: { click: lukk } }, ikon("XMark"));

function lukkMelding() {
  app.ui.melding = null;
  app.ui.gåTil = null;
  app.ui.egenTekst = null;
  tegn();
}

function draw() {
  if (!app.tilstand) return;
  const panel = document.getElementById("panelrull");
  const { tittel, innhold, fot } = side();
  const antallFunn = app.tilstand.funn.length;
  const visArk = !smal.matches || fane() === "avtale";
  const visPanel = !smal.matches || fane() !== "avtale";
  const rettFokus = merkFokus();
  document.title = `${tittel} – ${app.tilstand.tittel}`;
  patch(document.getElementById("app"), [
    h("a", { class: "hopp", href: "#sidetittel", key: "hopp", on: { click: (event) => {
      event.preventDefault();
      document.getElementById("sidetittel")?.focus();
    } } }, t("hopp")),
    topp(),
    h("div", { class: `midt${visArk ? "" : " uten-ark"}${visPanel ? "" : " uten-panel"}`, key: "midt" },
      arkside(),
      h("main", { class: "panel", id: "panel", key: "panel" }, faner(antallFunn), h("div", { class: "meldinger", key: "meldinger" }, meldinger()), h("div", { class: "panelrull", id: "panelrull", key: "rull", tabindex: "-1" }, h("div", { class: "side", key: sti().slice(0, 2).join("/") }, innhold)), fot ? h("div", { class: "fot", key: "fot" }, fot) : null)),
    bunn(antallFunn),
  ]);
  if (app.ui.nySide && panel) {
    app.ui.nySide = false;
    panel.scrollTop = 0;
  }
  document.querySelectorAll("textarea").forEach(voks);
  rettFokus();
  konflikter();
  oppdaterArk();
  følg();
}

function nySide() {
  if (app.ui.kalender) lukkKalender();
  lukkIkkeGjort();
  app.ui.slettet = null;
  app.ui.melding = null;
  app.ui.gåTil = null;
  app.ui.egenTekst = null;
  app.ui.foreslått = null;
  app.ui.nySide = !app.ui.fokus;
  app.ui.fokus ??= fane() === "avtale" ? [] : ["sidetittel"];
  if (!app.ui.fokus.length || app.ui.fokus[0] === "sidetittel") app.ui.aktiv = null;
  tegn();
}

/** Another page in the panel: the same part in another group keeps the place. */
let forrige = sti().slice(0, 2).join("/");
function påHash() {
  const nå = sti().slice(0, 2).join("/");
  if (nå !== forrige || app.ui.fokus) nySide();
  else tegn();
  forrige = nå;
}

app.handlinger = { bytt, angreSlettet: async () => {
  const { rute } = app.ui.slettet;
  await angre();
  app.ui.fokus = [`i-${rute.join(".")}`, `kort-${rute.join(".")}`, `>rad-${rute.join(".")}`];
  tegn();
} };

async function start() {
  await lesOrd();
  if (document.querySelector('meta[name="side"]').content === "start" || new URLSearchParams(location.search).get("side") === "start") {
    const { startside } = await import("./start.js");
    return startside();
  }
  app.skjema = await hent("/api/skjema");
  ta(await hent("/api/tilstand"));
  app.ui.melding = nettoppLaget(app.tilstand.fil);
  påTegning(draw);
  tegn();
  addEventListener("hashchange", påHash);
  smal.addEventListener("change", tegn);
  lyttTilTaster();
  lyttTilTrykk();
  lytt({ news: oppfrisk, found: () => app.brutt && oppfrisk(), lost: () => {
    app.brutt = true;
    tegn();
  } });
  return undefined;
}

start();
