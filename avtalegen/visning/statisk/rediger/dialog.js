// A dialogue that holds the focus until it is answered.
import { h, patch } from "./dom.js";

let før = null;
let innhold = null;

/** Show a dialogue, or what it says now; with null, none. `draw` returns its children; `lukk` is called for Esc. */
export function visDialog(navn, draw, lukk) {
  const host = document.getElementById("dialog");
  if (!draw) {
    if (!innhold) return;
    innhold = null;
    document.getElementById("app").inert = false;
    patch(host, []);
    if (før?.isConnected) før.focus();
    return;
  }
  const ny = innhold !== navn;
  if (ny) før = document.activeElement;
  innhold = navn;
  document.getElementById("app").inert = true;
  patch(host, h("div", { class: "dialogbak", key: navn }, h("div", { class: "dialog", role: "dialog", "aria-modal": "true", "aria-labelledby": "dialog-tittel", on: { keydown: (event) => event.key === "Escape" && lukk?.() } }, draw())));
  if (ny) host.querySelector("#dialog-tittel")?.focus();
}
