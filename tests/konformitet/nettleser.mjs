// Opens pages in Chromium as people see them, and prints what axe-core finds wrong and what the page tried to fetch.
// Usage: node nettleser.mjs FOLDER-WITH-node_modules CHROMIUM PAGE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, ...pages] = process.argv.slice(2);
const require = createRequire(join(tools, "x.js"));
const { launch } = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
flags.push("--disable-background-networking", "--disable-component-update", "--disable-sync");

const browser = await launch({ executablePath, args: flags });
const found = [];
for (const file of pages) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1100, 390]) {
      const page = await browser.newPage();
      const requests = [];
      const complaints = [];
      page.on("request", (request) => requests.push(request.url().split(",")[0]));
      page.on("console", (message) => complaints.push(message.text()));
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const seen = await page.evaluate(async () => {
        const verdict = await window.axe.run(document);
        return {
          violations: verdict.violations.map((v) => `${v.id}: ${v.nodes[0].html}`),
          passes: verdict.passes.map((p) => p.id),
          background: getComputedStyle(document.body).backgroundColor,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      });
      found.push({ file, scheme, width, requests, complaints, ...seen });
      await page.close();
    }
  }
}
await browser.close();
console.log(JSON.stringify(found));
