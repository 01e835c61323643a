// An old agreement opened on the first page in Chromium, put in place piece by piece with keys alone, and taken away.
// Prints what was seen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, eventually, open, pause, require, tell, what as folder } from "./rediger_felles.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const yaml = (name) => readFileSync(join(folder, name), "utf8");
const seen = { looks: [] };
const mine = await open();
const { page } = mine;

/** Choose a file on the first page, and wait until its draft is open. */
async function fetchOld(name) {
  await mine.until(() => document.getElementById("dokument"));
  await (await page.$("#dokument")).uploadFile(join(folder, name));
  await mine.until(() => document.querySelector(".gammelboks"));
}

/** Note what axe says, and whether something is too wide or too small, in light and dark, wide, zoomed and narrow. */
async function look(name) {
  for (const [width, scheme, rules] of [[1440, "light", null], [1440, "dark", ["color-contrast"]], [640, "light", []], [390, "light", null], [390, "dark", ["color-contrast"]]]) {
    await page.setViewport({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await pause(400);
    await page.evaluate(axe);
    seen.looks.push({ name, width, scheme, ...(await page.evaluate(async (rules) => {
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
      const { violations, passes } = rules?.length === 0 ? { violations: [], passes: [] } : await window.axe.run(document, { iframes: false, resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) });
      return {
        violations: violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
        passes: passes.length,
        overflow: [document.documentElement, document.getElementById("panelrull")].map((one) => one.scrollWidth - one.clientWidth),
        small: [...document.querySelectorAll("#app :is(button, a, select, summary)")].filter((one) => one.checkVisibility() && !one.closest("p, .hopp") && (one.offsetWidth < 24 || one.offsetHeight < 24)).map((one) => one.outerHTML.slice(0, 100)),
      };
    }, rules)) });
  }
  await page.setViewport({ width: 1440, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
}

/** Press a key, many times if asked, and say what has the focus. */
async function press(...keys) {
  for (const key of keys) await page.keyboard.press(key);
  return mine.focused();
}

const button = () => mine.see(() => document.activeElement.textContent);
const left = () => mine.see(() => document.querySelectorAll(".biter > li").length);
const gone = (n) => mine.until((n) => document.querySelectorAll(".biter > li").length === n && document.querySelector(".lagret.ja"), n);

// The draft, and the old words beside its fields.
await fetchOld("01-nord-troms-2017.docx");
seen.told = await mine.text(".melding > span");
seen.box = await mine.text(".gammelboks p");
seen.draft = yaml("01-nord-troms-2017.yaml");
await mine.go("del/varighet");
seen.beside = await mine.see(() => {
  const note = document.querySelector('[id="i-periode.fra"]').closest(".felt").querySelector(":scope > .gammel");
  const [field, words] = [document.getElementById("i-periode.fra"), note].map((one) => one.getBoundingClientRect());
  return { said: note.innerText.split("\n").map((one) => one.trim()), open: note.open, right: words.left >= field.right };
});
await look("del/varighet");
await page.setViewport({ width: 390, height: 844 });
await mine.go("del/evaluering");
seen.narrow = await mine.see(() => {
  const note = document.querySelector(".felt .gammel");
  return { open: note.open, below: note.getBoundingClientRect().top >= note.closest(".felt").querySelector("input, textarea").getBoundingClientRect().bottom };
});
await page.setViewport({ width: 1440, height: 900 });

// A part of the first piece in a field, with keys alone.
await mine.go("gammel");
seen.pieces = await mine.see(() => [...document.querySelectorAll(".bit-tekst")].map((one) => one.textContent));
while ((await button()) !== "Sett i et felt …") await press("Tab");
await press("Enter");
await mine.until(() => document.activeElement.id.endsWith("-søk") && document.querySelector(".feltknapp"));
await look("gammel");
await page.keyboard.down("Shift");
while (!(await mine.see(() => document.activeElement.classList.contains("bit-utvalg")))) await page.keyboard.press("Tab");
await page.keyboard.up("Shift");
await press("Home");
await page.keyboard.down("Shift");
for (let n = 0; n < 7; n++) await page.keyboard.press("ArrowRight");
await page.keyboard.up("Shift");
await mine.until(() => document.querySelector(".bit-valgt").textContent.includes("«vi gjør»"));
await page.keyboard.type("x");
seen.untouched = await mine.see(() => document.querySelector(".bit-utvalg").value);
while (!(await mine.focused()).endsWith("-søk")) await press("Tab");
await page.keyboard.type("møtested");
await mine.until(() => document.querySelector(".feltknapp strong")?.textContent === "Møtested");
await press("ArrowDown");
seen.chosen = await button();
await press("Enter");
await mine.until(() => document.querySelector(".melding > span")?.textContent.startsWith("Satt inn"));
seen.put = await mine.text(".melding > span");
seen.rest = await mine.text(".bit-tekst");
seen.focus = await mine.see(() => document.activeElement.textContent);
seen.inFile = yaml("01-nord-troms-2017.yaml");

// What has a value is asked about, and what can't be read is told of and stays.
await press("Enter");
await mine.until(() => document.activeElement.id.endsWith("-søk"));
await page.keyboard.type("møter i året");
await mine.until(() => document.querySelector(".feltknapp strong")?.textContent === "Møter i året");
await press("ArrowDown", "Enter");
await mine.until(() => document.activeElement.textContent === "Erstatt");
seen.asked = await mine.text(".feltvalg .boks p");
await press("Escape");
await mine.until(() => !document.querySelector(".feltvelger"));

// A section of its own, what is not needed and back again, and the rest.
while ((await button()) !== "Behold som egen tekst") await press("Tab");
await press("Enter");
await mine.until(() => document.activeElement.id.endsWith("-overskrift"));
await press("Enter");
await gone(3);
while ((await button()) !== "Trengs ikke") await press("Tab");
await press("Enter");
await gone(2);
await mine.see(() => document.querySelector(".gammel-bort summary").focus());
await press("Enter", "Tab");
seen.back = await button();
await press("Enter");
await gone(3);
for (let n = 3; n > 0; n--) {
  await mine.see(() => document.querySelector('[id$="-bort"]').focus());
  await press("Enter");
  await gone(n - 1);
}
seen.done = { focus: await mine.focused(), title: await mine.text(".gammel-tittel") };
await look("gammel, tom");
seen.placed = yaml("01-nord-troms-2017.yaml");

// Done with the old agreement, and undone.
await mine.see(() => document.getElementById("gammel-ferdig").focus());
await press("Enter");
await mine.until(() => !document.querySelector("#fane-gammel") && document.querySelector(".melding > span"));
seen.ended = { said: await mine.text(".melding > span"), text: yaml("01-nord-troms-2017.yaml") };
await mine.byId("angre");
await mine.until(() => document.querySelector("#fane-gammel"));
await eventually(() => yaml("01-nord-troms-2017.yaml") === seen.placed);

// Every comment is shown at the field that it is about: in rows, in cards, in the plan of meetings, in opening hours.
seen.shown = {};
for (const name of ["04-volda-orsta-2012.odt", "05-rakkestad-2023.pdf"]) {
  await page.goto(new URL("/?side=start", page.url()).href);
  await fetchOld(name);
  seen.shown[name] = await mine.see(async () => {
    const [{ app, nøkkel }, { gåTilFelt }] = await Promise.all([import("/statisk/tilstand.js"), import("/statisk/rute.js")]);
    const { opphav } = app.tilstand.gammel;
    const missing = [];
    for (const one of opphav) {
      gåTilFelt(one.rute);
      const words = one.sitat || one.grunn;
      const there = () => [...document.querySelectorAll("#panelrull .gammel")].some((note) => note.textContent.includes(words));
      for (let n = 0; n < 50 && !there(); n++) await new Promise((later) => setTimeout(later, 40));
      if (!there()) missing.push(nøkkel(one.rute));
    }
    return { notes: opphav.length, missing };
  });
}

// In nynorsk, with what an enemy wrote: it is shown as text.
await page.goto(new URL("/?side=start", page.url()).href);
await fetchOld("fiendtlig.txt");
await mine.go("gammel");
seen.nynorsk = await mine.see(() => ({ title: document.getElementById("sidetittel").textContent, tab: document.getElementById("fane-gammel").textContent, pieces: [...document.querySelectorAll(".bit-tekst")].map((one) => one.textContent), scripts: document.querySelectorAll("#app script, #app img, #app iframe:not([src='/avtale.html'])").length }));
await mine.click('[id$="-felt"]');
await mine.until(() => document.querySelector(".feltknapp"));
await look("gammel, nynorsk");
seen.complaints = complaints;
await tell(seen);
