// Keys of the whole page: undo, between the sheet and the panel, and back to the sentence.
import { app, tegn } from "./tilstand.js";
import { angre, gjørOm } from "./lagring.js";
import { utkast } from "./utkast.js";
import { tilSetningen } from "./ark.js";

const I_FELT = "input:not([type='radio'], [type='checkbox']), textarea";

/** Let F6 go between the two halves of the page. */
export function bytt(event) {
  event.preventDefault();
  const iArket = document.activeElement?.nodeName === "IFRAME" || document.activeElement?.closest("#ark");
  if (!iArket) {
    app.ui.førF6 = document.activeElement;
    return tilSetningen();
  }
  window.focus();
  const til = app.ui.førF6?.isConnected && app.ui.førF6 !== document.body ? app.ui.førF6 : document.getElementById("sidetittel");
  return til?.focus();
}

export function lyttTilTaster() {
  addEventListener("keydown", (event) => {
    if (event.key === "F6") return bytt(event);
    if (document.getElementById("dialog").firstChild) return undefined;
    if (event.key === "Escape" && !event.defaultPrevented) {
      if (app.ui.kalender) return undefined;
      if (document.activeElement?.closest("#panel") && document.activeElement.matches("input, textarea, select, button") && !app.ui.lagÅpen) tilSetningen();
      return undefined;
    }
    const z = event.key.toLowerCase() === "z";
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(z || event.key.toLowerCase() === "y")) return undefined;
    // In a field, undo is the browser's until the field is left, or saved.
    if (document.activeElement?.matches(I_FELT) && [...utkast.values()].some((draft) => draft.endret)) return undefined;
    if (document.activeElement?.matches(I_FELT) && document.activeElement._skrevetI) return undefined;
    event.preventDefault();
    return z && !event.shiftKey ? angre() : gjørOm();
  });
  addEventListener("input", (event) => {
    event.target._skrevetI = true;
  });
  addEventListener("focusout", (event) => {
    event.target._skrevetI = false;
  });
  addEventListener("pointerdown", (event) => {
    if (app.ui.lagÅpen && !event.target.closest?.(".lagmeny")) {
      app.ui.lagÅpen = false;
      tegn();
    }
  });
}
