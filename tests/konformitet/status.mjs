// Looks for agreements on the page of «avtalegen status», and prints which rows are shown.
// Usage: node status.mjs FOLDER-WITH-node_modules CHROMIUM PAGE
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, file] = process.argv.slice(2);
const { launch } = createRequire(join(tools, "x.js"))("puppeteer-core");
const browser = await launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(pathToFileURL(file).href);

async function shown() {
  const names = await page.$$eval(".avtaler tbody tr:not([hidden]) .navn", (all) => all.map((one) => one.textContent));
  return names.join("|");
}
const said = () => page.$eval("#vist", (one) => one.textContent);

console.log(`${await shown()}: ${await said()}`);
await page.type("#søk", "kari  NORD");
console.log(`${await shown()}: ${await said()}`);
await page.select("#vis", "forfalt");
console.log(`${await shown()}: ${await said()}`);
await page.select("#vis", "");
await page.$eval("#søk", (one) => { one.value = ""; one.dispatchEvent(new Event("input")); });
await page.select("#sorter", "til");
const til = await shown();
await page.select("#sorter", "navn");
if ((await shown()) === til) throw new Error("the order did not change");
await page.select("#sorter", "til");
console.log(await shown());
await browser.close();
