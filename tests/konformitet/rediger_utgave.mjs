// «Lag ny utgave» in Chromium: the next agreement of one that is signed, and of one that ends, from the list. Prints
// what was seen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, open, require, tell, what as folder } from "./rediger_felles.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const seen = { violations: [] };
const mine = await open();

async function judged() {
  await mine.page.evaluate(axe);
  const { violations } = await mine.page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "best-practice"] }));
  seen.violations.push(...violations.map((one) => one.id));
}

await mine.until(() => document.querySelector(".avtaler .utgave"));
seen.offered = await mine.see(() => [...document.querySelectorAll(".utgave button")].map((one) => one.getAttribute("aria-label")));
await judged();

// The one that is signed is opened, and is locked, with the way on.
await mine.byText(".avtaler strong", "Flakstad og Nordland politidistrikt");
await mine.until(() => document.querySelector(".boks.signert .utgave button"));
seen.locked = await mine.text(".boks.signert p");
await judged();
await mine.page.focus(".boks.signert .utgave button");
await mine.page.keyboard.press("Enter");
await mine.until(() => document.querySelector("h1 + .fil")?.textContent === "flakstad-2031.yaml" && document.querySelector(".melding"));
seen.told = await mine.text(".melding span");
seen.status = await mine.text(".topp .merke");
await judged();

// What must be decided again is an empty field, that says what stood there.
await mine.go("del/evaluering");
seen.empty = [await mine.value("i-evaluering.neste"), await mine.text('[id="i-evaluering.neste-ufylt"]')];
await judged();
await mine.write("i-evaluering.neste", "mai 2033");
await mine.until(() => document.querySelector(".lagret.ja") && !document.getElementById("i-evaluering.neste-ufylt"));
seen.filled = readFileSync(join(folder, "flakstad-2031.yaml"), "utf8").includes("mai 2033");
await mine.page.reload();
await mine.until(() => document.querySelector(".skjema"));
seen.toldAgain = await mine.see(() => Boolean(document.querySelector(".melding")));

// From the list, where the next one is there already.
await mine.page.goto(new URL("/?side=start", mine.page.url()).href);
await mine.until(() => document.querySelector(".avtaler .utgave"));
await mine.click(".avtaler .utgave button");
await mine.until(() => document.querySelector(".utgavesvar .lenke"));
seen.there = await mine.text(".utgavesvar p");
await judged();
await mine.click(".utgavesvar .lenke");
await mine.until(() => document.querySelector("h1 + .fil")?.textContent === "flakstad-2031.yaml");
seen.old = readFileSync(join(folder, "flakstad.yaml"), "utf8");
await tell({ ...seen, complaints });
