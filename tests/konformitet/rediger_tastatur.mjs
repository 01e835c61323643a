// An agreement made by keyboard alone in Chromium: from the first page to a Word document, through every kind of control.
// Nothing is clicked and nothing gets the focus but by keys. After each key it is noted when the focus is nowhere, or is
// not to be seen. Prints what was seen.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, eventually, open, pause, tell, what as folder } from "./rediger_felles.mjs";

const file = join(folder, "roros.yaml");
const yaml = () => readFileSync(file, "utf8");
const inFile = (...wanted) => eventually(() => wanted.every((one) => yaml().includes(one)));
const { page, see, until } = await open();
const seen = { lost: [], unseen: [] };

/** Who has the focus: its id and name, and what is wrong with how it is shown. */
const looked = () => see(() => {
  let here = document.activeElement;
  const name = (one) => one.getAttribute("aria-label") ?? ([...(one.labels ?? [])].map((label) => label.textContent).join(" ") || (one.matches("input, textarea, select") ? one.id : one.textContent)).trim();
  if (here.nodeName === "IFRAME") return { id: "ark", name: here.contentDocument.activeElement.getAttribute("aria-label") ?? "", shown: here.contentDocument.activeElement.className };
  if (here === document.body) return { id: "", name: "", nowhere: true };
  const ring = here.closest(".segment, .bryter, .søkefelt, .filvalg");
  const marked = [here, ring, ring?.querySelector(".spor")].filter(Boolean).map((one) => getComputedStyle(one));
  const shown = marked.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const box = (ring ?? here).getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)];
  const over = document.elementFromPoint(x, y);
  const covered = !over || !((ring ?? here).contains(over) || over.contains(here));
  return { id: here.id, name: name(here), shown, covered, type: here.type ?? "" };
});

