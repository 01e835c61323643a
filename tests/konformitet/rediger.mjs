// Edits an agreement in Chromium as a person would, and prints what was seen and what came to stand in the file.
// Usage: node rediger.mjs FOLDER-WITH-node_modules CHROMIUM YAML COMMAND...    (COMMAND starts the editor of YAML)
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { browser, complaints, open, pause, requests, root, server, what as file } from "./rediger_felles.mjs";

const { page, see, until, focused, value, click, byText, byId } = await open();
const original = readFileSync(file, "utf8");
const yaml = () => readFileSync(file, "utf8");

/** Lines that are in one and not in the other. */
function changed(before, after = yaml()) {
  const [one, other] = [before.split("\n"), after.split("\n")];
  return [...one.filter((line) => !other.includes(line)).map((line) => `-${line}`), ...other.filter((line) => !one.includes(line)).map((line) => `+${line}`)];
}
/** Wait until the file has something, and the page says that it is saved. */
async function saved(...wanted) {
  for (let n = 0; n < 600; n++) {
    const text = yaml();
    if (wanted.every((one) => (one instanceof RegExp ? one.test(text) : text.includes(one)))) {
      await until(() => document.querySelector(".lagret.ja"));
      return;
    }
    await pause(50);
  }
  throw new Error(`never saved: ${wanted}; the page says ${await see(() => document.querySelector(".meldinger").textContent)}`);
}
/** What the page says of the file, when it has said all it has to say: not while something is being saved. */
async function settled() {
  await until(() => !document.querySelector(".lagret").textContent.startsWith("Lagrer"));
  return see(() => document.querySelector(".lagret").textContent);
}

// Without the pauses that other scripts take: what is written is to meet what somebody else has written meanwhile.
async function go(hash) {
  await see((hash) => (location.hash = hash), `#/${hash}`);
  await until((hash) => decodeURI(location.hash) === hash && document.getElementById("sidetittel"), `#/${hash}`);
}
async function write(id, text) {
  await until((id) => document.getElementById(id), id);
  await see((id) => {
    document.getElementById(id).focus();
    document.getElementById(id).select();
  }, id);
  await page.keyboard.type(text);
}

const seen = {};
await until(() => document.getElementById("sidetittel"));
seen.url = root;
seen.first = await see(() => ({
  parts: [...document.querySelectorAll(".deler .navn")].map((one) => one.textContent),
  words: [...document.querySelectorAll(".deler .ord")].map((one) => one.textContent),
  next: document.querySelector(".neste strong").textContent,
  status: document.querySelector(".lagret").textContent,
  title: document.title,
}));

// A field: text is saved when the writer pauses; the focus and the caret stay.
await go("del/politiråd/møter");
await write("i-politiråd.møter.per_år", "fire");
const began = performance.now();
await page.keyboard.type(" ");
await page.keyboard.press("Backspace");
await saved("per_år: minst fire");
seen.text = { lines: changed(original), focused: await focused(), caret: await see(() => document.activeElement.selectionStart), took: performance.now() - began };

// What is found is told before anything is saved.
await write("i-politiråd.møter.per_år", "to");
const typed = performance.now();
await until(() => document.querySelector(".felt.aktiv .funn"));
seen.live = { took: performance.now() - typed, unsaved: yaml().includes("per_år: minst fire"), said: await see(() => document.querySelector(".felt.aktiv .funn p").textContent) };
await saved("per_år: minst to");

// What can't be read stays in the field, and out of the file.
await write("i-politiråd.møter.innkallingsfrist", "to uker");
await saved("innkallingsfrist: to uker");
await go("del/varighet");
await write("i-periode.fra", "31.2.2027");
await page.keyboard.press("Tab");
await until(() => document.querySelector(".feiltekst"));
seen.refused = { said: await see(() => document.querySelector(".feiltekst").textContent), kept: await value("i-periode.fra"), file: yaml().includes("31.2.2027"), invalid: await see(() => document.getElementById("i-periode.fra").getAttribute("aria-invalid")), status: await settled() };
await write("i-periode.fra", "1.1.2027");
await page.keyboard.press("Tab");
await saved("1.1.2027");
seen.mended = await see(() => document.querySelectorAll(".feiltekst").length);

// What is refused and belongs to no field says why, and what to do; nothing waits, so the message can be closed.
await go("del/parter");
await until(() => document.querySelector("button[aria-label^='Slett kommune']"));
await click("button[aria-label^='Slett kommune']");
await until(() => document.querySelector(".melding.feil button"));
seen.nowhere = { said: await see(() => document.querySelector(".melding.feil span").textContent) };
await see(() => document.querySelector(".melding.feil button").focus());
await page.keyboard.press("Enter");
await until(() => !document.querySelector(".melding.feil"));
Object.assign(seen.nowhere, { status: await settled(), focused: await focused() });

