// A field: its question, the help above, the control, the unit after, and what is said of it under.
import { h, ikon } from "./dom.js";
import { ramse, t } from "./ord.js";
import { app, lik, nøkkel, tegn } from "./tilstand.js";
import { feltVed, medNavn } from "./modell.js";
import { forlat, funnVed, lagre, skriv } from "./lagring.js";
import { ufylt, utkastVed, venterPå, verdi } from "./utkast.js";
import { antallfelt, kanVæreAntall } from "./antall.js";
import { datofelt } from "./dato.js";
import { apningstider, erApningstider } from "./apningstider.js";
import { forslagVed } from "./forslag.js";
import { funnboks } from "./funnboks.js";
import { arvetVed, egetnote, fellesnote, låst, låstboks } from "./arv.js";
import { setningFor } from "./ark.js";
import { endretmerke } from "./endret.js";
import { gammelVed } from "./gammelfelt.js";

/** The id of the control of a field. */
export const kontrollId = (rute) => `i-${nøkkel(rute)}`;

const SKILLE = { telefon: " / ", epost: ", " };

/** What stands in a field, as the text of a control. */
function tekstI(rute, felt) {
  const her = verdi(rute);
  if (her === null || her === undefined || ufylt(rute) !== null) return "";
  if (Array.isArray(her)) return her.join(SKILLE[felt.nøkkel] ?? "; ");
  if (typeof her === "object") return Object.entries(her).map(([dag, tid]) => `${dag} ${tid ?? ""}`).join("; ");
  return String(her);
}

/** The listeners of a control that text is written in. */
export function skrivende(rute) {
  return {
    input: (event) => {
      voks(event.target);
      skriv(rute, event.target.value);
    },
    focus: () => aktiver(rute),
    blur: () => forlat(rute),
    keydown: (event) => {
      if (event.key === "Enter" && event.target.dataset.linjer !== "mange" && !event.isComposing) {
        event.preventDefault();
        lagre(rute, true);
      }
    },
  };
}

export function aktiver(rute) {
  if (app.ui.aktiv && lik(app.ui.aktiv, rute)) return;
  app.ui.aktiv = rute;
  tegn();
}

const VOKSER = CSS.supports("field-sizing", "content");

/** Let a text area be as high as its text, where the style sheet can't. */
export function voks(element) {
  if (VOKSER || element.nodeName !== "TEXTAREA") return;
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}

/** A field that holds one value. `smal` leaves out the room around it. */
export function enkeltfelt(rute, felt, { smal = false, etikett = "" } = {}) {
  const id = kontrollId(rute);
  const arvet = arvetVed(rute);
  const laast = låst(rute);
  const funn = funnVed(rute);
  const feil = funn.filter((ett) => ett.grad === "feil" || !ett.grad);
  const gruppe = felt.slag === "janei" || (felt.slag === "valg" && felt.valg.length <= 4);
  const spørsmål = etikett || felt.spørsmål;
  const beskrives = [felt.hjelp && `${id}-hjelp`, ufylt(rute) !== null && `${id}-ufylt`, feil.length && `${id}-feil`].filter(Boolean).join(" ") || null;
  const attributes = {
    id,
    "aria-describedby": beskrives,
    "aria-invalid": feil.length ? "true" : null,
    "aria-required": felt.påkrevd && !gruppe ? "true" : null,
    readonly: laast && !gruppe ? true : null,
  };
  const hjelp = felt.hjelp && h("p", { class: "hjelp", id: `${id}-hjelp` }, felt.hjelp);
  const hode = gruppe
    ? [h("legend", {}, spørsmål), hjelp]
    : [h("label", { for: id, id: `${id}-navn` }, spørsmål), hjelp];
  const inni = [
    ...hode,
    arvet ? låstboks(rute, arvet) : null,
    arvet ? null : h("div", { class: "kontroll" }, kontroll(rute, felt, attributes, laast), enhet(rute, felt)),
    ...under(rute, felt, id, feil, funn),
  ];
  return h(
    gruppe ? "fieldset" : "div",
    {
      class: `felt${smal ? " smal" : ""}${erAktiv(rute) ? " aktiv" : ""}`,
      key: `felt-${nøkkel(rute)}`,
      "aria-describedby": gruppe ? beskrives : null,
    },
    inni,
  );
}

const erAktiv = (rute) => app.ui.aktiv && lik(app.ui.aktiv, rute);

/** What stands under a control: what is wrong, what is found, what is proposed, and how it says in the agreement. */
export function under(rute, felt, id, feil, funn) {
  const draft = utkastVed(rute);
  return [
    feil.length
      ? h("div", { class: "feiltekst", id: `${id}-feil`, key: "feil" }, feil.map((ett) =>
          h("p", {}, ikon("XMarkOctagon", 18), h("span", {}, h("strong", {}, medNavn(ett.melding, rute)), ett.hjelp ? ` ${medNavn(ett.hjelp, rute)}` : ""))))
      : null,
    ufyltnote(rute, id),
    gammelVed(rute),
    venter(rute),
    fellesnote(rute),
    egetnote(rute),
    endretmerke(rute),
    draft?.delt ? deltvalg(rute, draft) : null,
    draft?.bekreftes ? bekreft(rute) : null,
    erAktiv(rute) ? iAvtalen(rute) : null,
    funn.filter((ett) => ett.grad && ett.grad !== "feil").map((ett) => funnboks(ett, { vedFelt: true })),
    draft ? null : forslagVed(rute),
  ];
}

