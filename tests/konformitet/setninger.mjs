// Asks the sentences of an agreement in `avtalegen vis`, in Chromium, which field they show, and prints what they answer.
// Usage: node setninger.mjs FOLDER-WITH-node_modules CHROMIUM PICTURES YAML COMMAND...    (COMMAND starts the preview of YAML)
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, executablePath, pictures, file, program, ...rest] = process.argv.slice(2);
const require = createRequire(join(tools, "x.js"));
const { launch } = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
flags.push("--disable-background-networking", "--disable-component-update", "--disable-sync");

const server = spawn(program, [...rest, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => server.kill());
const url = await new Promise((resolve, reject) => {
  let told = "";
  server.on("exit", () => reject(new Error(`no address in «${told}»`)));
  server.stdout.on("data", (chunk) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec((told += chunk));
    if (address) resolve(address[0]);
  });
});
const browser = await launch({ executablePath, args: flags });
const page = await browser.newPage();
const complaints = [];
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));
const until = (condition, ...args) => page.waitForFunction(condition, { polling: 10, timeout: 20000 }, ...args);
await page.setViewport({ width: 1400, height: 900 });
await page.goto(url);
await until(() => document.documentElement.dataset.utgave);

const trace = await page.evaluate(async () => {
  const data = await (await fetch("/spor.json")).json();
  const { places } = await import("/spor.js");
  window.texts = () => {
    const doc = document.querySelector("iframe").contentDocument;
    const found = places(doc, data.tekster);
    return data.tekster.map((text, n) => ({ ...text, place: found[n] }));
  };
  // A click on a link follows the link.
  const linked = (place, { fra, til }) => place.range(fra, til).startContainer.parentElement.closest("a") !== null;
  for (const { place, setninger } of window.texts()) {
    for (const span of place ? setninger.flatMap((one) => one.spenn) : []) {
      span.lenke = linked(place, span);
    }
  }
  return { ...data, missing: window.texts().filter((text) => !text.place) };
});

// What the box says now.
const box = () =>
  page.evaluate(() => ({
    quote: document.querySelector(".valgt blockquote")?.textContent ?? "",
    field: document.querySelector(".valgt .felt")?.textContent ?? "",
    way: document.querySelector(".valgt .vei")?.textContent ?? "",
    place: document.querySelector(".valgt .sted")?.textContent ?? "",
    line: document.querySelector(".valgt .linje code")?.textContent ?? "",
    why: document.querySelector(".valgt .hvorfor")?.textContent ?? "",
    fixed: document.querySelector(".valgt .fast")?.textContent ?? "",
    found: [...document.querySelectorAll(".valgt .ved a")].map((link) => link.textContent),
    others: [...document.querySelectorAll(".valgt .annen")].map((button) => Number(button.dataset.verdi)),
  }));
// What is marked in the document, by the name of the mark.
const marked = () =>
  page.evaluate(() => {
    const { CSS } = document.querySelector("iframe").contentWindow;
    return Object.fromEntries([...CSS.highlights].map(([name, all]) => [name, [...all].map(String).join("|")]));
  });
// The middle of the first line of some characters on the screen, after scrolling to it.
const middle = (n, from, to) =>
  page.evaluate(
    (n, from, to) => {
      const frame = document.querySelector("iframe");
      const { place } = window.texts()[n];
      place.element.scrollIntoView({ block: "center", inline: "nearest" });
      const rect = place.range(from, Math.min(to, from + 3)).getClientRects()[0];
      const around = frame.getBoundingClientRect();
      return { x: around.x + rect.x + rect.width / 2, y: around.y + rect.y + rect.height / 2 };
    },
    n,
    from,
    to,
  );

const seen = { missing: trace.missing, values: trace.verdier, texts: trace.tekster, clicks: [], fixed: [], headings: [] };
const MOST = Number(process.env.AVTALEGEN_ANTALL ?? 15);
const spans = trace.tekster.flatMap((text, n) => text.setninger.flatMap((s) => s.spenn.filter((span) => !span.lenke).map((span) => ({ n, s, span }))));
const step = Math.max(1, Math.floor(spans.length / MOST));
for (const { n, s, span } of spans.filter((_, at) => at % step === 0)) {
  const { x, y } = await middle(n, span.fra, span.til);
  await page.mouse.click(x, y);
  seen.clicks.push({ wanted: span.verdi, words: trace.tekster[n].tekst.slice(span.fra, span.til), sentence: [n, s.fra, s.til], marked: await marked(), ...(await box()) });
}
const bare = trace.tekster.flatMap((text, n) => text.setninger.filter((s) => !s.spenn.length).map((s) => ({ n, s })));
for (const { n, s } of bare.filter(({ s }) => s.viser === null).slice(0, 5)) {
  const { x, y } = await middle(n, s.fra, s.til);
  await page.mouse.click(x, y);
  seen.fixed.push(await box());
}
for (const { n, s } of bare.filter(({ s }) => s.viser !== null).slice(0, 5)) {
  const { x, y } = await middle(n, s.fra, s.til);
  await page.mouse.click(x, y);
  seen.headings.push({ wanted: s.viser, ...(await box()) });
}

