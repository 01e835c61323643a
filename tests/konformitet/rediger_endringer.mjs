// «Endringer» in Chromium: what has changed since the earlier edition, by keyboard alone; prints what was seen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, eventually, open, require, tell, what } from "./rediger_felles.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const seen = { violations: [], wide: [] };
const mine = await open();
const { page } = mine;
const file = () => readFileSync(what, "utf8");
const first = file();

/** Hold what is shown against axe, and see that nothing is wider than the window. */
async function judged(name) {
  await page.evaluate(axe);
  const { violations } = await mine.see(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] }));
  seen.violations.push(...violations.map((one) => `${name}: ${one.id}`));
  if (await mine.see(() => document.documentElement.scrollWidth > innerWidth)) seen.wide.push(name);
}

/** Press Tab until the focus is on what has a name; the names that were passed. */
async function tabTo(name) {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press("Tab");
    if ((await mine.see(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent))?.includes(name)) return;
  }
  throw new Error(`never reached: ${name}`);
}

// The count comes by itself when all is at rest, and no key has waited for it.
await mine.until(() => document.querySelector("#fane-endringer .teller"));
seen.count = await mine.text("#fane-endringer .teller");
await page.focus("#fane-endringer");
await page.keyboard.press("Enter");
await mine.until(() => document.querySelector(".endring"));
seen.focus = await mine.focused();
seen.parts = await mine.see(() => [...document.querySelectorAll(".endringer h3")].map((one) => one.textContent));
seen.kinds = await mine.see(() => [...document.querySelectorAll(".endring .slag")].map((one) => one.textContent));
await judged("list");

// From the sentence to its field, where what was is shown on request.
await tabTo("Gå til feltet: Politirådet møtes");
await page.keyboard.press("Enter");
await mine.until(() => document.activeElement.id === "i-politiråd.møter.per_år");
await tabTo("Endret. Vis det som sto før");
await page.keyboard.press("Enter");
await mine.until(() => document.querySelector(".endretfør"));
seen.before = await mine.text(".endretfør .før");
await judged("field");
await tabTo("Sett tilbake: Politirådet møtes");
await page.keyboard.press("Enter");
await eventually(() => file().includes("per_år: 4"));
await mine.until(() => document.querySelector("#fane-endringer .teller")?.textContent !== "11" && !document.querySelector(".endretfør"));
seen.focusAfter = await mine.focused();
seen.countAfter = await mine.text("#fane-endringer .teller");
await page.focus("#angre");
await page.keyboard.press("Enter");
await eventually(() => file() === first);

// Back in the list: put back, and against another edition.
await mine.go("endringer");
await mine.until(() => document.querySelector("#fane-endringer .teller")?.textContent === "11" && document.querySelector(".endring"));
await tabTo("Sett tilbake: Satsningsområdet «Rus blant unge»");
await page.keyboard.press("Enter");
await eventually(() => !file().includes("Besøke skolen"));
await mine.until(() => document.querySelector("#fane-endringer .teller")?.textContent === "10");
seen.focusInList = await mine.focused();
seen.replaced = await mine.value("mot");
await page.select("#mot", "åpnet");
await mine.until(() => document.querySelector("#fane-endringer .teller")?.textContent === "1");
seen.opened = await mine.text(".endring .lenke");
await judged("opened");

// The documents: what the browser is given, without going to the disk.
await mine.see(() => {
  window.given = [];
  HTMLAnchorElement.prototype.click = function click() {
    window.given.push(this.download);
  };
});
for (const format of ["docx", "html"]) {
  await mine.byId(`lastned-${format}`);
  await mine.until((format) => window.given.some((name) => name.endsWith(format)), format);
}
seen.given = await mine.see(() => window.given);

// On a telephone, and in the dark.
await page.select("#mot", seen.replaced);
await mine.until(() => document.querySelector("#fane-endringer .teller")?.textContent === "10");
await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
await page.setViewport({ width: 390, height: 844 });
await judged("dark, narrow");
await mine.go("del/politiråd/sammensetning");
await mine.until(() => document.querySelector(".endretmerke"));
await judged("field, dark, narrow");
seen.narrow = await mine.see(() => [...document.querySelectorAll(".bunn a")].map((one) => one.textContent));
await tell({ ...seen, complaints });
