// Finds the sentences on a page of ours, marks the one that is pointed at or chosen, and tells which value it shows. It
// knows nothing of what is around the page. The data are what `visning/spor.py` gives.

const ADDED = ".avtalegen-tillegg"; // what is put into a document, and no part of it
const TEXTS = `body > header :is(h1, .undertittel, dd), main :is(h2, h3, h4, h5, p, li, th, td)`;
const BLOCKS = "p, ul, ol, div, blockquote, h2, h3, h4, h5";
const MARGIN = 48; // px, kept around a sentence that is scrolled to

// The characters of an element's own text, not of the blocks in it: text nodes, and line breaks of one character each.
function* pieces(element) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE || node.localName === "br") yield node;
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(`.nr, ${ADDED}, ${BLOCKS}`)) yield* pieces(node);
  }
}

const length = (piece) => (piece.localName === "br" ? 1 : piece.length);
const said = (piece) => (piece.localName === "br" ? "\n" : piece.data);
const alike = (text) => text.replaceAll("\u00a0", " ").trimEnd(); // a page holds words together that others may part

// A text on the page. It is looked at anew each time, because what is added to it splits its nodes.
class Place {
  constructor(element, before) {
    this.element = element;
    this.before = before; // characters in front of the text: the space after a number, a word of ours before a date
  }

  range(from, to) {
    const range = this.element.ownerDocument.createRange();
    let here = -this.before;
    let begun = false;
    for (const piece of pieces(this.element)) {
      const end = here + length(piece);
      if (!begun && from < end) {
        if (piece.localName === "br") range.setStartBefore(piece);
        else range.setStart(piece, Math.max(from - here, 0));
        begun = true;
      }
      if (begun && to <= end) {
        if (piece.localName === "br") range.setEndAfter(piece);
        else range.setEnd(piece, to - here);
        break;
      }
      here = end;
    }
    return range;
  }

  // How many characters of the text come before a point of the document.
  offset(node, at) {
    const point = this.element.ownerDocument.createRange();
    point.setStart(node, at);
    let here = -this.before;
    for (const piece of pieces(this.element)) {
      if (piece === node) return here + at;
      const [holder, end] = piece.localName === "br" ? [piece.parentNode, index(piece) + 1] : [piece, piece.length];
      if (point.comparePoint(holder, end) > 0) break;
      here += length(piece);
    }
    return here;
  }
}

const index = (node) => [...node.parentNode.childNodes].indexOf(node);

// Find the texts on the page: a `Place` for each, null for one that is not there as it should be. They come in the same
// order as there.
export function places(doc, texts) {
  const elements = [...doc.querySelectorAll(TEXTS)].map((element) => {
    const number = element.querySelector(":scope > .nr") ? 1 : 0;
    return { element, number, text: alike([...pieces(element)].map(said).join("").slice(number)) };
  });
  let next = 0;
  return texts.map((text) => {
    const wanted = alike(text.tekst);
    const fits = (one) => one.text === wanted || (text.del === "dato" && one.text.endsWith(wanted));
    const found = elements.findIndex((one, n) => n >= next && fits(one));
    if (found < 0) return null;
    next = found + 1;
    const { element, number, text: whole } = elements[found];
    return new Place(element, number + whole.length - wanted.length);
  });
}