/** Press a key, and note where the focus is afterwards. */
async function press(key, { quick = false } = {}) {
  const before = quick ? null : await looked();
  const [last, ...held] = key.split("+").reverse();
  for (const one of held) await page.keyboard.down(one);
  await page.keyboard.press(last);
  for (const one of held) await page.keyboard.up(one);
  if (quick) return looked();
  await see(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
  await until(() => !document.querySelector(".lagret")?.textContent.match(/^Lagrer/));
  await see(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  const after = await looked();
  if (after.nowhere) seen.lost.push(`${key} på «${before.name || before.id}»`);
  return after;
}

/** Note what has the focus and isn't seen: on a busy machine it may come into sight a moment later. */
async function unseen(before) {
  await pause(200);
  const here = await looked();
  if (here.id === before.id && here.name === before.name && (!here.shown || here.covered)) seen.unseen.push(`${here.name || here.id}${here.covered ? " (dekket)" : ""}`);
}

/** Go with the tabulator to what has an id («#…») or a name that begins so; each stop on the way must be seen. */
async function to(wanted, { back = false, most = 120 } = {}) {
  const is = (one) => (wanted.startsWith("#") ? one.id === wanted.slice(1) : one.name.startsWith(wanted));
  for (let n = 0; n < most; n++) {
    const here = await press(back ? "Shift+Tab" : "Tab", { quick: true });
    if (!here.nowhere && (!here.shown || here.covered)) await unseen(here);
    if (is(here)) return here;
  }
  throw new Error(`never reached by Tab: ${wanted}; now ${JSON.stringify(await looked())}`);
}
const type = (text) => page.keyboard.type(text);
const at = (id) => until((id) => document.activeElement.id === id, id);
/** Press a button that is gone to, and wait until what it does is done. */
async function push(name, options) {
  await to(name, options);
  return press("Enter");
}

// The first page: two kommuner are looked up, and one is taken away again.
await until(() => document.getElementById("kommuner"));
await to("#kommuner");
for (const name of ["Røro", "Hol"]) {
  await type(name);
  await until((name) => document.querySelector("#treff li")?.textContent.startsWith(name), name);
  await press("Enter");
  await until(() => document.getElementById("kommuner").value === "");
}
await press("Backspace");
await until(() => document.querySelectorAll(".valgt-kommune").length === 1);
await push("Lag avtalen");
await until(() => document.querySelector(".deler"));

// An area with goals that are added, moved, deleted and brought back, a measure with a choice and a calendar.
await push("Åpne Satsningsområder");
await at("sidetittel");
await push("Nytt satsningsområde");
await at("i-satsningsområder.områder.0.navn");
await type("Trygge skoleveier");
await to("#i-satsningsområder.områder.0.mål.0");
await type("Ingen barn skadet");
await inFile("Ingen barn skadet");
await push("Nytt mål");
await type("Flere går");
await inFile("Flere går");
seen.moved = (await push("Flytt mål 2 opp")).id;
await push("Slett mål 1", { most: 3 });
await at("angre-slettet");
seen.brought = (await press("Enter")).id;
await push("Nytt tiltak");
await type("Holde foreldremøte");
await to("#i-satsningsområder.områder.0.tiltak.0.styrke");
await press("ArrowDown");
await inFile("styrke: skal");
await push("Velg dato: Avsluttet");
await press("ArrowRight");
seen.calendar = [(await press("PageDown")).id, (await press("Escape")).id];
await push("Nytt satsningsområde");
await type("Ro i sentrum");
await inFile("Ro i sentrum");
seen.cards = [(await push("Flytt satsningsområde 2 opp", { back: true })).id, (await push("2. Trygge skoleveier")).id];

// A proposal that is hidden, shown again, changed first and confirmed; the others are taken as they are.
await push("Ikke nå");
await push("Vis det", { most: 3 });
await push("Endre først", { most: 3 });
seen.proposal = (await push("Bruk det slik", { most: 3 })).id;
await inFile("kunnskapsgrunnlag:");

/** Take what is proposed on a page, one thing at a time, and leave the page with the way to the next one. */
async function takeAll() {
  for (let left = await proposed(); left; left = await proposed()) {
    await push("Ta med");
    await until((left) => document.querySelectorAll(".forslag .knapp.grønn").length < left, left);
  }
}
const proposed = () => see(() => document.querySelectorAll(".forslag .knapp.grønn").length);
await push("Neste del: Politirådet");
await at("sidetittel");
await takeAll();

// How many meetings, said with a choice and a number; who leads; the plan, of what is proposed and of one day more.
await push("Møter", { back: true });
await takeAll();
await to("#i-politiråd.møter.per_år", { back: true });
await to("nøyaktig", { back: true, most: 1 });
await press("ArrowLeft");
await inFile("per_år: minst");
await to("#i-politiråd.møter.sted");
await type("rådhuset");
await push("Sett opp møteplanen", { back: true });
await at("sidetittel");
await push("Foreslå datoer");
await push("Ta med", { most: 1 });
await press("Enter");
await press("Enter");
await eventually(() => yaml().split("- dato:").length === 4);
await push("Nytt møte");
await type("17.6.2027");
await inFile("17.6.2027");

/** Go to a part by the list of them all. */
async function part(name) {
  await push("Deler", { back: true });
  await push(name);
  await at("sidetittel");
}
// A person, and somebody more in a list of people.
await part("Politirådet");
await push("Sammensetning");
await to("#i-politiråd.leder.navn");
await type("Kari Nordmann");
await inFile("Kari Nordmann");

// A choice of few, by the arrows.
await part("SLT");
await to("Ikke sagt");
await press("ArrowUp");
await inFile("slt:");

// A place with opening hours: a switch, an hour, the same to Friday.
await part("Tjenestetilbud");
await push("Tjenestesteder");
await push("Nytt tjenestested");
await type("Røros politistasjon");
await inFile("Røros politistasjon");
await to("Mandag: Åpent");
await press("Space");
await to("Mandag, til");
await type("14.30");
await push("Likt til fredag");
await inFile("mandag–fredag 09.00–14.30");
await to("Fredag: Åpent");
await press("Space");
await inFile("mandag–torsdag 09.00–14.30");

// A day.
await part("Avtaleperiode");
await to("#i-periode.fra");
await type("1.1.2027");
await inFile("1.1.2027");
await takeAll();

// What is found: why, and that it isn't so here, with the reason.
await push("Funn og forslag", { back: true });
await at("sidetittel");
await push("SLT");
await to("Råd");
await press("Enter");
await push("Gjelder ikke hos oss");
await type("kommunen er for liten");
await push("Lagre grunnen", { most: 2 });
await inFile("# avtalegen: ignorer");
seen.ignored = (await looked()).id;

// What has been changed: one of it is put back, and that is undone and done again.
await push("Endringer", { back: true });
await at("sidetittel");
await until(() => document.querySelector(".endring-hode"));
await push("Sett tilbake: SLT");
await eventually(() => !yaml().includes("etablert: nei"));
await press("Control+z");
await inFile("etablert: nei");
await press("Control+y");
await eventually(() => !yaml().includes("etablert: nei"));
await push("Angre", { back: true });
await inFile("etablert: nei");

// To the sheet, to a sentence and its field, and back to the sentence.
await press("F6");
await press("ArrowDown");
const sentence = (await looked()).name;
const field = await press("Enter");
seen.sheet = [sentence, field.id, (await press("Escape")).name === sentence];
await press("F6");

// Somebody else saves the same field: what is to count is chosen by the arrows.
await part("Politirådet");
await push("Møter");
await to("#i-politiråd.møter.sted");
await type(" i Røros");
writeFileSync(file, yaml().replace("sted: rådhuset", "sted: kulturhuset"));
await until(() => document.querySelector(".dialog"));
await at("dialog-tittel");
await to("Ditt: rådhuset i Røros", { most: 1 });
await press("Space");
await push("Slå sammen og lagre", { most: 2 });
await at("i-politiråd.møter.sted");
await inFile("sted: rådhuset i Røros");

// No errors, and a document.
await push("Funn og forslag", { back: true });
seen.verdict = await see(() => document.querySelector(".innledning").textContent);
await push("Lag dokument", { back: true });
await push("Word", { most: 1 });
await eventually(() => existsSync(join(folder, "roros.docx")));
await until(() => document.querySelector(".lagsvar.ferdig"));
seen.menu = (await press("Escape")).id;
await tell({ ...seen, complaints });
