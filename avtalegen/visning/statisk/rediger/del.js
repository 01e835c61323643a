// The page of a part of the agreement, and the forms of the parts within it.
import { h, ikon } from "./dom.js";
import { liten, t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { feltI, hovedfelter, klasse, kortnavn, ROT, tom, verdiVed } from "./modell.js";
import { funnVed, tøm } from "./lagring.js";
import { under as utkastUnder } from "./utkast.js";
import { enkeltfelt, kontrollId, under } from "./felt.js";
import { listefelt } from "./liste.js";
import { arvetVed, låstboks, låst } from "./arv.js";
import { forslagVed } from "./forslag.js";
import { oppsummert } from "./funn.js";
import { funnboks } from "./funnboks.js";
import { kortDato, lesDato } from "./kalender.js";
import { GRUPPER } from "./grupper.js";
import { erMøteplan, møteplanrad } from "./moteplan.js";
import { utgaveknapp } from "./utgave.js";
import { gammelVed } from "./gammelfelt.js";

/** The form of one field, whatever it holds. */
export function feltskjema(rute, felt, valg = {}) {
  if (erMøteplan(rute)) return møteplanrad(rute, felt);
  if (felt.mange) return listefelt(rute, felt, valg);
  return felt.slag === "del" ? delfelt(rute, felt) : enkeltfelt(rute, felt, valg);
}

const harNoe = (rute) => !tom(verdiVed(rute)) || utkastUnder(rute).length > 0;

/** A part in a part: its few main fields, or all of them when it is opened; when it is empty, a way to add it. */
function delfelt(rute, felt) {
  const key = nøkkel(rute);
  const { kortform } = klasse(felt.klasse);
  const enkel = kortform && !feltI(felt.klasse, kortform).mange;
  const arvet = arvetVed(rute);
  const id = kontrollId(rute);
  const funn = funnVed(rute);
  const om = under(rute, felt, id, funn.filter((ett) => ett.grad === "feil" || !ett.grad), funn);
  const ramme = (inni) => h("fieldset", { class: "felt underdel", key: `felt-${key}`, id: `del-${key}` }, h("legend", {}, felt.spørsmål), felt.hjelp && h("p", { class: "hjelp" }, felt.hjelp), inni, om);
  if (arvet && arvet.rute.length <= rute.length) return ramme(låstboks(rute, arvet));
  if (harNoe(rute) || app.ui.åpne.has(key)) return ramme(enkel ? radFelter(rute, felt.klasse) : deltFelter(rute, felt.klasse));
  if (enkel && !funn.length && !låst(rute)) return ramme(radFelter(rute, felt.klasse));
  const forslag = forslagVed(rute);
  if (låst(rute)) return null;
  return h("div", { class: "felt tom-del", key: `felt-${key}` },
    h("button", { type: "button", class: "ny", id: `del-${key}`, on: { click: () => {
      app.ui.åpne.add(key);
      app.ui.fokusI = `del-${key}`;
      tegn();
    } } }, ikon("Plus"), t("legg_til", { hva: liten(felt.kort) })),
    felt.hjelp && !forslag ? h("p", { class: "hjelp" }, felt.hjelp) : null, om);
}

/** The main fields of a part that is a row, and the others that are used; the rest under «Mer». */
export function radFelter(rute, klassenavn) {
  const key = `mer-${nøkkel(rute)}`;
  const hoved = hovedfelter(klassenavn);
  const resten = klasse(klassenavn).felter.filter((felt) => !hoved.includes(felt.nøkkel));
  const åpen = app.ui.åpne.has(key);
  const brukt = resten.filter((felt) => harNoe([...rute, felt.nøkkel]) || funnVed([...rute, felt.nøkkel]).length);
  const vist = åpen ? resten : brukt;
  const skjult = resten.length - brukt.length;
  const navn = kortnavn(rute);
  return [
    h("div", { class: `hovedfelter antall-${hoved.length}`, key: "hoved" }, hoved.map((nøkkelen) => {
      const felt = feltI(klassenavn, nøkkelen);
      return feltskjema([...rute, nøkkelen], hoved.length > 1 ? { ...felt, spørsmål: felt.kort, hjelp: "" } : felt, { smal: true });
    })),
    vist.length ? h("div", { class: "flere-felter", key: "flere" }, vist.map((felt) => feltskjema([...rute, felt.nøkkel], felt, { smal: true }))) : null,
    skjult ? h("button", { type: "button", class: "lenke mer", key: "mer", id: key, "aria-expanded": String(åpen), "aria-label": t(åpen ? "mindre_om" : "mer_om", { hva: navn }), on: { click: () => {
      if (!app.ui.åpne.delete(key)) app.ui.åpne.add(key);
      tegn();
    } } }, t(åpen ? "mindre" : "mer")) : null,
  ];
}

/** The groups that the fields of a class are shown in: [id, title, keys]. One group when they are few. */
export function grupperI(klassenavn) {
  const alle = klasse(klassenavn).felter.map((felt) => felt.nøkkel);
  const delt = GRUPPER[klassenavn];
  if (!delt) return [["alle", "", alle]];
  const brukt = new Set(Object.values(delt).flat());
  const resten = alle.filter((en) => !brukt.has(en));
  const grupper = Object.entries(delt).map(([id, nøkler]) => [id, t(`gruppe.${id}`), nøkler.filter((en) => alle.includes(en))]);
  return resten.length ? [...grupper, ["mer", t("gruppe.mer"), resten]] : grupper;
}

export const gruppeTil = (klassenavn, nøkkelen) => grupperI(klassenavn).find(([, , nøkler]) => nøkler.includes(nøkkelen))?.[0];

/** All the fields of a part, in groups when they are many. */
export function deltFelter(rute, klassenavn, { sti = null } = {}) {
  const grupper = grupperI(klassenavn);
  const valgt = grupper.find(([id]) => id === app.ui.grupper.get(nøkkel(rute))) ?? grupper[0];
  return [
    grupper.length > 1 ? knapperad(rute, grupper, valgt, sti) : null,
    h("div", { class: "felter", key: `felter-${nøkkel(rute)}-${valgt[0]}` }, valgt[2].map((en) => feltITilfelle(rute, klassenavn, en, valgt))),
  ];
}

/** The field of a group; a part that is all of its group has no frame of its own. */
function feltITilfelle(rute, klassenavn, nøkkelen, [, , nøkler]) {
  const felt = feltI(klassenavn, nøkkelen);
  const her = [...rute, nøkkelen];
  const stor = felt.slag === "del" && !felt.mange && klasse(felt.klasse).felter.length > 8;
  if (!stor || nøkler.length > 2 || arvetVed(her)) return feltskjema(her, felt);
  const forslag = forslagVed(her);
  return h("div", { class: "felter", key: `felt-${nøkkel(her)}`, id: `del-${nøkkel(her)}` }, forslag, gammelVed(her), deltFelter(her, felt.klasse));
}

function knapperad(rute, grupper, valgt, sti) {
  return h("nav", { class: "grupper", key: "grupper", "aria-label": t("grupper") }, h("ul", { role: "list" }, grupper.map(([id, navn]) =>
    h("li", { key: id }, h(sti ? "a" : "button", {
      class: "brikke", href: sti ? `${sti}/${id}` : null, type: sti ? null : "button", "aria-current": valgt[0] === id ? "true" : null,
      on: { click: () => {
        app.ui.grupper.set(nøkkel(rute), id);
        tegn();
      } } }, navn)))));
}

/** The page of a part. */
export function delside(del, gruppe) {
  const deler = app.skjema.deler;
  const plass = deler.indexOf(del);
  const [forrige, neste] = [deler[plass - 1], deler[plass + 1]];
  const inni = del.nøkler.map((nøkkelen) => {
    const felt = feltI(ROT, nøkkelen);
    const rute = [nøkkelen];
    if (felt.slag !== "del" || felt.mange) return feltskjema(rute, felt);
    if (arvetVed(rute)) return låstboks(rute, arvetVed(rute));
    if (gruppe && del.nøkler.length === 1) app.ui.grupper.set(nøkkelen, gruppe);
    return [feilI(rute), deltFelter(rute, felt.klasse, { sti: `#/del/${del.id}` }), omHele(rute)];
  });
  return {
    tittel: del.tittel,
    innhold: [
      h("p", { class: "vei", key: "vei" }, h("a", { href: "#/deler" }, ikon("ChevronLeft", 18), t("alle_deler"))),
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, del.tittel), h("p", { class: "oppsummert" }, oppsummert(del.id))),
      del.innledning ? h("p", { class: "innledning", key: "innledning" }, del.innledning) : null,
      signert(del.id === "varighet"),
      h("div", { class: "skjema", key: `skjema-${del.id}` }, inni),
    ],
    fot: h("nav", { class: "blaing", "aria-label": t("blaing") },
      forrige ? h("a", { href: `#/del/${forrige.id}`, "aria-label": t("forrige_del", { del: forrige.tittel }) }, ikon("ChevronLeft"), forrige.tittel) : h("span"),
      neste ? h("a", { href: `#/del/${neste.id}`, "aria-label": t("neste_del", { del: neste.tittel }) }, neste.tittel, ikon("ChevronRight")) : h("span")),
  };
}

