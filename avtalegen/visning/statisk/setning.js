// What stands beside the document about the sentence that is chosen: the field that it shows, and where that is written.
// The words about each value come from the server as HTML; what comes from the document is only ever text.

import { t } from "/sideord.js";

const key = (route) => JSON.stringify(route);
const values = (sentence) => [...new Set(sentence.spenn.map((span) => span.verdi))];

export class Valgt {
  // `toFinding` is called with the id of a finding, `toDocument` when somebody goes back to the sentence.
  constructor(box, { toFinding, toDocument }) {
    this.box = box;
    this.shown = box.querySelector(".valgt");
    this.heard = box.querySelector("[role=status]"); // for those who listen
    this.choice = null; // a sentence and the number of a value, null for fixed text
    box.addEventListener("click", (event) => {
      const other = event.target.closest(".annen");
      const link = event.target.closest('a[href^="#funn-"]');
      if (other) this.#turn(Number(other.dataset.verdi));
      if (!link) return;
      event.preventDefault();
      toFinding(link.hash.slice(1));
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.choice) return;
      toDocument();
      this.sentences.go(this.choice.sentence);
    });
  }

  // Speak of these sentences (`Setninger`) from now on. What was chosen stays, as long as the document shows it.
  use(sentences) {
    const before = this.choice;
    this.sentences = sentences;
    if (!before) return;
    const { trace, all } = { trace: sentences.data, all: sentences.all };
    const value = before.value === null ? null : trace.verdier.findIndex((one) => key(one.rute) === before.route);
    const same = (one) => one.id === before.sentence.id && one.del === before.sentence.del;
    const shows = (one) => (value === null ? !one.spenn.length : one.viser === value || values(one).includes(value));
    const candidates = value === -1 ? [] : all.filter(shows);
    const sentence =
      candidates.find((one) => same(one) && sentences.text(one) === before.text) ??
      (value === null ? undefined : (candidates.find(same) ?? candidates[0]));
    if (sentence) {
      sentences.current = sentence;
      this.#show(sentence, value);
    } else {
      this.choice = null;
      sentences.clear();
      Object.assign(this.#add("p", t("hjelp"), "hjelp").dataset, { ord: "hjelp" });
    }
  }

  // What somebody has chosen in the document. Who has done so with a keyboard, goes on here.
  chosen({ sentence, value }, { pointer = false } = {}) {
    this.#show(sentence, value);
    if (!pointer) this.box.focus({ preventScroll: true });
    // Beside the document all of it is in view; under it, no more than leaves the sentence in view too.
    for (const part of [".sted, .fast", "h2"]) this.box.querySelector(part).scrollIntoView({ block: "nearest" });
  }

  moved(sentence) {
    this.heard.textContent = this.sentences.text(sentence);
  }

  #turn(value) {
    this.#show(this.choice.sentence, value);
    this.box.focus({ preventScroll: true });
  }

  #show(sentence, value) {
    const { trace, text } = { trace: this.sentences.data, text: this.sentences.text(sentence) };
    this.choice = { sentence, value, text, route: value === null ? null : key(trace.verdier[value].rute) };
    this.sentences.turn(value);
    this.shown.replaceChildren();
    this.#add("blockquote", text).lang = trace.språk;
    if (value === null) {
      this.#add("p", t("fast"), "fast");
      return;
    }
    const spans = sentence.spenn.filter((span) => span.verdi === value);
    if (!spans.length) this.#add("p", t("første_felt"), "hvorfor");
    else if (spans.every((span) => span.valgt)) this.#add("p", t("våre_ord"), "hvorfor");
    this.#add("div", "").innerHTML = trace.verdier[value].html;
    const others = values(sentence).filter((other) => other !== value);
    if (!others.length) return;
    this.#add("p", t("viser_også"), "andre").id = "andre";
    const list = this.#add("ul", "");
    list.setAttribute("role", "list");
    list.setAttribute("aria-labelledby", "andre");
    for (const other of others) {
      const words = sentence.spenn.find((span) => span.verdi === other);
      const button = list.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
      Object.assign(button, { type: "button", className: "annen" });
      button.dataset.verdi = other;
      button.textContent = `${trace.verdier[other].felt}: «${sentence.tekst.slice(words.fra, words.til)}»`;
    }
  }

  #add(name, text, className = "") {
    const element = this.shown.appendChild(document.createElement(name));
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }
}
