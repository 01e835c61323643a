// The words of the page, in the målform of the agreement, which comes with each edition.

let words = {};

/** The text called `key`. */
export const t = (key) => words[key] ?? "";

/** Take the words of an edition, and say what stands on the page in them. */
export function bruk(given, language) {
  words = given;
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  document.querySelectorAll("[data-ord]").forEach((one) => {
    one.textContent = t(one.dataset.ord);
  });
  document.querySelectorAll("[data-ord-navn]").forEach((one) => one.setAttribute("aria-label", t(one.dataset.ordNavn)));
}