function feilI(rute) {
  const feil = funnVed(rute).filter((ett) => ett.grad === "feil");
  return under(rute, {}, kontrollId(rute), feil, []).filter(Boolean);
}

/** What is found about the part as a whole comes after its fields: most of it is answered there. */
function omHele(rute) {
  const funn = funnVed(rute).filter((ett) => ett.grad && ett.grad !== "feil");
  return funn.length ? h("section", { class: "om-hele", key: "om-hele" }, h("h3", {}, t("om_hele_delen")), funn.map((ett) => funnboks(ett))) : null;
}

/** That the agreement is signed, and where it is of use that it ends (`slutt`), and the way on; null while it is neither. */
export function signert(slutt) {
  const dato = app.tilstand.signert;
  if (dato === null && !(slutt && app.tilstand.fornyes)) return null;
  const dag = dato && lesDato(dato);
  const når = dag ? `${kortDato(dag)} ${dag.getUTCFullYear()}` : dato;
  const sagt = dato === null ? t("utgave.går_ut") : dato ? t("signert", { dato: når }) : t("signert.uten_dato");
  return h("div", { class: "boks signert", key: "signert" }, ikon(dato === null ? "ExclamationmarkTriangle" : "PadlockLocked"), h("div", {}, h("p", {}, sagt),
    h("p", { class: "dempet" }, t("utgave.om")), utgaveknapp(app.ui, tegn, { før: tøm })));
}
