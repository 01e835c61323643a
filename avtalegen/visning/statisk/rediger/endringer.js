// «Endringer»: what isn't as in an earlier edition, part by part, each with the way to its field and back to what it was.
import { h, ikon } from "./dom.js";
import { send } from "./api.js";
import { antall, t } from "./ord.js";
import { app, si, tegn } from "./tilstand.js";
import { feltVed } from "./modell.js";
import { tøm } from "./lagring.js";
import { gåTilFelt } from "./rute.js";
import { endret, førNå, følg, slagklasse, slagord, spørIgjen, tilbakeknapp, velgMot } from "./endret.js";

export function endringsside() {
  følg();
  const { svar } = endret;
  return {
    tittel: t("endringer"),
    innhold: [
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("endringer")),
        svar?.antall ? h("p", { class: "oppsummert" }, antall(svar.antall, "antall.endring")) : null),
      svar ? [velger(svar), innhold(svar)] : venter(),
    ],
  };
}

function venter() {
  if (!endret.feilet) return h("p", { class: "innledning", key: "venter", role: "status" }, t("endringer.henter"));
  return h("div", { class: "boks", key: "feilet" }, h("p", {}, t("endringer.feilet")), h("button", { type: "button", class: "knapp liten", on: { click: spørIgjen } }, t("endringer.igjen")));
}

function velger({ valg, mot }) {
  const navn = (en) => t(`endringer.mot.${en.slag}`, { navn: en.navn, når: en.når.split("-").map(Number).reverse().join(".") });
  return h("div", { class: "mot", key: "mot" }, h("label", { for: "mot" }, t("endringer.mot")),
    h("select", { id: "mot", value: mot, on: { change: (event) => velgMot(event.target.value) } }, valg.map((en) => h("option", { value: en.id, key: en.id }, navn(en)))));
}

function innhold(svar) {
  if (svar.feil) return h("div", { class: "boks", key: "feil" }, h("p", {}, t("endringer.feil")), h("a", { class: "knapp liten", href: "#/funn" }, t("endringer.se_feil")));
  if (svar.melding) return h("p", { class: "feiltekst", key: "melding" }, ikon("XMarkOctagon", 18), h("span", {}, svar.melding));
  return [
    svar.slag === "åpnet" && !svar.valg.some((en) => ["erstatter", "signert", "git"].includes(en.slag)) ? uten() : null,
    h("p", { class: "innledning", key: "innledning" }, svar.antall ? t("endringer.om") : t(svar.slag === "åpnet" ? "endringer.ingen.åpnet" : "endringer.ingen")),
    h("div", { class: "endringer", key: "liste" }, svar.avsnitt.map((en) => h("section", { key: en.tittel, "aria-label": en.tittel }, h("h3", {}, en.tittel), setninger(en.setninger)))),
    svar.antall ? lastNed(svar) : null,
  ];
}

/** That there is no earlier edition here, and what can be done about it. */
function uten() {
  const felt = ["avtale", "erstatter"];
  return h("div", { class: "boks", key: "uten" }, h("div", {}, h("p", {}, t("endringer.uten")),
    h("p", { class: "knapper" }, h("button", { type: "button", class: "knapp liten", on: { click: () => gåTilFelt(felt) } }, t("endringer.si_hvilken")))));
}

const setninger = (alle) => h("ul", { role: "list" }, alle.map((en) => h("li", { key: en.id || en.tekst, class: en.id ? "endring" : "endringsgruppe" }, setning(en))));

function setning(en) {
  if (!en.id) return [h("p", {}, en.tekst), en.under.length ? setninger(en.under) : null];
  const id = `endring-${en.id}`;
  const kan = feltVed(en.rute);
  return [
    h("p", { class: "endring-hode" }, h("span", { class: `slag ${slagklasse(en.slag)}` }, slagord(en.slag)), " ",
      kan ? h("button", { type: "button", class: "lenke", id, "aria-label": t("gå_til_feltet_om", { hva: en.tekst }), on: { click: () => gåTilFelt(en.rute) } }, en.tekst) : h("span", {}, en.tekst)),
    // A sentence that tells of several changes, tells all of what was and is.
    en.endringer.length === 1 && !sagt(en.tekst, en.endringer[0]) ? førNå(en.endringer[0]) : null,
    en.under.length ? setninger(en.under) : null,
    tilbake(en),
  ];
}

/** Whether a sentence says both what was and what is, or there is only one of them. */
const sagt = (tekst, { før, nå }) => før === null || nå === null || (tekst.includes(før) && tekst.includes(nå));

function tilbake(en) {
  const knapp = tilbakeknapp(en, ["sidetittel"]);
  return knapp && h("p", { class: "knapper" }, knapp);
}

const FORMATER = ["docx", "html"];

function lastNed(svar) {
  return h("section", { class: "lastned", key: "lastned", "aria-labelledby": "lastned" }, h("h3", { id: "lastned" }, t("endringer.last_ned")),
    h("p", { class: "knapper" }, FORMATER.map((format) => h("button", { type: "button", key: format, id: `lastned-${format}`, class: "knapp", on: { click: () => last(format, svar.mot) } }, ikon("FileText", 18), t(`endringer.last_ned.${format}`)))),
    h("div", { role: "status" }, app.ui.lastet ? h("p", { class: app.ui.lastet.feil ? "feiltekst" : "lagsvar" }, app.ui.lastet.tekst) : null));
}

async function last(format, mot) {
  app.ui.lastet = { tekst: t("endringer.lager") };
  tegn();
  try {
    await tøm();
    const svar = await send("/api/endringsdokument", { mot, format });
    if (svar.svar === "laget") gi(svar);
    app.ui.lastet = svar.svar === "laget" ? { tekst: t("endringer.lastet", { fil: svar.navn }) } : { tekst: svar.melding, feil: true };
  } catch (error) {
    console.error(error);
    app.ui.lastet = { tekst: t("brutt", { fil: app.tilstand.fil }), feil: true };
  }
  si(app.ui.lastet.tekst);
  tegn();
}

const TYPER = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", html: "text/html" };

/** Let the browser keep a file that was made. */
function gi({ navn, data }) {
  const bytes = Uint8Array.from(atob(data), (tegnet) => tegnet.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: TYPER[navn.split(".").at(-1)] }));
  Object.assign(document.createElement("a"), { href: url, download: navn }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