// With a keyboard, from the top: one stop for all the sentences.
await page.evaluate(() => {
  const view = document.querySelector("iframe").contentWindow;
  view.scrollTo(0, 0);
  view.document.querySelector("main").blur();
});
seen.stops = await page.evaluate(() => {
  const doc = document.querySelector("iframe").contentDocument;
  return [...doc.querySelectorAll("[tabindex='0']")].map((one) => one.localName);
});
await page.evaluate(() => document.querySelector("iframe").contentDocument.querySelector("main").focus());
seen.keys = [];
for (const key of ["", "ArrowDown", "ArrowDown", "ArrowUp"]) {
  if (key) await page.keyboard.press(key);
  seen.keys.push({ ...(await marked()), heard: await page.evaluate(() => document.querySelector(".bare-hores").textContent) });
}
for (let n = 0; n < 30; n++) await page.keyboard.press("ArrowDown");
seen.far = { ...(await marked()) };
await page.keyboard.press("Enter");
seen.entered = { ...(await box()), focus: await page.evaluate(() => document.activeElement.id) };
seen.inView = await page.evaluate(() => {
  const view = document.querySelector("iframe").contentWindow;
  const [range] = view.CSS.highlights.get("avtalegen-setning");
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= view.innerHeight;
});
await page.keyboard.press("Escape");
seen.escaped = await page.evaluate(() => document.querySelector("iframe").contentDocument.activeElement.localName);

// The findings: a mark at the end of the sentence, and the way from the finding to it.
seen.marks = await page.evaluate(() =>
  [...document.querySelector("iframe").contentDocument.querySelectorAll(".avtalegen-merke")].map((mark) => {
    let before = "";
    // What a line may not end inside is an element of its own, so the sentence may be in several pieces.
    for (let piece = mark.parentElement.previousSibling; piece; piece = piece.previousSibling) before = piece.textContent + before;
    return { holder: mark.parentElement.parentElement.localName, before, text: mark.textContent };
  }),
);
seen.back = [];
for (const id of await page.evaluate(() => [...document.querySelectorAll("a[data-setning]")].map((link) => link.closest(".funn").id))) {
  await page.evaluate((id) => document.querySelector(`#${id} a[data-setning]`).click(), id);
  const code = await page.evaluate((id) => document.querySelector(`#${id} .kode`).textContent, id);
  const there = (await marked())["avtalegen-setning"];
  await page.evaluate(() => document.querySelector("iframe").contentDocument.activeElement.blur());
  seen.back.push({ code, there });
}

// The box follows the file.
const first = seen.clicks.findIndex((one) => one.place);
const { wanted, sentence } = seen.clicks[first];
const span = trace.tekster[sentence[0]].setninger.flatMap((s) => s.spenn).find((one) => one.verdi === wanted);
const at = await middle(sentence[0], span.fra, span.til);
await page.mouse.click(at.x, at.y);
seen.before = await box();
const original = readFileSync(file, "utf8");
async function save(text) {
  const edition = await page.evaluate(() => document.documentElement.dataset.utgave);
  writeFileSync(file, text);
  await until((before) => document.documentElement.dataset.utgave !== before, edition);
}
await save(`# En linje til\n${original}`);
seen.after = await box();
await save(original);

seen.looks = [];
for (const scheme of ["light", "dark"]) {
  for (const width of [1400, 390]) {
    await page.setViewport({ width, height: 844 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const some = spans[Math.floor(spans.length / 3)];
    const { x, y } = await middle(some.n, some.span.fra, some.span.til);
    await page.mouse.click(x, y);
    if (pictures) await page.screenshot({ path: join(pictures, `${scheme}-${width}.png`) });
    const frame = page.frames().find((one) => one.url().endsWith("/avtale.html"));
    const verdicts = [];
    for (const part of [page.mainFrame(), frame]) {
      await part.evaluate(axe);
      verdicts.push(await part.evaluate(() => window.axe.run(document, { iframes: false })));
    }
    seen.looks.push({
      violations: verdicts.flatMap((one) => one.violations.map((v) => `${v.id}: ${v.nodes[0].html}`)),
      box: (await box()).way,
      visible: await page.evaluate(() => {
        const { top, height } = document.getElementById("setning").getBoundingClientRect();
        return top < window.innerHeight && height > 0;
      }),
      overflow: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    });
  }
}

// An older browser can't paint a sentence by itself.
await page.evaluate(() => {
  const view = document.querySelector("iframe").contentWindow;
  Object.defineProperty(view.CSS, "highlights", { value: undefined });
});
const older = await middle(spans[0].n, spans[0].span.fra, spans[0].span.til);
await page.mouse.click(older.x, older.y);
seen.older = await page.evaluate(() => {
  const marked = document.querySelector("iframe").contentDocument.querySelectorAll(".avtalegen-setning");
  return [...marked].map((one) => one.textContent.includes(document.querySelector(".valgt blockquote").textContent));
});
seen.complaints = complaints;
await browser.close();
server.kill("SIGTERM");
console.log(JSON.stringify(seen));
