// All the parts of the agreement, with how far each has come.
import { h, ikon } from "./dom.js";
import { t } from "./ord.js";
import { app } from "./tilstand.js";
import { signert } from "./del.js";
import { oppsummert } from "./funn.js";
import { gammelboks } from "./gammel.js";

/** The sign of a state; the word stands beside it. */
function tegnFor(tilstand) {
  if (tilstand === "valgfri") return h("span", { class: "delmerke valgfri", "aria-hidden": "true" }, ikon("Plus", 18));
  return h("span", { class: `delmerke ${tilstand}`, "aria-hidden": "true" }, tilstand === "ferdig" ? ikon("Checkmark", 14) : null);
}

export function oversikt() {
  const { deler, neste } = app.tilstand;
  const telles = deler.filter((del) => del.tilstand !== "valgfri" && !app.skjema.deler.find((en) => en.id === del.id)?.valgfri);
  const ferdige = telles.filter((del) => del.tilstand === "ferdig").length;
  const tittel = (id) => app.skjema.deler.find((en) => en.id === id)?.tittel ?? id;
  return {
    tittel: t("avtalens_deler"),
    innhold: [
      h("div", { class: "sidehode", key: "hode" }, h("h2", { id: "sidetittel", tabindex: "-1" }, t("avtalens_deler")), h("p", { class: "oppsummert" }, h("strong", {}, t("oversikt.antall", { ferdige, alle: telles.length })), " ", t("oversikt.er_ferdige"))),
      signert(true),
      gammelboks(),
      h("div", { class: "fremdrift", key: "fremdrift", "aria-hidden": "true" }, telles.map((del) => h("span", { class: del.tilstand, key: del.id }))),
      neste ? h("div", { class: "neste", key: "neste" }, h("p", {}, h("strong", {}, t("neste", { tekst: neste.hva })), neste.hvorfor ? h("span", {}, neste.hvorfor) : null),
        h("a", { class: "knapp", href: `#/del/${neste.del}`, "aria-label": t("åpne_del", { del: tittel(neste.del) }) }, t("åpne"))) : null,
      h("ul", { class: "deler", key: "deler", role: "list" }, deler.map((del) => h("li", { key: del.id }, h("a", { href: `#/del/${del.id}`, id: `del-lenke-${del.id}` },
        tegnFor(del.tilstand), h("span", { class: "navn" }, tittel(del.id)), " ", h("span", { class: "oppsummert" }, oppsummert(del.id)), " ",
        h("span", { class: `ord ${del.tilstand}` }, t(`tilstand.${del.tilstand}`)), ikon("ChevronRight"))))),
    ],
  };
}
