// Opens agreements that say something in every field, in every way of writing it, and looks at each of their pages in
// Chromium: whatever stands in a file, its page is drawn. Prints which fields were seen, and what the pages complained of.
import { complaints, open, root, tell } from "./rediger_felles.mjs";

const { page, see, until } = await open();
await until(() => document.querySelector(".avtaler"));
const files = await see(() => document.querySelectorAll(".avtaler li > button:first-child").length);
const fields = new Set();
const undrawn = [];
for (let n = 0; n < files; n++) {
  await page.goto(`${root}?side=start`);
  await until(() => document.querySelector(".avtaler"));
  await see((n) => document.querySelectorAll(".avtaler li > button:first-child")[n].click(), n);
  await until(() => document.getElementById("sidetittel"));
  const seen = await see(async () => {
    const drawn = () => new Promise((done) => setTimeout(done));
    const { app } = await import("/statisk/tilstand.js");
    const { feltVed } = await import("/statisk/modell.js");
    const found = new Set();
    const failed = [];
    const look = () => {
      for (const control of document.querySelectorAll("#panelrull [id^='i-']")) {
        const her = feltVed(control.id.slice(2).split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
        if (her && her.felt.slag !== "del") found.add(`${her.klasse}.${her.felt.nøkkel}`);
      }
    };
    const nameOf = (button) => button.id || `${button.closest("[id]").id} ${button.textContent}`;
    /** Go to a page, and open all that is closed on it. */
    async function show(hash, title) {
      location.hash = hash;
      await drawn();
      await drawn();
      if (title && document.getElementById("sidetittel")?.textContent !== title) failed.push(`${app.tilstand.fil} ${hash}`);
      const opened = new Set();
      look();
      const next = () => [...document.querySelectorAll("#panelrull :is(.mer, .kortnavn)[aria-expanded=false], #panelrull button.brikke")].find((one) => !opened.has(nameOf(one)));
      for (let button = next(); button; button = next()) {
        opened.add(nameOf(button));
        button.click();
        await drawn();
        look();
      }
    }
    for (const part of app.skjema.deler) {
      await show(`#/del/${part.id}`, part.tittel);
      for (const link of [...document.querySelectorAll("#panelrull a.brikke")].map((one) => one.getAttribute("href"))) await show(link, part.tittel);
    }
    await show("#/plan/politiråd.møter.plan", null);
    return { found: [...found], failed };
  });
  seen.found.forEach((one) => fields.add(one));
  undrawn.push(...seen.failed);
}
await tell({ files, fields: fields.size, undrawn, complaints });