/** That the file says that something is to be filled in here, and what: the field itself is empty. */
function ufyltnote(rute, id) {
  const hva = ufylt(rute);
  return hva === null ? null : h("p", { class: "ufylt", id: `${id}-ufylt`, key: "ufylt" }, ikon("Pencil", 18), h("span", {}, hva ? t("ufylt", { hva }) : t("ufylt.noe")));
}

/** What a new item or part waits for, before it is saved. */
function venter(rute) {
  const felter = feltVed(rute)?.felt.slag === "del" ? venterPå(rute) : [];
  return felter.length ? h("p", { class: "venter", key: "venter" }, t("venter", { felter: ramse(felter.map((felt) => `«${felt}»`)) })) : null;
}

function iAvtalen(rute) {
  const deler = setningFor(rute);
  return deler && h("p", { class: "i-avtalen", key: "i-avtalen" }, h("span", { class: "navn" }, t("i_avtalen")),
    deler.map((del) => (del.merket ? h("strong", {}, del.tekst) : del.tekst)));
}

function bekreft(rute) {
  return h("p", { class: "bekreft", key: "bekreft" }, t("forslag.ikke_lagret"), " ",
    h("button", { type: "button", class: "knapp liten", on: { click: () => skriv(rute, verdi(rute), { straks: true }) } }, t("forslag.bekreft")));
}

/** A value that YAML has in several places: change all of them, or this one alone. */
function deltvalg(rute, draft) {
  return h("div", { class: "boks", key: "delt", role: "group" }, h("p", {}, draft.delt.melding),
    h("p", { class: "knapper" },
      h("button", { type: "button", class: "knapp liten", on: { click: () => lagre(rute, true, { alias: "skriv_ut", steder: draft.delt.steder }) } }, t("delt.begge")),
      h("button", { type: "button", class: "knapp liten", on: { click: () => lagre(rute, true, { alias: "skriv_ut" }) } }, t("delt.bare_her"))));
}

function enhet(rute, felt) {
  if (!felt.enhet || kanVæreAntall(felt)) return null;
  return h("span", { class: "enhet", id: `${kontrollId(rute)}-enhet` }, felt.enhet);
}

function kontroll(rute, felt, attributes, laast) {
  const her = tekstI(rute, felt);
  if (felt.slag === "janei")
    return valgknapper(rute, attributes.id, jaNei(her), [["ja", t("ja")], ["nei", t("nei")]], felt, laast);
  if (felt.slag === "valg") return felt.valg.length <= 4 ? valgknapper(rute, attributes.id, her, felt.valg.map((ett) => [ett.verdi, ett.navn]), felt, laast) : nedtrekk(rute, felt, attributes, her, laast);
  if (erApningstider(felt) && !app.ui.annenMåte.has(nøkkel(rute))) {
    const rutenett = apningstider(rute, felt, her, attributes, laast);
    if (rutenett) return rutenett;
  }
  if (kanVæreAntall(felt)) return antallfelt(rute, felt, her, attributes, laast);
  if (felt.form === "dato") return datofelt(rute, felt, her, attributes, laast);
  return tekstfelt(rute, felt, her, attributes);
}

const JA = /^(ja|yes|true|sant)$/i;
const NEI = /^(nei|no|false|usant)$/i;
const jaNei = (her) => (JA.test(her) ? "ja" : NEI.test(her) ? "nei" : her);

/** A control for text, as wide as what it is meant for. */
export function tekstfelt(rute, felt, her, attributes) {
  const kort = felt.slag === "form";
  const lang = felt.slag === "langtekst";
  if (kort) {
    const måter = felt.måter.slice(0, 3);
    const id = `${attributes.id}-slik`;
    return [
      h("input", { type: felt.nøkkel === "telefon" ? "tel" : "text", autocomplete: "off", class: "kort", value: her, on: skrivende(rute), ...attributes,
        "aria-describedby": [attributes["aria-describedby"], måter.length && id].filter(Boolean).join(" ") || null }),
      måter.length && app.ui.aktiv && lik(app.ui.aktiv, rute)
        ? h("span", { class: "slik", id }, t("for_eksempel", { eksempler: måter.map((en) => `«${en}»`).join(", ") }))
        : h("span", { class: "kun-lest", id }, måter.length ? t("for_eksempel", { eksempler: måter.join(", ") }) : ""),
    ];
  }
  return h("textarea", { rows: lang ? 4 : 1, "data-linjer": lang ? "mange" : "en", value: her, on: skrivende(rute), ...attributes });
}

function valgknapper(rute, id, her, valg, felt, laast) {
  const ukjent = her && !valg.some(([verdi]) => verdi === her) ? [[her, her]] : [];
  const uvalgt = felt.påkrevd ? [] : [["", t("ikke_sagt")]];
  return h("div", { class: "valg" }, [...valg, ...ukjent, ...uvalgt].map(([ett, navn], n) =>
    h("label", { key: ett }, h("input", {
      type: "radio", name: id, id: n ? `${id}-${n}` : id, value: ett, checked: her === ett, disabled: laast || null,
      on: { change: () => skriv(rute, ett, { straks: true }), focus: () => aktiver(rute) },
    }), h("span", { class: ett ? "" : "dempet" }, navn))));
}

function nedtrekk(rute, felt, attributes, her, laast) {
  const kjent = !her || felt.valg.some((ett) => ett.verdi === her);
  return h("select", { ...attributes, readonly: null, disabled: laast || null, value: her,
    on: { change: (event) => skriv(rute, event.target.value, { straks: true }), focus: () => aktiver(rute) } },
    h("option", { value: "" }, t("ikke_valgt")),
    kjent ? null : h("option", { value: her }, her),
    felt.valg.map((ett) => h("option", { value: ett.verdi }, ett.navn)));
}
