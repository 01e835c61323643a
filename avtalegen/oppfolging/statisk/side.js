// Finner og sorterer radene som alt står på siden. Uten dette leses siden som den er.
"use strict";
const verktøy = document.getElementById("verktøy");
const [søk, vis, sorter, vist] = ["søk", "vis", "sorter", "vist"].map((id) => document.getElementById(id));
const kropp = document.querySelector(".avtaler tbody");
const rader = [...kropp.rows];
const navn = new Map(rader.map((rad) => [rad, rad.cells[0].textContent]));
const språk = document.documentElement.lang;

function oppdater() {
  const ord = søk.value.toLocaleLowerCase(språk).split(/\s+/).filter(Boolean);
  let antall = 0;
  for (const rad of rader) {
    const tekst = rad.textContent.toLocaleLowerCase(språk);
    rad.hidden = !ord.every((ett) => tekst.includes(ett)) || (vis.value !== "" && rad.dataset.hast !== vis.value);
    antall += rad.hidden ? 0 : 1;
  }
  vist.textContent = (antall === 1 ? vist.dataset.en : vist.dataset.flere).replace("{antall}", antall);
}

function verdi(rad) {
  return sorter.value === "navn" ? navn.get(rad) : rad.dataset[sorter.value];
}

function ordne() {
  rader.sort((a, b) => verdi(a).localeCompare(verdi(b), språk) || a.dataset.haster.localeCompare(b.dataset.haster));
  kropp.append(...rader);
}

verktøy.hidden = false;
verktøy.addEventListener("submit", (hendelse) => hendelse.preventDefault());
søk.addEventListener("input", oppdater);
vis.addEventListener("change", oppdater);
sorter.addEventListener("change", ordne);
oppdater();
