// Looks at every page of the editor in Chromium, in light and dark, wide and narrow, and goes through it by keyboard.
// Usage: node rediger_sider.mjs FOLDER-WITH-node_modules CHROMIUM YAML COMMAND...    (COMMAND starts the editor of YAML)
import { readFileSync } from "node:fs";
import { complaints, open, pause, require, root, tell } from "./rediger_felles.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { page, until } = await open();

/** The pages, and what is done on each before it is looked at. */
const pages = {
  start: () => undefined,
  deler: () => document.getElementById("lag").click(),
  "del/politiråd/møter": () => document.getElementById("i-politiråd.møter.per_år").focus(),
  "del/politiråd/sammensetning": () => document.querySelectorAll("#panelrull .mer").forEach((one) => one.click()),
  "del/satsningsområder": () => document.querySelector(".ny").click(),
  "del/politikontakt": () => undefined,
  "del/tjenestetilbud/steder": () => document.querySelector(".kortnavn").click(),
  "del/signaturer": () => undefined,
  "plan/politiråd.møter.plan": () => {
    document.querySelector('[id^="ny-"]').click();
    setTimeout(() => document.querySelector('[id^="kal-"]').click(), 200);
  },
  funn: () => {
    document.querySelectorAll(".funndel-hode").forEach((one) => one.getAttribute("aria-expanded") === "false" && one.click());
    setTimeout(() => [...document.querySelectorAll(".funnrad .knapp")].find((one) => one.textContent === "Se forslaget").click(), 200);
  },
  endringer: () => undefined,
  avtale: () => undefined,
  lag: () => undefined,
};

const looks = [];
// 640 is 1280 at 200 % zoom. What axe says of the rest is the same whatever the colours and the width of a window.
for (const [name, prepare] of Object.entries(pages)) {
  for (const [width, rules] of [[1440, null], [1280, []], [640, []], [390, null]]) {
    await page.setViewport({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.goto("about:blank");
    await page.goto(name === "start" ? `${root}?side=start` : `${root}#/${name}`);
    await until(() => document.querySelector(".start, #sidetittel, .uten-panel"));
    await until(() => document.querySelector(".start, #ramme iframe:not(.venter)"));
    await page.evaluate(prepare);
    await pause(400);
    await page.evaluate(axe);
    await look(name, width, "light", rules);
    if (rules) continue;
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await pause(300);
    await look(name, width, "dark", ["color-contrast"]);
  }
}

/** Note what is to be seen of a page; of axe all the rules, or some. */
async function look(name, width, scheme, rules) {
  looks.push({ name, width, scheme, ...(await page.evaluate(async (rules) => {
    // A button takes 120 ms to change its colour when the scheme does: between the two it is neither.
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
    const { violations, passes } = rules?.length === 0 ? { violations: [], passes: [] } : await window.axe.run(document, { iframes: false, resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) });
    const panel = document.getElementById("panelrull") ?? document.body;
    return {
      violations: violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
      passes: passes.map((one) => one.id),
      overflow: [document.documentElement, panel].map((one) => one.scrollWidth - one.clientWidth),
      small: [...document.querySelectorAll("#app :is(button, a, select, input:not([type=radio], [type=checkbox]))")]
        .filter((one) => one.checkVisibility() && !one.closest("p, .hopp") && (one.offsetWidth < 24 || one.offsetHeight < 24))
        .map((one) => one.outerHTML.slice(0, 100)),
      background: getComputedStyle(document.body).backgroundColor,
    };
  }, rules)) });
}

// The sheet: one stop for the tabulator, and ways there and back.
await page.setViewport({ width: 1440, height: 900 });
await page.goto("about:blank");
await page.goto(`${root}#/deler`);
await until(() => document.querySelector("#ramme iframe:not(.venter)"));
const frame = () => page.frames().find((one) => one.url().endsWith("/avtale.html"));
await frame().waitForSelector(".avtalegen-endre");
await frame().evaluate(axe);
const sheet = {
  stops: await frame().evaluate(() => [...document.querySelectorAll("a[href], button, [tabindex]")].filter((one) => one.tabIndex >= 0).map((one) => one.className)),
  violations: await frame().evaluate(async () => (await window.axe.run(document)).violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`)),
};
await page.keyboard.press("F6");
await until(() => document.activeElement.nodeName === "IFRAME");
const spoken = () => frame().evaluate(() => document.activeElement.getAttribute("aria-label"));
sheet.spoken = [await spoken()];
await page.keyboard.press("ArrowDown");
sheet.spoken.push(await spoken());
await page.keyboard.press("F6");
await until(() => document.activeElement.id === "sidetittel");

// From a sentence to its field and back, where the server says which texts show what.
sheet.fields = null;
if (await page.evaluate(async () => Boolean((await (await fetch("/api/spor")).json()).tekster))) {
  sheet.fields = [];
  for (const [part, words] of [["politiråd", "minst to"], ["tjenestetilbud", "Utstedelse av pass"], ["evaluering", "løpende"], ["parter", "Hans Fredrik Sørdal"]]) {
    const point = await frame().evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.toLowerCase().indexOf(words.toLowerCase());
        if (at < 0) continue;
        node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const { left, top, height } = range.getClientRects()[0];
        return [left + 10, top + height / 2];
      }
      return null;
    }, words);
    const box = await (await page.$("#ramme iframe")).boundingBox();
    await page.mouse.click(box.x + point[0], box.y + point[1]);
    await until((part) => document.activeElement.id.startsWith(`i-${part}`), part);
    sheet.fields.push(await page.evaluate(() => document.activeElement.id));
  }
  await page.keyboard.press("Escape");
  await until(() => document.activeElement.nodeName === "IFRAME");
  sheet.back = await spoken();
}
await tell({ looks, sheet, complaints });
