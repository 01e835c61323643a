// From a key to its finding, in Chromium, on a copy of an example: where the time goes. Not a test: it needs a machine at
// rest. Of the processor, it counts what the page and the command have used, which is nearly the same on a busy one.
// Use: node bench/tast.mjs FOLDER-WITH-node_modules CHROMIUM FILE .venv/bin/avtalegen rediger FILE --ikke-åpne
import { readFileSync } from "node:fs";
import { open, pause, server, tell } from "../tests/konformitet/rediger_felles.mjs";

const KEYS = 12; // for each field
const FIELDS = [
  ["antall", "del/politiråd/møter", "i-politiråd.møter.per_år", "minst 4"],
  ["tekst med form", "del/politiråd/møter", "i-politiråd.møter.innkallingsfrist", "to uker"],
  ["langtekst", "del/politiråd/oppgaver", "i-politiråd.tekst", "Partene vil samarbeide."],
  ["punkt i en liste", "del/politiråd/oppgaver", "i-politiråd.formål.0", "Skape trygghet"],
  ["navn på en person", "del/politikontakt", "i-politikontakt.0.navn.0", "Kari Nordmann"],
  ["dato", "del/om-avtalen/navn", "i-avtale.dato", "12.11.2026"],
];
const TICKS = 100; // clock ticks in a second

/** Processor time of the command, in ms. */
function used() {
  const after = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return ((Number(after[11]) + Number(after[12])) * 1000) / TICKS;
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const mine = await open();
const { page } = mine;
const cdp = await page.createCDPSession();
await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
const inPage = async () => Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value * 1000]));
await mine.until(() => document.querySelector("#ramme iframe:not(.venter)"));
await mine.see(() => {
  window.taken = [];
  const fetched = window.fetch;
  let key = 0;
  addEventListener("input", (event) => (key = event.timeStamp), true);
  window.fetch = async (url, options) => {
    if (!String(url).endsWith("/api/endre")) return fetched(url, options);
    if (!JSON.parse(options.body).prøv) {
      await window.written; // what is saved when the writer pauses, is no part of a key: a busy machine is a slow writer
      return fetched(url, options);
    }
    const one = { key, sent: performance.now() - key };
    const answer = await fetched(url, options);
    const read = answer.json.bind(answer);
    answer.json = async () => {
      const data = await read();
      one.answered = performance.now() - key;
      setTimeout(() => (one.drawn = performance.now() - key));
      requestAnimationFrame(() => setTimeout(() => {
        window.taken.push({ ...one, painted: performance.now() - key });
        window.shown();
      }));
      return data;
    };
    return answer;
  };
});

const seen = {};
for (const [kind, hash, id, text] of FIELDS) {
  await mine.go(hash);
  if (!(await mine.see((id) => Boolean(document.getElementById(id)), id))) {
    seen[kind] = "ikke på siden";
    continue;
  }
  await page.focus(`[id="${id}"]`);
  await mine.see((id) => document.getElementById(id).select(), id);
  await mine.see(() => {
    window.taken = [];
    window.written = new Promise((resolve) => (window.done = resolve));
  });
  const [server0, page0] = [used(), await inPage()];
  let n = 0;
  for (const letter of text.slice(0, KEYS)) {
    n += 1;
    await mine.see(() => void (window.next = new Promise((resolve) => (window.shown = resolve))));
    await page.keyboard.sendCharacter(letter);
    await mine.see(() => window.next);
  }
  const [server1, page1] = [used(), await inPage()];
  const taken = await mine.see(() => window.taken);
  await mine.see(() => window.done());
  const of = (name) => Math.round(median(taken.map((one) => one[name])));
  const cpu = (name) => Math.round((page1[name] - page0[name]) / n);
  seen[kind] = { taster: n, sendt: of("sent"), svar: of("answered"), tegnet: of("drawn"), vist: of("painted"), minst: Math.round(Math.min(...taken.map((one) => one.painted))),
    prosessor: { kommandoen: Math.round((server1 - server0) / n), siden: cpu("TaskDuration"), skript: cpu("ScriptDuration"), oppsett: cpu("LayoutDuration"), stil: cpu("RecalcStyleDuration") } };
  await pause(4000);
}
await tell(seen);
