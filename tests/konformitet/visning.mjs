// Writes an agreement while `avtalegen vis` shows it in Chromium, and prints what a person would have seen.
// Usage: node visning.mjs FOLDER-WITH-node_modules CHROMIUM YAML COMMAND...    (COMMAND starts the preview of YAML)
import { spawn } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, executablePath, file, program, ...rest] = process.argv.slice(2);
const require = createRequire(join(tools, "x.js"));
const { launch } = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
flags.push("--disable-background-networking", "--disable-component-update", "--disable-sync");

let server;
process.on("exit", () => server?.kill());
function start(port) {
  server = spawn(program, [...rest, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  return new Promise((resolve, reject) => {
    server.on("exit", () => reject(new Error(`no address in «${said}»`)));
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
      if (address) resolve({ url: address[0], port: Number(address[1]) });
    });
  });
}

const original = readFileSync(file, "utf8");
const { url, port } = await start(0);
const browser = await launch({ executablePath, args: flags });
const page = await browser.newPage();
const requests = new Set();
const complaints = [];
page.on("request", (request) => requests.add(request.url().replace(/^data:.*/, "data:")));
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));

const see = () =>
  page.evaluate(() => {
    const bare = (element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll(".avtalegen-tillegg").forEach((mark) => mark.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const line = document.querySelector("#melding p");
    const doc = document.querySelector("iframe")?.contentDocument;
    return {
      status: document.getElementById("status").textContent,
      banner: line.hidden ? "" : line.textContent,
      codes: [...document.querySelectorAll(".funn:not([hidden]) .kode")].map((code) => code.textContent),
      groups: [...document.querySelectorAll("h3")].map((title) => title.textContent),
      lines: [...document.querySelectorAll(".linje")].map((line) => line.textContent),
      document: doc ? bare(doc.querySelector("main")) : "",
      marks: [...(doc?.querySelectorAll(".avtalegen-merke") ?? [])].map((mark) => [bare(mark.parentElement.parentElement), mark.textContent]),
      stayed: window.stayed === true,
    };
  });
const until = (condition, ...args) => page.waitForFunction(condition, { polling: 10, timeout: 20000 }, ...args);
const inFrame = (text) =>
  until((wanted) => document.querySelector("iframe:not(.venter)")?.contentDocument.body?.textContent.includes(wanted), text);
const banner = (there) => until((wanted) => !document.querySelector("#melding p").hidden === wanted, there);

async function judged() {
  const looks = [];
  for (const scheme of ["light", "dark"]) {
    for (const width of [1400, 400]) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const frame = page.frames().find((one) => one.url().endsWith("/avtale.html"));
      const verdicts = [];
      // The frame is judged by itself, because its policy lets no script in.
      for (const part of [page.mainFrame(), frame].filter(Boolean)) {
        await part.evaluate(axe);
        verdicts.push(await part.evaluate(() => window.axe.run(document, { iframes: false })));
      }
      looks.push({
        scheme,
        width,
        violations: verdicts.flatMap((one) => one.violations.map((v) => `${v.id}: ${v.nodes[0].html}`)),
        passes: verdicts[0].passes.map((p) => p.id),
        parts: verdicts.length,
        background: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        overflow: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      });
    }
  }
  await page.setViewport({ width: 1400, height: 900 });
  return looks;
}

const seen = {};
await page.setViewport({ width: 1400, height: 900 });
await page.goto(url);
await until(() => document.documentElement.dataset.utgave);
await page.evaluate(() => (window.stayed = true));
seen.first = await see();
seen.looks = await judged();

// From a mark to its finding, and from a heading in the panel to the document.
seen.jump = await page.evaluate(() => {
  document.querySelector("iframe").contentDocument.querySelector("h2 .avtalegen-merke").click();
  const finding = document.activeElement;
  const group = finding.closest(".gruppe").querySelector("h3 a");
  group.click();
  const frame = document.querySelector("iframe");
  const heading = frame.contentDocument.activeElement;
  return {
    finding: finding.className,
    group: group.textContent,
    heading: heading.textContent.replace(/\s+/g, " "),
    top: heading.getBoundingClientRect().top,
    inFrame: document.activeElement === frame,
  };
});
seen.filtered = await page.evaluate(() => {
  document.querySelector('.velger[data-grad="raad"]').click();
  const left = [...document.querySelectorAll(".funn:not([hidden]) .grad")].map((one) => one.textContent);
  document.querySelector('.velger[data-grad="raad"]').click();
  return left;
});

// The reader is in the middle of the document, and something is written further up.
const place = () =>
  page.evaluate(() => {
    const frame = document.querySelector("iframe:not(.venter)").contentWindow;
    const headings = [...frame.document.querySelectorAll("h2")];
    return headings.find((one) => one.textContent.includes("Tjenestetilbud")).getBoundingClientRect().top;
  });
await page.evaluate(() => {
  const frame = document.querySelector("iframe").contentWindow;
  const heading = [...frame.document.querySelectorAll("h2")].find((one) => one.textContent.includes("Tjenestetilbud"));
  frame.scrollTo(0, frame.scrollY + heading.getBoundingClientRect().top - 20);
  document.querySelector("details").open = true;
});
seen.before = await place();
seen.latency = [];
const times = Number(process.env.AVTALEGEN_GANGER ?? 8);
for (let n = 1; n <= times; n++) {
  const text = original.replace(/^  bakgrunn:$/m, `  bakgrunn:\n    - Prøve nummer ${n}. ${"Den er lang. ".repeat(n * 20)}`);
  const began = performance.now();
  if (n % 2) writeFileSync(file, text);
  else {
    writeFileSync(`${file}.ny`, text); // as many editors save
    renameSync(`${file}.ny`, file);
  }
  await inFrame(`Prøve nummer ${n}.`);
  seen.latency.push(Math.round(performance.now() - began));
}
seen.after = await place();
seen.open = await page.evaluate(() => document.querySelectorAll("details[open]").length);
seen.edited = await see();

writeFileSync(file, `${original}politikontakter: ja\n`);
await banner(true);
seen.broken = await see();
seen.brokenLooks = await judged();
writeFileSync(file, original);
await banner(false);
seen.mended = await see();

// The preview is stopped, and started again.
server.kill("SIGTERM");
await until(() => document.getElementById("status").classList.contains("borte"));
seen.stopped = await see();
complaints.length = 0; // the browser says that nobody answers
writeFileSync(file, `${original}politikontakter: ja\n`);
await start(port);
await banner(true);
seen.again = await see();

seen.requests = [...requests];
seen.url = url;
seen.complaints = complaints.filter((text) => !text.includes("ERR_CONNECTION_REFUSED"));
await browser.close();
server.kill("SIGTERM");
console.log(JSON.stringify(seen));
