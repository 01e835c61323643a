// What the guide proposes: never in the agreement before somebody takes it.
import { h, ikon } from "./dom.js";
import { t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { feltVed, kortnavn, tilHovedfelt, tom, verdiVed } from "./modell.js";
import { gjør } from "./lagring.js";
import { utkast } from "./utkast.js";
import { gåTilFelt, veiTil } from "./rute.js";
import { låst } from "./arv.js";

const LAGRET = "avtalegen-ikke-nå";
const lest = () => {
  try {
    return new Set(JSON.parse(localStorage.getItem(LAGRET) ?? "[]"));
  } catch {
    return new Set();
  }
};
let skjulte = lest();
const navnPå = (forslag) => `${app.tilstand.fil}:${nøkkel(forslag.rute)}`;
export const erSkjult = (forslag) => skjulte.has(navnPå(forslag));

function skjul(forslag, skjult) {
  skjulte = lest();
  if (skjult) skjulte.add(navnPå(forslag));
  else skjulte.delete(navnPå(forslag));
  try {
    localStorage.setItem(LAGRET, JSON.stringify([...skjulte]));
  } catch {
    // Without a store of its own, the page hides it until it is opened again.
  }
  tegn();
}

const utenTall = (rute) => rute.filter((steg) => typeof steg === "string").join(".");

/** The box with what is proposed for a route, when nothing stands there; null when nothing is proposed. */
export function forslagVed(rute) {
  if (låst(rute) || !tom(verdiVed(rute))) return null;
  // What is proposed for a list stands below it, and not once more in the row that an empty one has to write in.
  const rad = typeof rute.at(-1) === "number";
  const forslag = app.tilstand.forslag.find((ett) => nøkkel(ett.rute) === nøkkel(rute) || (!rad && ett.rute.every((steg) => typeof steg === "string") && utenTall(ett.rute) === utenTall(rute)));
  return forslag ? forslagsboks({ ...forslag, rute: [...rute] }) : null;
}

/** A proposal as a whole sentence, with what can be done with it. */
export function forslagsboks(forslag, { iFunn = false } = {}) {
  const key = nøkkel(forslag.rute);
  const id = `forslag-${iFunn ? "funn-" : ""}${key}`;
  if (erSkjult(forslag))
    return h("p", { class: "forslag-skjult", key: "forslag" }, t("forslag.skjult"), " ", h("button", { type: "button", class: "lenke", on: { click: () => skjul(forslag, false) } }, t("forslag.vis")));
  return h("div", { class: "forslag", key: "forslag", id, role: "group", "aria-label": `${t("forslag.fra")}: ${kortnavn(forslag.rute)}` },
    h("p", { class: "merkelapp" }, ikon("Book", 18), h("strong", {}, t("forslag.fra")), h("span", {}, ` · ${t("forslag.ikke_med")}`)),
    h("p", { class: "setning" }, setningen(forslag)),
    h("p", { class: "knapper" },
      h("button", { type: "button", class: "knapp grønn", on: { click: () => taMed(forslag) } }, t("forslag.ta_med")),
      h("button", { type: "button", class: "knapp", on: { click: () => endreFørst(forslag) } }, t("forslag.endre_først")),
      h("button", { type: "button", class: "knapp", on: { click: () => skjul(forslag, true) } }, t("forslag.ikke_nå"))),
    iFunn || !forslag.hvorfor ? null : h("details", {}, h("summary", { "aria-label": t("hvorfor_om", { hva: kortnavn(forslag.rute) }) }, t("hvorfor")), h("p", {}, forslag.hvorfor)));
}

/** The sentence, with the words of the value set off where they stand in it. */
function setningen({ setning, verdi }) {
  const linjer = setning.split("\n");
  return linjer.map((linje, n) => [n ? h("br") : null, merket(linje, [verdi].flat().filter((en) => typeof en === "string"))]);
}

function merket(linje, verdier) {
  const treff = verdier.find((en) => linje.toLocaleLowerCase("nb").includes(en.toLocaleLowerCase("nb")));
  if (!treff) return linje;
  const fra = linje.toLocaleLowerCase("nb").indexOf(treff.toLocaleLowerCase("nb"));
  const til = fra + treff.length;
  return [linje.slice(0, fra), h("strong", {}, linje.slice(fra, til)), linje.slice(til)];
}

async function taMed(forslag) {
  const svar = await gjør([{ slag: "sett", rute: forslag.rute, verdi: forslag.verdi }], kortnavn(forslag.rute));
  if (svar?.svar !== "lagret") return;
  app.ui.melding = t("forslag.tatt_med", { hva: kortnavn(forslag.rute) });
  if (veiTil(forslag.rute).synlig) gåTilFelt(forslag.rute);
  tegn();
}

/** Put a proposal into its fields, where it is not saved before it is changed or confirmed. */
function endreFørst(forslag) {
  const ruter = [];
  const legg = (rute, verdi) => {
    if (Array.isArray(verdi)) verdi.forEach((en, n) => legg([...rute, n], en));
    else if (typeof verdi === "object") Object.entries(verdi).forEach(([key, en]) => legg([...rute, key], en));
    else ruter.push([feltVed(rute)?.felt.slag === "del" ? tilHovedfelt(rute) : rute, verdi]);
  };
  legg(forslag.rute, forslag.verdi);
  const gruppe = ruter.map(([rute]) => rute);
  for (const [rute, verdi] of ruter) utkast.set(nøkkel(rute), { rute, verdi, feil: [], prøvd: null, utgave: app.tilstand.utgave, lest: verdiVed(rute), endret: true, bekreftes: true, gruppe });
  gåTilFelt(ruter[0][0]);
}
