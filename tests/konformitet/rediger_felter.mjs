// Writes in every field of the format through its own control in Chromium, and reads it back from the file.
// Usage: node rediger_felter.mjs FOLDER-WITH-node_modules CHROMIUM YAML COMMAND...    (COMMAND starts the editor)
import { complaints, open, tell } from "./rediger_felles.mjs";

const { page } = await open();
await page.waitForSelector("#sidetittel");

const seen = await page.evaluate(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const { app } = await import("/statisk/tilstand.js");
  const { feltVed, verdiVed } = await import("/statisk/modell.js");
  const { utkast } = await import("/statisk/utkast.js");
  const { tøm } = await import("/statisk/lagring.js");
  const written = new Map(); // «Klasse.nøkkel» → {rute, verdi}
  const refused = new Map();
  const tried = new Set();
  const routeOf = (id) => id.slice(2).split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));

  /** Write an example of its own in a control, as a person would. */
  function fill(control, felt) {
    if (control.type === "radio") {
      const other = [...control.closest(".valg").querySelectorAll("input")].find((one) => !one.checked && one.value);
      other.click();
      return other.value;
    }
    if (control.type === "checkbox") {
      const free = [...control.closest(".uke").querySelectorAll("input[type=checkbox]")].at(-1);
      free.click();
      return "søndag";
    }
    const text = felt.valg.length ? felt.valg.at(-1).verdi : felt.eksempel || "noe annet";
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event(control.nodeName === "SELECT" ? "change" : "input", { bubbles: true }));
    control.blur();
    return text;
  }

  async function writeAll() {
    for (const control of document.querySelectorAll("#panelrull :is(input, textarea, select)[id^='i-']")) {
      const rute = routeOf(control.id);
      const her = feltVed(rute);
      const name = her && `${her.klasse}.${her.felt.nøkkel}`;
      if (!her || written.has(name) || her.felt.slag === "del" || !control.isConnected) continue;
      written.set(name, { rute, verdi: null });
      written.get(name).verdi = fill(control, her.felt);
      await pause(5);
    }
    await tøm();
    for (const draft of utkast.values()) if (draft.avvist) refused.set(draft.rute.join("."), draft.feil[0]?.melding);
    for (const [name, { rute, verdi }] of written) {
      if (tried.has(name)) continue;
      const now = verdiVed(rute);
      if (now !== undefined) tried.add(name); // else it waits for more of what it is a part of
      written.get(name).lest = Array.isArray(now) ? now.join("; ") : now === undefined ? null : String(now);
    }
  }

  const opened = new Set();
  /** Open what is closed and add what can be added, once each, until there is nothing more. */
  async function openAll() {
    await writeAll();
    for (let n = 0; n < 15; n++) {
      let news = false;
      const closed = "#panelrull :is(.mer[aria-expanded=false], .tom-del .ny, .liste .ny, .plan .ny, .kortnavn[aria-expanded=false])";
      for (const button of document.querySelectorAll(closed)) {
        const deep = (button.id.match(/\.\d+\./g) ?? []).length > 2;
        const secondCard = button.matches(".kortnavn") && document.querySelector(".kort.åpent") && !button.id.endsWith(".0");
        if (opened.has(button.id) || deep || secondCard) continue;
        opened.add(button.id);
        button.click();
        news = true;
        await pause(10);
      }
      for (const group of document.querySelectorAll("#panelrull button.brikke")) {
        const name = `${group.closest(".kort")?.id} ${group.textContent}`;
        if (opened.has(name)) continue;
        opened.add(name);
        group.click();
        news = true;
        await pause(10);
        break;
      }
      if (!news) return;
      await writeAll();
    }
  }

  for (const part of app.skjema.deler) {
    location.hash = `#/del/${part.id}`;
    await pause(150);
    const groups = [...document.querySelectorAll("#panelrull a.brikke")].map((link) => link.getAttribute("href"));
    for (const group of groups.length ? groups : [null]) {
      if (group) location.hash = group;
      await pause(150);
      await openAll();
    }
  }
  location.hash = "#/plan/politiråd.møter.plan";
  await pause(150);
  await openAll();
  const fields = Object.entries(app.skjema.klasser).flatMap(([klasse, { felter }]) =>
    felter.filter((felt) => felt.slag !== "del").map((felt) => `${klasse}.${felt.nøkkel}`),
  );
  return { missing: fields.filter((name) => !written.has(name)), wrong: [...written].filter(([, one]) => !(one.lest ?? "").includes(one.verdi)).map(([name]) => name), refused: [...refused], fields: fields.length };
});
await tell({ ...seen, complaints });
