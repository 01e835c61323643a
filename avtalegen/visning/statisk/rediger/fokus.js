// Where the focus is: where it was asked for, and never nowhere. A button that goes when it is pressed leaves the focus
// with what is nearest, and what has the focus stays in sight when what is above it is folded.
import { app } from "./tilstand.js";

const MULIG = "input, textarea, select, button, a[href], summary";
const kan = (element) => !element.hidden && element.checkVisibility?.() !== false;
const første = (element) => (element.matches(MULIG) && kan(element) ? element : [...element.querySelectorAll(MULIG)].find(kan));

let trykket = null; // what was pressed last, until the page is drawn

export function lyttTilTrykk() {
  addEventListener("click", (event) => {
    trykket = event.target.closest?.(MULIG) ?? null;
  }, true);
}

/** Note who has the focus before the page is drawn. Returns what puts it right afterwards. */
export function merkFokus() {
  const her = document.activeElement;
  // What is around it, the nearest first, with what comes after it there.
  const rundt = [];
  for (let node = her; node && node !== document.body; node = node.parentElement) rundt.push([node.parentElement, node.nextElementSibling]);
  return () => {
    if (fokuser() || !her) return;
    if (!her.isConnected || (her !== document.body && !kan(her))) nær(rundt)?.focus({ preventScroll: true });
    if (!her.isConnected || trykket === her) iSyne(document.activeElement);
    trykket = null;
  };
}

/** What is nearest to something that is gone: in its field, or the next one in what it was in, or the heading. */
function nær(rundt) {
  for (const [over, etter] of rundt) {
    if (!over?.isConnected || over.closest("[hidden]")) continue;
    if (!over.closest("#panelrull")) break;
    const felt = over.closest(".felt, .funnrad");
    const neste = etter?.isConnected ? første(etter) : null;
    const funnet = (felt && første(felt)) ?? neste ?? (over.id === "panelrull" ? null : første(over));
    if (funnet) return funnet;
  }
  return document.getElementById("sidetittel");
}

/** Put the focus where it was asked for: the first of the ids that is there; «>id» is the first control within. */
function fokuser() {
  const ønsket = [app.ui.fokus ?? [], app.ui.fokusI ? `>${app.ui.fokusI}` : []].flat();
  app.ui.fokus = app.ui.fokusI = null;
  for (const en of ønsket) {
    const element = en.startsWith(">") ? document.getElementById(en.slice(1))?.querySelector("input, textarea, select, button, a[href]") : document.getElementById(en);
    if (!element) continue;
    element.focus({ preventScroll: true });
    iSyne(element);
    return true;
  }
  return false;
}

/** Bring a control into sight, with its field where there is room for all of it. */
function iSyne(element) {
  if (!element.closest("#panelrull")) return;
  element.closest(".kalender, .felt")?.scrollIntoView({ block: "nearest" });
  element.scrollIntoView({ block: "nearest" });
}