export class Setninger {
  // `chosen` is called with what somebody chooses, `moved` with the sentence that the arrows have led to.
  constructor(doc, { chosen, moved }) {
    this.doc = doc;
    this.view = doc.defaultView;
    this.tell = { chosen, moved };
    this.all = [];
    this.current = null;
    this.pointed = null;
    this.stop = doc.querySelector("main");
    this.stop.tabIndex = 0;
    doc.addEventListener("click", (event) => this.#clicked(event));
    doc.addEventListener("mousemove", (event) => this.#moved(event));
    doc.documentElement.addEventListener("mouseleave", () => this.#point(null));
    this.stop.addEventListener("keydown", (event) => this.#pressed(event));
    this.stop.addEventListener("focus", () => this.#focused());
  }

  // Show other data of the same document.
  show(data) {
    const was = this.current;
    this.data = data;
    const found = places(this.doc, data.tekster);
    this.all = data.tekster.flatMap((text, n) =>
      found[n] ? text.setninger.map((one) => ({ ...one, id: text.id, del: text.del, tekst: text.tekst, place: found[n] })) : [],
    );
    this.pointed = this.span = null;
    this.current = was && (this.at(was) ?? null);
    this.#paint();
  }

  // The sentence at a place: { id, del, fra }.
  at({ id, del, fra }) {
    return this.all.find((one) => one.id === id && one.del === del && one.fra === fra);
  }

  text(sentence) {
    return sentence.tekst.slice(sentence.fra, sentence.til);
  }

  // Choose a sentence, and of what it shows the value nearest to a character of its text.
  choose(sentence, at = sentence.fra, how = {}) {
    this.current = sentence;
    const away = (span) => Math.max(span.fra - at, at - span.til + 1, 0);
    const span = sentence.spenn.toSorted((one, other) => away(one) - away(other))[0];
    const numbers = [...new Set(sentence.spenn.map((one) => one.verdi))];
    this.span = span ?? null;
    this.#paint();
    this.tell.chosen({ sentence, span: span ?? null, value: span?.verdi ?? sentence.viser, values: numbers }, how);
  }

  // Mark the words of another value in the sentence that is chosen.
  turn(value) {
    if (this.span?.verdi === value) return; // it may be there twice, and this is where somebody pointed
    this.span = this.current?.spenn.find((one) => one.verdi === value) ?? null;
    this.#paint();
  }

  // Show a sentence, and go to it.
  go(sentence) {
    this.current = sentence;
    this.span = null;
    this.stop.focus({ preventScroll: true });
    this.#reveal(sentence);
    this.#paint();
  }

  clear() {
    this.current = this.span = null;
    this.#paint();
  }

  #clicked(event) {
    if (event.target.closest("a, button, summary") || !this.view.getSelection().isCollapsed) return;
    const found = this.#under(event);
    if (!found) return;
    this.stop.focus({ preventScroll: true });
    this.choose(found.sentence, found.at, { pointer: true });
  }

  #moved(event) {
    if (this.waiting) return;
    this.waiting = this.view.requestAnimationFrame(() => {
      this.waiting = 0;
      this.#point(event.target.closest?.("a") ? null : (this.#under(event)?.sentence ?? null));
    });
  }

  #point(sentence) {
    if (sentence === this.pointed) return;
    this.pointed = sentence;
    this.#paint();
  }

  #focused() {
    if (!this.current) {
      const seen = (one) => one.place.range(one.fra, one.til).getBoundingClientRect().bottom > MARGIN;
      this.current = this.all.find(seen) ?? this.all[0] ?? null;
    }
    this.#paint();
    if (this.current) this.tell.moved(this.current);
  }

  #pressed(event) {
    if (event.target !== this.stop || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = this.all.indexOf(this.current);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = this.all[here + (event.key === "ArrowDown" ? 1 : -1)];
      event.preventDefault();
      if (!next) return;
      this.current = next;
      this.span = null;
      this.#reveal(next);
      this.#paint();
      this.tell.moved(next);
    } else if (event.key === "Enter" && this.current) {
      event.preventDefault();
      this.choose(this.current);
    }
  }

  // The sentence under the pointer, and the character there.
  #under({ clientX, clientY, target }) {
    const there = this.all.filter((one) => one.place.element.contains(target));
    // The innermost: an item of a list may hold another list.
    const element = there.map((one) => one.place.element).findLast((one) => one.contains(target));
    const point = this.#caret(clientX, clientY);
    if (!element || !point || !element.contains(point.node)) return null;
    const at = there.find((one) => one.place.element === element).place.offset(point.node, point.at);
    const inside = there.filter((one) => one.place.element === element);
    const sentence = inside.find((one) => at < one.til) ?? inside.at(-1);
    return { sentence, at };
  }

  #caret(x, y) {
    const position = this.doc.caretPositionFromPoint?.(x, y);
    if (position) return { node: position.offsetNode, at: position.offset };
    const range = this.doc.caretRangeFromPoint?.(x, y);
    return range && { node: range.startContainer, at: range.startOffset };
  }

  #reveal(sentence) {
    const { top, bottom } = sentence.place.range(sentence.fra, sentence.til).getBoundingClientRect();
    const height = this.view.innerHeight;
    if (top >= MARGIN && bottom <= height - MARGIN) return;
    this.view.scrollBy({ top: top - Math.min(height / 3, Math.max(height - (bottom - top), MARGIN)), behavior: "instant" });
  }

  #paint() {
    const { CSS, Highlight } = this.view;
    if (!CSS.highlights) {
      // An older browser: the whole text is marked.
      this.doc.querySelectorAll(".avtalegen-setning").forEach((before) => before.classList.remove("avtalegen-setning"));
      this.current?.place.element.classList.add("avtalegen-setning");
      return;
    }
    const of = (sentence) => (sentence ? [sentence.place.range(sentence.fra, sentence.til)] : []);
    const words = this.current && this.span ? [this.current.place.range(this.span.fra, this.span.til)] : [];
    const layers = { pekt: of(this.pointed), setning: of(this.current), verdi: words };
    Object.entries(layers).forEach(([name, ranges], n) => {
      const layer = new Highlight(...ranges);
      layer.priority = n;
      CSS.highlights.set(`avtalegen-${name}`, layer);
    });
  }
}
