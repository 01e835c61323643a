// The sentences of the document, and the values that each of them shows.

/** The element that has a text of the table of spans; null when the page has none such. */
function elementFor(doc, id, del) {
  if (id === "tittel") return doc.querySelector("h1");
  if (id === "undertittel") return doc.querySelector(".undertittel");
  if (id === "forside") return doc.querySelectorAll(".fakta dd")[Number(del)] ?? null;
  const element = doc.getElementById(id);
  if (!element) return null;
  const celle = /^(\d+)\/(\d+)$/.exec(del);
  if (celle) return (element.closest(".tabell") ?? element).querySelectorAll("tr")[celle[1]]?.children[celle[2]] ?? null;
  const felt = { for: ".part", navn: ".navn", tittel: ".tittel", dato: ".signert" }[del];
  return felt ? element.querySelector(felt) : element;
}

const BLOKK = new Set(["UL", "OL", "P", "BLOCKQUOTE", "TABLE", "DIV"]);

/** The text of an element, without its number and the blocks within it, and the way from a character to its node. */
function tekstI(element) {
  const biter = [];
  let tekst = "";
  const gå = (node) => {
    for (const barn of node.childNodes) {
      if (barn.nodeType === Node.TEXT_NODE) {
        biter.push({ node: barn, fra: tekst.length });
        tekst += barn.data;
      } else if (barn.nodeName === "BR") tekst += "\n";
      else if (barn.nodeType === Node.ELEMENT_NODE && !BLOKK.has(barn.nodeName) && !barn.matches(".nr, [class^='avtalegen-']")) gå(barn);
    }
  };
  gå(element);
  // The number of a heading has a space after it, and a list its own line breaks.
  const foran = /^\s*/.exec(tekst)[0].length;
  return { tekst: tekst.slice(foran).trimEnd(), biter, foran };
}

function område({ biter, foran }, fra, til) {
  const punkt = (plass, slutt) => {
    const bit = biter.findLast((en) => (slutt ? en.fra < plass : en.fra <= plass)) ?? biter[0];
    return [bit.node, Math.min(plass - bit.fra, bit.node.data.length)];
  };
  const range = biter[0].node.ownerDocument.createRange();
  range.setStart(...punkt(fra + foran, false));
  range.setEnd(...punkt(til + foran, true));
  return range;
}

const ENDE = /[.!?:](?=\s+[\p{Lu}«–])/gu;

function setningsgrenser(tekst) {
  const grenser = [];
  let fra = 0;
  for (const treff of tekst.matchAll(ENDE)) {
    // «4. mai», «kl. 9», «bl.a. NAV»: no sentence ends after an abbreviation or a number.
    if (/(?:^|\s)(?:\d+|kl|nr|ca|jf|f\.eks|bl\.a|m\.m|o\.l|kap|pkt)$/i.test(tekst.slice(fra, treff.index))) continue;
    grenser.push([fra, treff.index + 1]);
    fra = treff.index + 1 + /^\s*/.exec(tekst.slice(treff.index + 1))[0].length;
  }
  grenser.push([fra, tekst.length]);
  return grenser.filter(([a, b]) => b > a);
}

const alike = (tekst) => tekst.replaceAll("\u00a0", " ").trimEnd();

/** The texts of the document by their elements: they are found by what they say, in their order, as on the page. */
function fraTekster(doc, { tekster, verdier }) {
  const elementer = [...doc.querySelectorAll("body > header :is(h1, .undertittel, dd), main :is(h2, h3, h4, h5, p, li, th, td)")].map((element) => ({ element, tekst: alike(tekstI(element).tekst) }));
  const perElement = new Map();
  let neste = 0;
  for (const { tekst, del, setninger } of tekster) {
    const ønsket = alike(tekst);
    const funnet = elementer.findIndex((en, n) => n >= neste && (en.tekst === ønsket || (del === "dato" && en.tekst.endsWith(ønsket))));
    if (funnet < 0) continue;
    neste = funnet + 1;
    const ut = elementer[funnet].tekst.length - ønsket.length;
    const steder = setninger.flatMap((setning) => setning.spenn.map((spenn) => ({ fra: spenn.fra + ut, til: spenn.til + ut, valgt: spenn.valgt, rute: spenn.rute ?? verdier[spenn.verdi].rute })));
    steder.grenser = setninger.map(({ fra, til }) => [fra + ut, til + ut]);
    perElement.set(elementer[funnet].element, steder);
  }
  return perElement;
}

function fraSteder(doc, { steder }) {
  const perElement = new Map();
  for (const sted of steder) {
    const element = elementFor(doc, sted.id, sted.del);
    if (!element) continue;
    if (!perElement.has(element)) perElement.set(element, []);
    perElement.get(element).push(sted);
  }
  return perElement;
}

/** Return what can be chosen in a document, in its order: {element, range, tekst, spenn: [{rute, range, valgt}]}. */
export function lesSetninger(doc, spor) {
  const perElement = spor.tekster ? fraTekster(doc, spor) : fraSteder(doc, spor);
  const alle = [];
  const kandidater = doc.querySelectorAll("h1, .undertittel, .fakta dd, main h2, main h3, main h4, main h5, main p, main li, main tbody tr");
  for (const element of kandidater) {
    if (element.matches(".tabell *") && element.nodeName !== "TR") continue;
    if (element.nodeName === "TR") alle.push(...rad(element, perElement));
    else alle.push(...avsnitt(element, perElement.get(element) ?? []));
  }
  return medOverskrifter(alle);
}

function avsnitt(element, steder) {
  const tekst = tekstI(element);
  if (!tekst.tekst) return [];
  const hele = /^(H\d|DD)$/.test(element.nodeName) || element.matches(".undertittel");
  return (hele ? [[0, tekst.tekst.length]] : (steder.grenser ?? setningsgrenser(tekst.tekst))).map(([fra, til]) => ({
    element,
    range: område(tekst, fra, til),
    tekst: tekst.tekst.slice(fra, til),
    spenn: steder.filter((sted) => sted.fra < til && sted.til > fra).map((sted) => ({
      rute: sted.rute, valgt: sted.valgt, fra: Math.max(sted.fra - fra, 0), til: Math.min(sted.til, til) - fra,
      range: område(tekst, Math.max(sted.fra, fra), Math.min(sted.til, til)) })),
  }));
}

function rad(element, perElement) {
  const spenn = [];
  for (const celle of element.children) {
    const tekst = tekstI(celle);
    if (!tekst.biter.length) continue;
    for (const sted of perElement.get(celle) ?? [])
      spenn.push({ rute: sted.rute, valgt: sted.valgt, range: område(tekst, sted.fra, Math.min(sted.til, tekst.tekst.length)) });
  }
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [{ element, range, rad: true, tekst: [...element.children].map((celle) => celle.textContent.trim()).filter(Boolean).join(", "), spenn }];
}

/** A heading that shows no value leads to the first one below it. */
function medOverskrifter(alle) {
  alle.forEach((setning, n) => {
    if (!/^H[2-5]$/.test(setning.element.nodeName) || setning.spenn.length) return;
    const under = alle.slice(n + 1);
    const slutt = under.findIndex((en) => /^H[2-5]$/.test(en.element.nodeName) && en.element.nodeName <= setning.element.nodeName);
    setning.fører = (slutt < 0 ? under : under.slice(0, slutt)).find((en) => en.spenn.length)?.spenn[0].rute ?? null;
  });
  return alle;
}
