// Keeps the preview fresh: the document in the frame, the marks in it, and beside it the findings and the field that a
// sentence leads to.
import { Valgt } from "/setning.js";
import { Setninger } from "/spor.js";
import { bruk, t } from "/sideord.js";

const RETRY = 2000; // ms, when the browser has given up
const main = document.querySelector("main");
const panel = document.getElementById("panel");
const aside = document.querySelector("aside");
const status = document.getElementById("status");
const hidden = new Set(); // severities that the reader does not want to see
const valgt = new Valgt(document.getElementById("setning"), {
  toFinding,
  toDocument: () => main.scrollIntoView({ block: "nearest" }),
});

let news = false; // whether there is an edition that is not on the page yet
let fetching = false;
let sheet = null; // the style of the marks
let marks = [];
let trace = null; // which value each sentence shows
let sentences = null; // those of the document in the frame
let stream = null;

// --- what is new -----------------------------------------------------------------------------------------------------

function listen() {
  stream?.close();
  stream = new EventSource("/hendelser");
  stream.addEventListener("utgave", (event) => {
    news ||= event.data !== document.documentElement.dataset.utgave || status.classList.contains("borte");
    refresh();
  });
  stream.onerror = () => {
    lost();
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, RETRY);
  };
}

// A browser keeps few connections to one place: pages that nobody sees must not take those of the others.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") listen();
  else stream?.close();
});

function lost() {
  status.classList.add("borte");
  status.textContent = t("stoppet");
}

async function refresh() {
  if (fetching) return;
  fetching = true;
  try {
    while (news) {
      news = false;
      const [state, spor] = await Promise.all(["/tilstand.json", "/spor.json"].map(given));
      trace = spor;
      await show(state);
    }
  } catch (error) {
    console.error(error);
    lost(); // the stream tells when there is somebody to ask again
  } finally {
    fetching = false;
  }
}

async function given(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function show(state) {
  bruk(state.ord, state.språk);
  marks = state.merker;
  showFindings(state.funn);
  await showDocument(state.dokument);
  const line = document.querySelector("#melding p");
  line.hidden = !state.melding;
  if (line.textContent !== state.melding) line.textContent = state.melding; // not read aloud twice
  status.classList.remove("borte");
  status.textContent = state.status;
  if (sentences) valgt.use(sentences);
  document.documentElement.dataset.utgave = state.utgave;
}

// --- the document ----------------------------------------------------------------------------------------------------

async function showDocument(digest) {
  main.querySelector("iframe.venter")?.remove(); // one that never came
  const old = main.querySelector("iframe");
  if (!digest) return undefined;
  if (old && old.dataset.dokument === digest) {
    await ready(old);
    return mark(old);
  }
  const frame = document.createElement("iframe");
  frame.title = t("slik");
  frame.dataset.dokument = digest;
  frame.className = "venter";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = "/avtale.html";
  main.append(frame);
  await loaded;
  await mark(frame);
  if (old) restore(frame.contentWindow, position(old.contentWindow));
  const focused = document.activeElement === old;
  main.querySelectorAll("iframe:not(.venter), .tom").forEach((before) => before.remove());
  frame.name = "avtale";
  frame.className = "";
  if (focused) frame.focus();
  return undefined;
}

function ready(frame) {
  const there = frame.contentDocument;
  if (there && there.URL !== "about:blank" && there.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
}

const headings = (doc) => [...doc.querySelectorAll("h1, h2[id], h3[id], h4[id], h5[id]")];

// What a heading says, without its number and our marks: numbers change when something comes before it.
function called(heading) {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".nr, .avtalegen-tillegg").forEach((part) => part.remove());
  return heading.id.replace(/-\d+$/, "") + " " + copy.textContent.trim();
}

// The heading that is read under, and how far from the top of the window it is.
function position(view) {
  const all = headings(view.document);
  const above = all.filter((heading) => heading.getBoundingClientRect().top < 40).at(-1);
  if (!above || view.scrollY === 0) return { y: view.scrollY };
  const name = called(above);
  const alike = all.filter((heading) => called(heading) === name);
  return { y: view.scrollY, name, number: alike.indexOf(above), top: above.getBoundingClientRect().top };
}

function restore(view, at) {
  const alike = at.name ? headings(view.document).filter((heading) => called(heading) === at.name) : [];
  const heading = alike[Math.min(at.number, alike.length - 1)];
  const y = heading ? view.scrollY + heading.getBoundingClientRect().top - at.top : at.y;
  view.scrollTo({ top: y, behavior: "instant" });
}

async function mark(frame) {
  const doc = frame.contentDocument;
  doc.querySelectorAll(".avtalegen-tillegg").forEach((before) => {
    const around = before.parentNode;
    before.remove();
    around.normalize();
  });
  if (doc.adoptedStyleSheets?.length === 0) {
    sheet ??= await (await fetch("/merker.css")).text();
    const style = new frame.contentWindow.CSSStyleSheet();
    style.replaceSync(sheet);
    doc.adoptedStyleSheets = [style];
  }
  if (sentences?.doc !== doc) sentences = new Setninger(doc, { chosen: (...what) => valgt.chosen(...what), moved: (one) => valgt.moved(one) });
  sentences.show(trace);
  for (const one of marks) {
    const added = doc.createElement("span");
    added.className = "avtalegen-tillegg";
    const link = doc.createElement("a");
    link.className = `avtalegen-merke ${one.grad}`;
    link.href = `/#${one.funn}`;
    link.target = "_parent";
    link.textContent = one.tekst;
    link.setAttribute("aria-label", one.navn);
    link.lang = document.documentElement.lang;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      toFinding(one.funn);
    });
    added.append(" ", link);
    const sentence = one.setning && sentences.at(one.setning);
    if (sentence) append(added, sentence);
    else heading(doc, one.overskrift).append(added);
  }
  // The frame shows the agreement and nothing else.
  doc.querySelectorAll("a[href]:not([href^='#'], .avtalegen-merke)").forEach((link) => {
    link.target = link.protocol.startsWith("http") ? "_blank" : "_top"; // a telephone number leads out of no page
    link.rel = "noopener noreferrer";
  });
}

