// What is written and not saved yet: the drafts, by the route of their field.
import { app, begynner, nøkkel } from "./tilstand.js";
import { feltI, feltVed, klasse, ROT, somListe, tom, verdiVed } from "./modell.js";

/** key → {rute, verdi, feil: what made the server refuse it, prøvd: what it would find, delt, sendt}. */
export const utkast = new Map();

export const utkastVed = (rute) => utkast.get(nøkkel(rute));

/** What stands in a field: the draft, else what is in the file. */
export function verdi(rute) {
  const draft = utkastVed(rute);
  return draft ? draft.verdi : verdiVed(rute);
}

/** What must be filled in where the file says so («ny frist (var mai 2027)»); null for any other value, and for a draft. */
export function ufylt(rute) {
  const her = utkastVed(rute) ? null : verdiVed(rute);
  return app.tilstand.ufylte[JSON.stringify(her)] ?? null;
}

/** All drafts at a route or below it. */
export const under = (rute) => [...utkast.values()].filter((draft) => begynner(draft.rute, rute));

/** Let what is written at a route go. */
export function glem(rute) {
  for (const draft of under(rute)) {
    clearTimeout(draft.ur);
    utkast.delete(nøkkel(draft.rute));
  }
}

/** What a route is in that is not in the file yet and must be written as a whole: an item of a list, or a part that
 *  can't do without some of its fields. `liste` is null for a part. Null when there is no such thing. */
export function nyttPunkt(rute) {
  let klassenavn = ROT;
  for (let n = 0; n < rute.length - 1; n++) {
    const punkt = rute.slice(0, n + 1);
    if (typeof rute[n] === "number") {
      const liste = rute.slice(0, n);
      if (rute[n] >= somListe(verdiVed(liste)).length) return { liste, punkt };
      continue;
    }
    const felt = feltI(klassenavn, rute[n]);
    klassenavn = felt?.klasse;
    const hel = klassenavn && !felt.mange && klasse(klassenavn).felter.some((en) => en.påkrevd);
    if (hel && verdiVed(punkt) === undefined) return { liste: null, punkt };
  }
  const liste = rute.slice(0, -1);
  return typeof rute.at(-1) === "number" && rute.at(-1) >= somListe(verdiVed(liste)).length ? { liste, punkt: rute } : null;
}

/** What must be written before a new item or part can be saved: the names of its fields; none when nothing waits. */
export function venterPå(punkt) {
  const drafts = under(punkt);
  const nytt = drafts.length && nyttPunkt(drafts[0].rute);
  if (!nytt || nøkkel(nytt.punkt) !== nøkkel(punkt) || drafts.every((draft) => tom(skåret(draft.verdi)))) return [];
  return manglende(feltVed(punkt), drafts, punkt).map((felt) => felt.kort);
}

function manglende({ felt }, drafts, punkt) {
  if (felt.slag !== "del") return [];
  const skrevet = new Set(drafts.filter((draft) => !tom(skåret(draft.verdi))).map((draft) => draft.rute[punkt.length]));
  return klasse(felt.klasse).felter.filter((en) => en.påkrevd && !skrevet.has(en.nøkkel));
}

function sett(mål, vei, innhold) {
  const [steg, ...resten] = vei;
  if (!resten.length) mål[steg] = innhold;
  else sett((mål[steg] ??= typeof resten[0] === "number" ? [] : {}), resten, innhold);
}

/** A text without the space that somebody has begun the next word with. */
export const skåret = (innhold) => (typeof innhold === "string" ? innhold.trim() : innhold);

function ryddet(innhold) {
  if (typeof innhold === "string") return innhold.trim();
  if (Array.isArray(innhold)) return innhold.map(ryddet).filter((en) => !tom(en));
  if (innhold === null || typeof innhold !== "object") return innhold;
  return Object.fromEntries(Object.entries(innhold).filter(([, en]) => !tom(en)).map(([key, en]) => [key, ryddet(en)]));
}

/** What a new item says so far, from its drafts; null while something that it must have is missing. */
function somPunkt(punkt) {
  const her = feltVed(punkt);
  const drafts = under(punkt);
  if (her.felt.slag !== "del") return skåret(drafts[0]?.verdi) || null;
  const samlet = {};
  for (const draft of drafts) sett(samlet, draft.rute.slice(punkt.length), draft.verdi);
  const innhold = ryddet(samlet);
  const { kortform } = klasse(her.felt.klasse);
  if (tom(innhold) || manglende(her, drafts, punkt).length) return null;
  const [eneste, ...flere] = Object.keys(innhold);
  return !flere.length && eneste === kortform && typeof innhold[eneste] === "string" ? innhold[eneste] : innhold;
}

const SOM_TEKST = new Set(["Rolle", "Koordinator"]); // a title alone is written without its key

/** The change that saves a draft, with the drafts that go with it; null while there is nothing to save. */
export function endringFor(draft) {
  const nytt = nyttPunkt(draft.rute);
  if (nytt) {
    const innhold = somPunkt(nytt.punkt);
    const med = under(nytt.punkt);
    if (!nytt.liste) return innhold && { endring: { slag: "sett", rute: nytt.punkt, verdi: innhold }, med, hva: nytt.punkt };
    const plass = somListe(verdiVed(nytt.liste)).length;
    return innhold && { endring: { slag: "sett_inn", rute: nytt.liste, plass, verdi: innhold }, med, hva: nytt.punkt };
  }
  const hva = draft.rute;
  const rute = skrevetVed(draft.rute);
  const innhold = skåret(draft.verdi);
  if (!tom(innhold)) return { endring: { slag: "sett", rute, verdi: innhold }, med: [draft], hva };
  if (verdiVed(draft.rute) === undefined) return { endring: null, med: [draft], hva };
  return { endring: { slag: "fjern", rute }, med: [draft], hva };
}

/** Where the value of a field stands: a title that stands alone is its role itself. */
function skrevetVed(rute) {
  const over = rute.slice(0, -1);
  let klassenavn = ROT;
  for (const steg of over) if (typeof steg === "string") klassenavn = feltI(klassenavn, steg)?.klasse;
  if (typeof rute.at(-1) !== "string" || !over.length || klasse(klassenavn)?.kortform !== rute.at(-1)) return rute;
  const her = verdiVed(over);
  if (typeof her === "string" || (her === undefined && SOM_TEKST.has(klassenavn))) return over;
  return Array.isArray(her) && klasse(klassenavn).listeform === rute.at(-1) ? over : rute;
}