// A full disk: what is written waits, the window isn't left unasked, and it is saved when the writer is back from making room.
await go("del/politiråd/møter");
await see(() => {
  const { fetch } = window;
  window.full = true;
  const answer = { svar: "ikke lagret", melding: "Det er ikke plass på disken.", funn: [] };
  window.fetch = (url, options) => (window.full && url === "/api/endre" && !JSON.parse(options.body).prøv ? Promise.resolve(new Response(JSON.stringify(answer))) : fetch(url, options));
});
await write("i-politiråd.møter.sted", "idrettshallen");
await page.keyboard.press("Tab");
await until(() => document.querySelector(".melding.feil")?.textContent.includes("plass på disken"));
seen.full = { file: yaml().includes("idrettshallen"), asked: await see(() => !dispatchEvent(new Event("beforeunload", { cancelable: true }))) };
await see(() => {
  window.full = false;
  dispatchEvent(new Event("focus"));
});
await saved("idrettshallen");
await until(() => !document.querySelector(".melding.feil"));

// People: name and title on one row; a title that gets a name.
await go("del/politiråd/sammensetning");
await write("i-politiråd.leder.navn", "Kari Nordmann");
await saved("navn: Kari Nordmann");
seen.role = changed(original).filter((line) => /leder|tittel|navn/.test(line));

// Lists: add, move, remove, undo.
await byId("ny-politiråd.medlemmer.politi");
await until(() => document.activeElement.id === "i-politiråd.medlemmer.politi.2.tittel");
await page.keyboard.type("politiinspektør");
await saved("politi: [lensmann, politikontakt, politiinspektør]");
await byId("ned-politiråd.medlemmer.politi.0");
await saved("politi: [politikontakt, lensmann, politiinspektør]");
await until(() => document.activeElement.id === "ned-politiråd.medlemmer.politi.1");
seen.moved = await see(() => document.getElementById("status").textContent);
seen.topmost = await see(() => document.getElementById("opp-politiråd.medlemmer.politi.0").getAttribute("aria-disabled"));
await click('[id="rad-politiråd.medlemmer.politi.1"] .radknapper button:last-child');
await saved("politi: [politikontakt, politiinspektør]");
await until(() => document.activeElement.id === "angre-slettet");
seen.removed = await see(() => document.querySelector(".slettet").textContent);
await page.keyboard.press("Enter");
await saved("politi: [politikontakt, lensmann, politiinspektør]");
seen.undone = await see(() => document.querySelector(".melding").textContent);

// Areas with measures.
await go("del/satsningsområder");
await click(".ny");
await until(() => document.activeElement.id === "i-satsningsområder.områder.0.navn");
await page.keyboard.type("Trygg oppvekst");
await saved("Trygg oppvekst");
await write("i-satsningsområder.områder.0.mål.0", "Færre unge prøver rusmidler");
await byId("ny-satsningsområder.områder.0.tiltak");
await until(() => document.activeElement.id === "i-satsningsområder.områder.0.tiltak.0.hva");
await page.keyboard.type("Holde foreldremøte");
await write("i-satsningsområder.områder.0.tiltak.0.frist", "15.10.2027");
await page.keyboard.press("Tab");
await saved("hva: Holde foreldremøte", "frist: 15.10.2027", "- Færre unge prøver rusmidler");
seen.area = /satsningsområder:\n[^]*?(?=\n\n?\S)/.exec(yaml())[0];

// The plan of meetings, with a calendar that knows the free days.
await go("plan/politiråd.møter.plan");
await click('[id="ny-politiråd.møter.plan"]');
await until(() => document.activeElement.id === "i-politiråd.møter.plan.0.dato");
await page.keyboard.type("6.5.2027");
await saved("- 6.5.2027");
await until(() => document.querySelector(".datodag.fri"));
await byId("kal-politiråd.møter.plan.0.dato");
await until(() => document.activeElement.id === "kal-dag-2027-05-06");
seen.calendar = { name: await see(() => document.activeElement.getAttribute("aria-label")), day: await see(() => document.querySelector(".dagen").innerText) };
await page.keyboard.press("PageDown");
await until(() => document.activeElement.id === "kal-dag-2027-06-06");
await page.keyboard.press("PageUp");
await page.keyboard.press("ArrowLeft");
await until(() => document.activeElement.id === "kal-dag-2027-05-05");
await page.keyboard.press("Enter");
await saved("- 5.5.2027");
seen.chosen = { focused: await focused(), closed: !(await page.$(".kalender")) };

// Opening hours.
await go("del/tjenestetilbud/steder");
await click(".kortnavn");
await write("i-tjenestetilbud.tjenestesteder.0.åpningstider-4-til", "14");
await page.keyboard.press("Tab");
await saved("åpningstider: mandag–torsdag 09.00–14.30 og fredag 09.00–14.00");
await see(() => document.querySelectorAll(".bryter input")[4].click());
await saved("åpningstider: mandag–torsdag 09.00–14.30\n");
await byText(".ukedag button", "Likt til fredag");
await saved("åpningstider: mandag–fredag 09.00–14.30\n");

