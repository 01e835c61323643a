// What the page knows: the format, the agreement as it was last read, and what the reader has open.

export const app = {
  skjema: null,
  tilstand: null,
  helligdager: {},
  brutt: false,
  /** Told by the page, not by the file: what is open, chosen, or just removed. */
  ui: {
    åpne: new Set(), // cards, «Mer» and parts that are added, by route
    grupper: new Map(), // the chip that is chosen, by route
    nye: new Map(), // new items of lists that are not in the file yet, by route of the list
    slettet: null, // the row that says what was removed: {rute, navn}
    filter: "alle",
    valgtFunn: null,
    aktiv: null, // the route of the field that has focus
    merkEget: false,
    annenMåte: new Set(),
    låstOpp: new Set(),
    melding: null,
  },
};

let wanted = false;
const listeners = [];

/** Call `draw` for each new state of the page. */
export function påTegning(draw) {
  listeners.push(draw);
}

/** Draw soon, once. */
export function tegn() {
  if (wanted) return;
  wanted = true;
  queueMicrotask(() => {
    wanted = false;
    for (const draw of listeners) draw();
  });
}

export const nøkkel = (rute) => rute.join(".");
export const lik = (a, b) => a.length === b.length && a.every((step, n) => step === b[n]);
export const begynner = (rute, start) => start.every((step, n) => step === rute[n]);

/** Say something to those who listen, politely, once. */
export function si(text) {
  const status = document.getElementById("status");
  if (status.textContent !== text) status.textContent = text;
}
