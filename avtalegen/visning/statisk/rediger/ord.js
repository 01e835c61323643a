// The words of the page, in its målform.
import { hent } from "./api.js";

let words = {};

export async function lesOrd() {
  words = await hent("/api/ord");
}

/** The text called `key`, with `{name}` filled in from `values`. */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    console.error(`no words for «${key}»`);
    return key;
  }
  return text.replace(/\{([\wæøå]+)\}/g, (_, name) => values[name] ?? "");
}

/** «1 advarsel», «2 advarsler». */
export const antall = (n, key) => `${n} ${t(n === 1 ? `${key}.en` : `${key}.flere`)}`;

/** «én», «to» … up to twelve, then figures. */
export const tallord = (n) => (n >= 1 && n <= 12 ? t(`tall.${n}`) : String(n));

/** «a, b og c». */
export function ramse(items) {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${t("og")} ${items.at(-1)}`;
}

export const stor = (text) => text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
export const liten = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("nb") + text.slice(1));
