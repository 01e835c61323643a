// A finding: what it says, what can be done with it, and why it is one.
import { h, ikon } from "./dom.js";
import { t, tallord } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { kortnavn, medNavn } from "./modell.js";
import { be, fortell, gjør } from "./lagring.js";
import { arvetVed, låst, skrivesFelles } from "./arv.js";
import { glem } from "./utkast.js";

export const IKONER = { feil: "XMarkOctagon", advarsel: "ExclamationmarkTriangle", råd: "LightBulb" };

/** A finding at its field. */
export function funnboks(funn) {
  return h("div", { class: `funn ${funn.grad === "råd" ? "raad" : funn.grad}`, key: `funn-${funn.kode}-${funn.melding}` },
    ikon(IKONER[funn.grad], 20),
    h("div", {},
      h("p", {}, h("strong", {}, `${t(`grad.${funn.grad}`)}: ${medNavn(funn.melding, funn.rute)}`), funn.hjelp ? ` ${medNavn(funn.hjelp, funn.rute)}` : ""),
      rettknapp(funn) || endreknapp(funn) ? h("p", { class: "knapper" }, rettknapp(funn), endreknapp(funn)) : null,
      hvorfor(funn)));
}

/** «Rett», for what the tool is sure of. */
export function rettknapp(funn) {
  if (!funn.rett || !funn.rute || låst(funn.rute)) return null;
  return h("button", { type: "button", class: "knapp liten", on: { click: () => be("/api/rett", { kode: funn.kode, rute: funn.rute, hva: kortnavn(funn.rute) }) } }, t("rett"));
}

/** «Endre til fire», where a value stands that the guide has another for. */
export function endreknapp(funn) {
  const { endre_til: mulig } = funn;
  if (!mulig || låst(mulig.rute) || arvetVed(mulig.rute)) return null;
  const verdi = mulig.verdi.replace(/\d+/, (tall) => tallord(Number(tall)));
  return h("button", { type: "button", class: "knapp liten", on: { click: async () => {
    glem(mulig.rute); // what is being written there is what is changed
    const svar = await gjør([{ slag: "sett", rute: mulig.rute, verdi: mulig.verdi }], kortnavn(mulig.rute), { felles: skrivesFelles(mulig.rute) });
    if (svar?.svar === "lagret") fortell(t("endret_til", { hva: kortnavn(mulig.rute), verdi }));
  } } }, t("endre_til", { verdi }));
}

/** Why, what it rests on, its code, and the way to say that it isn't so here. */
export function hvorfor(funn, åpen = false) {
  if (!funn.kode) return null;
  const key = `ikke-hos-oss-${funn.kode}-${nøkkel(funn.rute ?? [])}`;
  const spør = app.ui.åpne.has(key);
  const kan = funn.grad !== "feil" && funn.rute && !låst(funn.rute);
  return h("details", { class: "hvorfor", key: "hvorfor", open: åpen }, h("summary", { "aria-label": t("hvorfor_om", { hva: medNavn(funn.melding, funn.rute) }) }, t("hvorfor")),
    funn.hvorfor ? h("p", {}, funn.hvorfor) : null,
    h("p", { class: "dempet" }, funn.grunnlag ? `${t("grunnlag", { grunnlag: funn.grunnlag })} · ` : "", h("span", { class: "kode" }, funn.kode), kan ? " · " : "",
      kan ? h("button", { type: "button", class: "lenke", id: key, "aria-expanded": String(spør), on: { click: () => {
        if (!app.ui.åpne.delete(key)) {
          app.ui.åpne.add(key);
          app.ui.fokus = `${key}-grunn`;
        }
        tegn();
      } } }, t("ikke_hos_oss")) : null),
    kan && spør ? grunn(funn, key) : null);
}

function grunn(funn, key) {
  const id = `${key}-grunn`;
  return h("form", { class: "grunn", on: { submit: async (event) => {
    event.preventDefault();
    const tekst = document.getElementById(id).value.trim();
    if (!tekst) {
      app.ui.mangler = key;
      app.ui.fokus = id;
      return tegn();
    }
    app.ui.mangler = null;
    const svar = await be("/api/ignorer", { kode: funn.kode, rute: funn.rute, grunn: tekst });
    if (svar?.svar !== "lagret") return undefined;
    app.ui.åpne.delete(key);
    return fortell(t("ignorert", { grunn: tekst }));
  } } },
    h("label", { for: id }, t("grunn.spørsmål")), h("p", { class: "hjelp", id: `${id}-hjelp` }, t("grunn.hjelp")),
    h("textarea", { id, rows: 1, "aria-describedby": `${id}-hjelp`, "aria-invalid": app.ui.mangler === key ? "true" : null, "aria-errormessage": app.ui.mangler === key ? `${id}-feil` : null }),
    app.ui.mangler === key ? h("p", { class: "feiltekst", id: `${id}-feil` }, t("grunn.mangler")) : null,
    h("p", { class: "knapper" }, h("button", { type: "submit", class: "knapp liten" }, t("grunn.lagre"))));
}
