// The sentences of the document, and the values that each of them shows.

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

/** The spans of each element. The texts are found by what they say, in the order of the document: the page is `lag`'s
 *  own, and has no names for them. */
function perElement(doc, { tekster = [], steder = [], verdier = [] }) {
  const elementer = [...doc.querySelectorAll("body > header :is(h1, .undertittel, dd), main :is(h2, h3, h4, h5, p, li, th, td)")].map((element) => ({ element, tekst: alike(tekstI(element).tekst) }));
  const vedSted = Map.groupBy(steder, (sted) => `${sted.id} ${sted.del}`);
  const funnet = new Map();
  let neste = 0;
  for (const { id, del, tekst, setninger } of tekster) {
    const ønsket = alike(tekst);
    if (!ønsket) continue;
    const plass = elementer.findIndex((en, n) => n >= neste && (en.tekst === ønsket || (del === "dato" && en.tekst.endsWith(ønsket))));
    if (plass < 0) continue;
    neste = plass + 1;
    const ut = elementer[plass].tekst.length - ønsket.length; // words of ours before a date
    const spenn = setninger?.flatMap((setning) => setning.spenn.map((ett) => ({ ...ett, rute: verdier[ett.verdi].rute }))) ?? vedSted.get(`${id} ${del}`) ?? [];
    const her = spenn.map(({ fra, til, rute, valgt }) => ({ fra: fra + ut, til: til + ut, rute, valgt }));
    her.grenser = setninger?.map(({ fra, til }) => [fra + ut, til + ut]);
    funnet.set(elementer[plass].element, her);
  }
  return funnet;
}

/** Return what can be chosen in a document, in its order: {element, range, tekst, spenn: [{rute, range, valgt}]}. */
export function lesSetninger(doc, spor) {
  const spennI = perElement(doc, spor);
  const alle = [];
  const kandidater = doc.querySelectorAll("h1, .undertittel, .fakta dd, main h2, main h3, main h4, main h5, main p, main li, main tbody tr");
  for (const element of kandidater) {
    if (element.matches(".tabell *") && element.nodeName !== "TR") continue;
    if (element.nodeName === "TR") alle.push(...rad(element, spennI));
    else alle.push(...avsnitt(element, spennI.get(element) ?? []));
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

function rad(element, spennI) {
  const spenn = [];
  for (const celle of element.children) {
    const tekst = tekstI(celle);
    if (!tekst.biter.length) continue;
    for (const sted of spennI.get(celle) ?? [])
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
