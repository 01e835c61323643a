// «Lag ny utgave»: the next agreement of one that is signed, or is ending, made beside it and opened.
import { h, ikon } from "./dom.js";
import { send } from "./api.js";
import { t } from "./ord.js";

const LAGET = "avtalegen-laget"; // what is to be told when a file that was made or fetched is open

/** The button, and what came of it. `ny` is where the answer is kept, `tegn` draws; `fil` is one of the list. */
export function utgaveknapp(ny, tegn, { fil = "", tittel = "", før = async () => {}, klasse = "" } = {}) {
  const svar = ny.svar?.for === fil ? ny.svar : null;
  return h("div", { class: `utgave ${klasse}`, key: `utgave-${fil}` },
    h("button", { type: "button", class: "knapp liten", "aria-label": tittel ? t("utgave.lag_av", { tittel }) : null, "aria-disabled": svar?.svar === "lager" ? "true" : null, on: { click: () => svar?.svar !== "lager" && lag(ny, tegn, fil, før) } }, ikon("Plus", 18), t("utgave.lag")),
    h("div", { role: "status", class: "utgavesvar" }, sagt(svar, ny, tegn)));
}

function sagt(svar, ny, tegn) {
  if (!svar) return null;
  if (svar.svar === "lager") return h("p", {}, t("utgave.lager"));
  if (svar.svar === "finnes")
    return [h("p", {}, t("utgave.finnes", { fil: svar.fil })), h("p", {}, h("button", { type: "button", class: "lenke", on: { click: () => åpne(ny, tegn, svar.fil) } }, t("utgave.åpne", { fil: svar.fil })))];
  return h("p", { class: "feiltekst" }, svar.melding);
}

async function lag(ny, tegn, fil, før) {
  ny.svar = { svar: "lager", for: fil };
  tegn();
  try {
    await før();
    ny.svar = { ...(await send("/api/ny-utgave", { fil })), for: fil };
    if (ny.svar.svar === "laget") {
      husk(omDenNye(ny.svar), ny.svar.fil);
      return åpne(ny, tegn, ny.svar.fil);
    }
  } catch (error) {
    console.error(error);
    ny.svar = { svar: "ikke laget", melding: t("brutt", { fil }), for: fil };
  }
  return tegn();
}

async function åpne(ny, tegn, fil) {
  const svar = await send("/api/apne", { fil });
  if (svar.svar === "åpnet") return location.assign("/");
  ny.svar = { svar: "ikke laget", melding: svar.melding ?? t("start.ikke_åpnet", { fil }), for: ny.svar?.for };
  return tegn();
}

/** Keep what is to be told once of a file that is about to be opened: a text, or its key and values, in whatever
 *  målform the page then has. */
export function husk(melding, fil) {
  sessionStorage.setItem(LAGET, JSON.stringify({ fil, melding }));
}

/** What is told once of an agreement that has just been made or fetched, and is open now; null for any other. */
export function nettoppLaget(fil) {
  const laget = JSON.parse(sessionStorage.getItem(LAGET) ?? "null");
  sessionStorage.removeItem(LAGET);
  return laget && laget.fil.split(/[/\\]/).at(-1) === fil ? (Array.isArray(laget.melding) ? t(...laget.melding) : laget.melding) : null;
}

function omDenNye(laget) {
  const fil = laget.fil.split(/[/\\]/).at(-1);
  return [
    t("utgave.laget", { fil }),
    laget.over ? `${t("utgave.gjelder", laget)} ${t("utgave.over")}` : laget.fra && laget.til ? t("utgave.gjelder", laget) : laget.fra ? null : t("utgave.uten_periode"),
    laget.fyll_inn ? t("utgave.fyll_inn", { antall: laget.fyll_inn }) : null,
  ].filter(Boolean).join(" ");
}
