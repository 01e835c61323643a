// Where on the page something is, and the way there: the address bar says which page is shown.
import { app, nøkkel, tegn } from "./tilstand.js";
import { delTil, feltI, feltVed, ROT, tilHovedfelt, verdiVed } from "./modell.js";
import { grupperI, gruppeTil } from "./del.js";
import { kontrollId } from "./felt.js";

/** The page that is asked for: [name, …]. */
export function sti() {
  try {
    const deler = decodeURIComponent(location.hash.replace(/^#\/?/, "")).split("/").filter(Boolean);
    return deler.length ? deler : ["deler"];
  } catch {
    return ["deler"]; // somebody has written in the address
  }
}

/** The routes of what the page in the panel is about. */
export function ruterPåSiden() {
  const [navn, id = "", gruppe] = sti();
  if (navn === "plan") return [id.split(".")];
  const del = navn === "del" && app.skjema.deler.find((en) => en.id === id);
  if (!del) return [];
  const { klasse } = feltI(ROT, del.nøkler[0]);
  const valgt = gruppe && klasse ? grupperI(klasse).find(([en]) => en === gruppe) : null;
  return valgt ? valgt[2].map((en) => [del.nøkler[0], en]) : del.nøkler.map((en) => [en]);
}

/** The hash of the page that has a route, and whether it is shown now. */
export function veiTil(rute) {
  const del = delTil(rute);
  if (!del) return { hash: "#/deler", synlig: false };
  const felt = feltI(ROT, rute[0]);
  const gruppe = del.nøkler.length === 1 && felt.slag === "del" && !felt.mange && rute.length > 1 ? gruppeTil(felt.klasse, rute[1]) : null;
  const her = sti();
  const plan = rute.indexOf("plan");
  if (plan > 0 && feltVed(rute.slice(0, plan + 1))?.felt.klasse === "Møte") {
    const hash = `#/plan/${nøkkel(rute.slice(0, plan + 1))}`;
    return { hash, synlig: location.hash === encodeURI(hash) };
  }
  return { hash: `#/del/${del.id}${gruppe && grupperI(felt.klasse).length > 1 ? `/${gruppe}` : ""}`, synlig: her[0] === "del" && her[1] === del.id };
}

/** Open what a field is in, go to its page, and put the focus there. */
export function gåTilFelt(rute) {
  const mål = lang(tilHovedfelt(lang(rute)));
  let klassenavn = ROT;
  for (let n = 0; n < mål.length; n++) {
    const steg = mål[n];
    const hit = mål.slice(0, n + 1);
    if (typeof steg === "string") {
      const over = mål.slice(0, n);
      const gruppe = klassenavn && gruppeTil(klassenavn, steg);
      if (n && gruppe) app.ui.grupper.set(nøkkel(over), gruppe);
      if (n) app.ui.åpne.add(`mer-${nøkkel(over)}`);
      klassenavn = feltI(klassenavn, steg)?.klasse;
    }
    if (n < mål.length - 1 || feltVed(hit)?.felt.slag === "del") {
      app.ui.åpne.add(nøkkel(hit));
      app.ui.åpne.delete(`lukket-${nøkkel(hit)}`);
    }
  }
  app.ui.aktiv = mål;
  app.ui.fokus = kandidater(mål);
  const { hash } = veiTil(mål);
  if (location.hash === encodeURI(hash)) tegn();
  else location.hash = hash;
}

/** A route of the long form, with a position where a list has one thing that stands alone. */
export function lang(rute) {
  const ut = [];
  let klassenavn = ROT;
  rute.forEach((steg, n) => {
    if (typeof steg === "string") {
      const felt = feltI(klassenavn, steg);
      ut.push(steg);
      klassenavn = felt?.klasse;
      if (felt?.mange && n < rute.length - 1 && typeof rute[n + 1] !== "number") ut.push(0);
    } else ut.push(steg);
  });
  return ut;
}

/** The ids of what can have the focus for a route, the nearest first. */
function kandidater(rute) {
  const ids = [];
  for (let n = rute.length; n > 0; n--) {
    const her = rute.slice(0, n);
    const felt = feltVed(her)?.felt;
    const liste = felt?.mange && typeof her.at(-1) !== "number";
    const første = [...her, 0];
    ids.push(kontrollId(her), ...(liste ? [kontrollId(tilHovedfelt(første)), `kort-${nøkkel(første)}`, `>rad-${nøkkel(første)}`] : []), ...(liste && verdiVed(her) === undefined ? [`ny-${nøkkel(her)}`] : []), `kort-${nøkkel(her)}`, `>rad-${nøkkel(her)}`, `>del-${nøkkel(her)}`, `>felt-${nøkkel(her)}`);
  }
  return ids;
}

