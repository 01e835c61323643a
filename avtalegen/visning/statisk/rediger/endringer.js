// What is changed since the page was opened, each with what was before and is now, and the way back.
import { h } from "./dom.js";
import { t } from "./ord.js";
import { app } from "./tilstand.js";
import { delTil, feltVed, somTekst } from "./modell.js";
import { gjør } from "./lagring.js";
import { gåTilFelt } from "./rute.js";
import { låst } from "./arv.js";

export function endringsside() {
  const endringer = app.tilstand.endringer.toReversed(); // the last one first
  return {
    tittel: t("endringer"),
    innhold: [
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("endringer"))),
      h("p", { class: "innledning", key: "innledning" }, endringer.length ? t("endringer.siden") : t("endringer.ingen")),
      h("ol", { class: "endringer", key: "liste", role: "list" }, endringer.map((en, n) => h("li", { key: `${endringer.length - n}` },
        h("div", { class: "endring-hode" }, h("h3", {}, [delTil(en.rute)?.tittel, en.hva].filter(Boolean).join(": ")), h("span", { class: "dempet" }, en.når)),
        h("dl", {}, h("dt", {}, t("endringer.før")), h("dd", { class: "før" }, somTekst(en.før) || t("endringer.ingenting")), h("dt", {}, t("endringer.nå")), h("dd", {}, somTekst(en.etter) || t("endringer.ingenting"))),
        h("p", { class: "knapper" },
          !en.rute || låst(en.rute) || typeof en.rute.at(-1) === "number" ? null : h("button", { type: "button", class: "knapp liten", "aria-label": t("endringer.tilbake_om", { hva: en.hva }), on: { click: () => tilbake(en) } }, t("endringer.tilbake")),
          en.rute && feltVed(en.rute) ? h("button", { type: "button", class: "lenke", on: { click: () => gåTilFelt(en.rute) } }, t("gå_til_feltet")) : null)))),
    ],
  };
}

/** Put one thing back as it was, whatever has been changed after it. */
const tilbake = ({ rute, før, hva }) => gjør([før === null || før === undefined || før === "" ? { slag: "fjern", rute } : { slag: "sett", rute, verdi: før }], hva);