// A proposal: shown as not agreed, taken, and edited first.
await go("del/politiråd/arbeidsmåte");
const offer = () => see(() => document.querySelector(".forslag .setning").textContent);
seen.proposal = { sentence: await offer(), label: await see(() => document.querySelector(".forslag .merkelapp").textContent), inSheet: await see(() => document.querySelector("iframe").contentDocument.body.textContent.includes(document.querySelector(".forslag .setning").textContent)) };
const before = yaml();
await byText(".forslag .knapp", "Ikke nå");
seen.proposal.hidden = { file: yaml() === before, said: await see(() => document.querySelector(".forslag-skjult").textContent) };
await byText(".forslag-skjult button", "Vis det");
await byText(".forslag .knapp", "Ta med");
await until(() => document.querySelector(".lagret.ja") && document.querySelector(".melding"));
seen.proposal.taken = changed(before).filter((line) => line.startsWith("-"));
seen.proposal.added = changed(before).length;

// «Gjelder ikke hos oss»: a reason is needed.
await go("funn");
await click(".funndel-hode");
await click(".funnrad-navn");
await byText(".funnrad button", "Gjelder ikke hos oss …");
await until(() => document.querySelector(".grunn textarea") === document.activeElement);
await click('.grunn button[type="submit"]');
await until(() => document.querySelector(".grunn .feiltekst"));
await page.keyboard.type("vi har valgt det bort");
await click('.grunn button[type="submit"]');
await saved(/# avtalegen: ignorer \w+ – vi har valgt det bort/);

// Everything is undone, one thing at a time, and the file is as it was.
for (let n = 0; n < 60 && (await see(() => document.getElementById("angre").getAttribute("aria-disabled") === null)); n++) {
  const text = yaml();
  await byId("angre");
  for (let m = 0; m < 300 && yaml() === text; m++) await pause(20);
  await settled();
}
seen.restored = changed(original);
seen.same = yaml() === original;

// Somebody else changes the file: other fields come in, the same field is asked about.
await go("del/politiråd/møter");
writeFileSync(file, original.replace("planlegges_for: ett år", "planlegges_for: to år"));
await until(() => document.getElementById("i-politiråd.møter.planlegges_for").value === "to år");
await write("i-politiråd.møter.per_år", "seks");
writeFileSync(file, yaml().replace(/per_år: .*/, "per_år: minst tre"));
await until(() => document.querySelector(".dialog"));
seen.conflict = { text: await see(() => document.querySelector(".konflikt").innerText), chosen: await see(() => document.querySelectorAll(".dialog :checked").length), file: /per_år: .*/.exec(yaml())[0], focused: await focused() };
await byText(".dialog .knapp", "Slå sammen og lagre");
await until(() => document.querySelector(".dialog .feiltekst"));
await click(".dialog input");
await byText(".dialog .knapp", "Slå sammen og lagre");
await saved("per_år: minst seks", "planlegges_for: to år");
seen.conflict.after = await focused();

// Two windows.
const other = await browser.newPage();
await other.goto(`${seen.url}#/del/politiråd/møter`);
await other.waitForFunction(() => document.getElementById("i-politiråd.møter.sted"), { timeout: 30000 });
await other.evaluate(() => document.getElementById("i-politiråd.møter.sted").focus());
await other.keyboard.type("rådhuset");
await saved("sted: rådhuset").catch(() => undefined);
await other.close();
await page.bringToFront();
await until(() => document.getElementById("i-politiråd.møter.sted").value === "rådhuset");
seen.windows = await value("i-politiråd.møter.sted");

// The file is gone: what is written stays on the page, and is saved when the file is there again.
renameSync(file, `${file}.borte`);
await write("i-politiråd.møter.sted", "kulturhuset");
await until(() => document.querySelector(".lagret.ikke") && document.querySelector(".melding.feil"));
seen.gone = { said: await see(() => document.querySelector(".melding.feil").textContent), kept: await value("i-politiråd.møter.sted") };
renameSync(`${file}.borte`, file);
await saved("sted: kulturhuset");

// The command is stopped: the page says so, and keeps the text.
await until(() => !document.querySelector(".lagret.ikke"));
seen.complaints = [...complaints]; // from now on the browser complains that nobody answers
server.removeAllListeners("exit");
server.kill("SIGTERM");
await until(() => document.querySelector(".melding.feil"));
await write("i-politiråd.møter.sted", "biblioteket");
await pause(1200); // longer than a text waits for its writer
seen.stopped = { said: await see(() => document.querySelector(".melding.feil").textContent), kept: await value("i-politiråd.møter.sted"), status: await settled() };

seen.requests = [...requests];
await browser.close();
console.log(JSON.stringify(seen));