const heading = (doc, id) => (id && doc.getElementById(id)) || doc.querySelector("h1");

// Put something after a sentence, and after a link that it ends with: a link can't hold another.
function append(added, sentence) {
  const range = sentence.place.range(sentence.fra, sentence.til);
  range.collapse(false);
  const link = range.endContainer.parentElement.closest("a");
  if (link) link.after(added);
  else range.insertNode(added);
}

function toHeading(id) {
  const doc = main.querySelector("iframe")?.contentDocument;
  const to = doc && heading(doc, id);
  if (!to) return;
  doc.querySelectorAll(".avtalegen-vist").forEach((before) => before.classList.remove("avtalegen-vist"));
  to.classList.add("avtalegen-vist");
  setTimeout(() => to.classList.remove("avtalegen-vist"), 2500);
  to.tabIndex = -1;
  main.scrollIntoView({ block: "nearest" });
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "start" });
}

function toSentence(finding) {
  const mark = marks.find((one) => one.alle.includes(finding));
  const sentence = mark?.setning && sentences?.at(mark.setning);
  if (!sentence) {
    toHeading(mark?.overskrift);
    return;
  }
  main.scrollIntoView({ block: "nearest" });
  sentences.go(sentence);
}

// --- the findings ----------------------------------------------------------------------------------------------------

const key = (finding) => finding.querySelector(".kode").textContent + finding.querySelector(".melding").textContent;

function showFindings(html) {
  const findings = () => [...panel.querySelectorAll(".funn")];
  const open = new Set(findings().filter((one) => one.querySelector("details[open]")).map(key));
  const active = document.activeElement?.closest(".funn");
  const focused = active && panel.contains(active) ? key(active) : "";
  const y = aside.scrollTop;
  const top = window.scrollY;
  panel.innerHTML = html;
  for (const one of findings()) {
    const details = one.querySelector("details");
    if (details && open.has(key(one))) details.open = true;
    if (focused && key(one) === focused) one.focus({ preventScroll: true });
  }
  filter();
  aside.scrollTop = y;
  window.scrollTo({ top, behavior: "instant" });
}

function filter() {
  panel.querySelectorAll(".velger").forEach((button) => {
    button.setAttribute("aria-pressed", String(!hidden.has(button.dataset.grad)));
  });
  panel.querySelectorAll(".funn").forEach((one) => {
    one.hidden = hidden.has(one.dataset.grad);
  });
  panel.querySelectorAll(".gruppe").forEach((group) => {
    group.hidden = !group.querySelector(".funn:not([hidden])");
  });
}

function toFinding(id) {
  const finding = document.getElementById(id);
  if (!finding) return;
  if (finding.hidden || finding.closest("[hidden]")) {
    hidden.clear();
    filter();
  }
  window.focus();
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "start" });
}

panel.addEventListener("click", (event) => {
  const button = event.target.closest(".velger");
  if (button) {
    const severity = button.dataset.grad;
    if (!hidden.delete(severity)) hidden.add(severity);
    filter();
    return;
  }
  const link = event.target.closest("a[data-overskrift], a[data-setning]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if ("setning" in link.dataset) toSentence(link.closest(".funn").id);
    else toHeading(link.dataset.overskrift);
  }
});

listen();
