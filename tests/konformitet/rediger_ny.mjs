// A draft for a kommune made from nothing in Chromium, from the first page to a Word document, by two people at once,
// with a file that breaks and is put right. Prints what was seen.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, eventually, open, root, tell, what as folder } from "./rediger_felles.mjs";

const file = join(folder, "roros.yaml");
const yaml = () => readFileSync(file, "utf8");
const inFile = (...wanted) => eventually(() => wanted.every((one) => yaml().includes(one)));
const seen = { lost: [] };

// The first page: the kommune is looked up, and the rest follows.
const mine = await open();
await mine.until(() => document.getElementById("kommuner"));
await mine.page.focus("#kommuner");
await mine.page.keyboard.type("Røro");
await mine.until(() => document.querySelector("#treff li"));
await mine.page.keyboard.press("Enter");
await mine.until(() => document.querySelector(".fakta"));
seen.facts = await mine.see(() => [...document.querySelectorAll(".fakta dd")].map((one) => one.textContent));
await mine.byText(".knapp", "Lag avtalen");
await mine.until(() => document.querySelector(".deler"));
seen.title = await mine.text("h1");
seen.first = yaml();

/** Take what is proposed on a page, one thing at a time. */
async function takeAll() {
  for (let n = 0; n < 20; n++) {
    const left = await mine.see(() => {
      const buttons = [...document.querySelectorAll(".forslag .knapp.grønn")];
      buttons[0]?.click();
      return buttons.length;
    });
    if (!left) return n;
    await mine.until((left) => document.querySelectorAll(".forslag .knapp.grønn").length < left && document.querySelector(".lagret.ja"), left);
    await mine.until(() => document.activeElement !== document.body).catch(async () => seen.lost.push(await mine.text(".melding")));
  }
  throw new Error("always another proposal");
}

// What the page says is next, until nothing is empty that must not be.
seen.next = [];
const write = {
  "Velg satsningsområder": async () => {
    seen.proposed = await mine.see(() => [...document.querySelectorAll(".forslag")].map((one) => one.id));
    await mine.click(".ny");
    await mine.until(() => document.activeElement.id === "i-satsningsområder.områder.0.navn");
    await mine.page.keyboard.type("Trygge skoleveier");
    await inFile("Trygge skoleveier");
  },
};
for (let n = 0; n < 3; n++) {
  await mine.go("deler");
  const next = await mine.text(".neste strong");
  seen.next.push(next);
  await mine.byText(".neste .knapp", "Åpne");
  await mine.until(() => location.hash.startsWith("#/del/") && document.querySelector(".skjema") && document.activeElement.id === "sidetittel");
  await (write[next.replace("Neste: ", "")] ?? takeAll)();
}
for (const part of ["politiråd/møter", "taushetsplikt", "evaluering", "varighet"]) {
  await mine.go(`del/${part}`);
  await takeAll();
}
await mine.write("i-periode.fra", "1.1.2027");
await mine.page.keyboard.press("Tab");
await inFile("1.1.2027");
await mine.go("del/politiråd/sammensetning");
await mine.write("i-politiråd.leder.navn", "Kari Nordmann");
await inFile("Kari Nordmann");
await mine.saved();
await mine.until(() => document.querySelector("#ramme iframe:not(.venter)")?.contentDocument.body.textContent.includes("Kari Nordmann"));
seen.sheet = await mine.see(() => document.querySelector("#ramme iframe").contentDocument.body.innerText.replaceAll("\u00a0", " "));

// Two windows: what each writes is kept, and the same field is asked about.
const other = await open(`${root}#/del/politiråd/møter`);
await other.write("i-politiråd.møter.sted", "rådhuset");
await mine.write("i-politiråd.leder.tittel", "ordfører");
await inFile("rådhuset", "tittel: ordfører");
await mine.go("del/politiråd/møter");
await mine.until(() => document.getElementById("i-politiråd.møter.sted")?.value === "rådhuset");
seen.both = true;
// At once: what has been saved and shown before the other one begins to write, is no conflict.
await Promise.all([other.write("i-politiråd.møter.sted", "biblioteket"), mine.write("i-politiråd.møter.sted", "kulturhuset")]);
const [asked, unasked] = await Promise.race([[mine, other], [other, mine]].map(async ([one, another]) => {
  await one.until(() => document.querySelector(".dialog"));
  return [one, another];
}).map((first) => (first.catch(() => {}), first)));
seen.conflict = await asked.see(() => document.querySelector(".konflikt").innerText.split("\n").slice(3));
seen.keptBefore = /sted: (.*)/.exec(yaml())[1];
await asked.page.bringToFront();
// On a busy machine a click may come while the page is drawn anew, and be of no use.
for (let n = 0; n < 10 && (await asked.see(() => Boolean(document.querySelector(".dialog")))); n++) {
  await asked.byText(".dialog .knapp", "Forkast mitt og les filen").catch(() => {});
  await new Promise((later) => setTimeout(later, 1000));
}
await asked.until(() => !document.querySelector(".dialog"));
seen.keptAfter = [/sted: (.*)/.exec(yaml())[1], await asked.value("i-politiråd.møter.sted"), await unasked.value("i-politiråd.møter.sted")];
await other.page.close();
await mine.until(() => !document.querySelector(".melding.feil, .dialog"));

// Another program breaks the file: what was last read is shown, nothing is written, and nothing is lost.
const whole = yaml();
const broken = whole.replace("parter:", "parter: [");
writeFileSync(file, broken);
await mine.page.bringToFront();
await mine.until(() => document.querySelector(".melding.feil")?.textContent.includes("kan ikke leses"));
await mine.write("i-politiråd.møter.sted", "skolen");
await mine.until(() => document.querySelector(".lagret.ikke"));
seen.broken = { said: await mine.text(".melding.feil"), untouched: yaml() === broken, kept: await mine.value("i-politiråd.møter.sted"), parts: await mine.see(() => document.querySelectorAll(".felt").length > 3), sheet: await mine.see(() => document.querySelector("#ramme iframe").contentDocument.body.textContent.includes("Kari Nordmann")) };
writeFileSync(file, whole);
await inFile("sted: skolen");
await mine.until(() => !document.querySelector(".melding.feil") && document.querySelector(".lagret.ja"));

// No errors, and a document.
await mine.go("funn");
seen.verdict = await mine.text(".innledning");
await mine.byId("lag");
await mine.byText(".menyvalg strong", "Word");
await eventually(() => existsSync(join(folder, "roros.docx")));
await mine.until(() => document.querySelector(".lagsvar.ferdig"));
seen.made = await mine.text(".lagsvar.ferdig");
seen.complaints = complaints;
await tell(seen);
