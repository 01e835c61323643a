// A field for a day: text, and a calendar that knows the free days.
import { h, ikon } from "./dom.js";
import { stor, t } from "./ord.js";
import { app, nøkkel, tegn } from "./tilstand.js";
import { skriv } from "./lagring.js";
import { kontrollId, skrivende } from "./felt.js";
import { dag, dagnavn, fridag, idag, iso, kortDato, lesDato, månednavn, nærmesteVirkedag, pluss, skrivDato, uke, ukedag } from "./kalender.js";

/** The control of a field for a day. `frister` gives what depends on a day, as pairs of a name and a day. */
export function datofelt(rute, felt, her, attributes, laast, frister = () => []) {
  const key = nøkkel(rute);
  const dato = lesDato(her);
  const åpen = app.ui.kalender?.key === key;
  const fri = dato && fridag(dato);
  return [
    h("span", { class: "dato" },
      h("input", { type: "text", autocomplete: "off", class: "kort", value: her, on: skrivende(rute), ...attributes,
        "aria-describedby": [attributes["aria-describedby"], dato && `${attributes.id}-dag`].filter(Boolean).join(" ") || null }),
      laast ? null : h("button", { type: "button", class: "ikonknapp i-felt", id: `kal-${key}`, "aria-label": t("dato.åpne", { felt: felt.kort }), title: t("dato.åpne", { felt: felt.kort }), "aria-haspopup": "dialog", "aria-expanded": String(åpen),
        on: { click: () => (åpen ? lukk() : åpne(rute, dato)) } }, ikon("Calendar"))),
    dato ? h("span", { class: `datodag${fri ? " fri" : ""}`, id: `${attributes.id}-dag`, key: "dag" }, t("dato.dag", { dag: dagnavn(dato), uke: uke(dato) }), fri ? ` · ${t("dato.fridag", { navn: fri })}` : "") : null,
    åpen ? kalender(rute, her, frister) : null,
  ];
}

function åpne(rute, dato) {
  app.ui.kalender = { key: nøkkel(rute), rute, dag: dato ?? idag() };
  app.ui.aktiv = rute;
  app.ui.fokus = `kal-dag-${iso(app.ui.kalender.dag)}`;
  tegn();
}

export function lukk(tilFelt = false) {
  const { rute, key } = app.ui.kalender;
  app.ui.kalender = null;
  app.ui.fokus = tilFelt ? kontrollId(rute) : `kal-${key}`;
  tegn();
}

function gå(dato) {
  app.ui.kalender.dag = dato;
  app.ui.fokus = `kal-dag-${iso(dato)}`;
  tegn();
}

/** The same day of another month, or the last one that it has. */
function måned(dato, n) {
  const siste = new Date(Date.UTC(dato.getUTCFullYear(), dato.getUTCMonth() + n + 1, 0));
  return dag(siste.getUTCFullYear(), siste.getUTCMonth(), Math.min(dato.getUTCDate(), siste.getUTCDate()));
}

const TASTER = {
  ArrowLeft: (dato) => pluss(dato, -1),
  ArrowRight: (dato) => pluss(dato, 1),
  ArrowUp: (dato) => pluss(dato, -7),
  ArrowDown: (dato) => pluss(dato, 7),
  Home: (dato) => pluss(dato, -ukedag(dato)),
  End: (dato) => pluss(dato, 6 - ukedag(dato)),
  PageUp: (dato, shift) => måned(dato, shift ? -12 : -1),
  PageDown: (dato, shift) => måned(dato, shift ? 12 : 1),
};

function kalender(rute, her, frister) {
  const valgt = app.ui.kalender.dag;
  const [år, mnd] = [valgt.getUTCFullYear(), valgt.getUTCMonth()];
  const første = dag(år, mnd, 1);
  const start = pluss(første, -ukedag(første));
  const uker = Array.from({ length: Math.ceil((ukedag(første) + new Date(Date.UTC(år, mnd + 1, 0)).getUTCDate()) / 7) }, (_, n) => pluss(start, 7 * n));
  const velg = (dato) => {
    skriv(rute, skrivDato(dato, her), { straks: true });
    lukk(true);
  };
  const tast = (event) => {
    const ny = TASTER[event.key]?.(valgt, event.shiftKey);
    if (ny && event.target.closest("table")) gå(ny);
    else if (event.key === "Escape") lukk();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const skrevet = lesDato(her);
  const dagknapp = (dato) => {
    const fri = fridag(dato);
    const utenfor = dato.getUTCMonth() !== mnd;
    const navn = `${kortDato(dato)}${fri ? `, ${t("dato.fridag", { navn: fri }).toLowerCase().slice(0, t("dato.fridag", { navn: "" }).length)}${fri}` : ""}`;
    return h("td", { key: iso(dato), role: "gridcell", "aria-selected": String(Boolean(skrevet) && iso(skrevet) === iso(dato)) }, h("button", {
      type: "button", id: `kal-dag-${iso(dato)}`, "aria-label": navn, tabindex: iso(dato) === iso(valgt) ? "0" : "-1",
      class: [iso(dato) === iso(valgt) ? "valgt" : "", fri ? "fri" : "", utenfor ? "utenfor" : "", ukedag(dato) > 4 ? "helg" : ""].filter(Boolean).join(" "),
      "aria-current": iso(dato) === iso(idag()) ? "date" : null,
      on: { click: () => velg(dato) } }, String(dato.getUTCDate())));
  };
  return h("div", { class: "kalender", key: "kalender", role: "dialog", "aria-label": t("dato.velg"), on: { keydown: tast } },
    h("div", { class: "måned" },
      h("div", { class: "månedhode" },
        h("button", { type: "button", class: "ikonknapp", "aria-label": t("dato.forrige"), title: t("dato.forrige"), on: { click: () => bla(måned(valgt, -1)) } }, ikon("ChevronLeft")),
        h("strong", { "aria-live": "polite" }, `${stor(månednavn(mnd))} ${år}`),
        h("button", { type: "button", class: "ikonknapp", "aria-label": t("dato.neste"), title: t("dato.neste"), on: { click: () => bla(måned(valgt, 1)) } }, ikon("ChevronRight"))),
      h("table", { role: "grid", "aria-label": `${stor(månednavn(mnd))} ${år}` },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("dato.uke")), Array.from({ length: 7 }, (_, n) => h("th", { scope: "col" }, h("abbr", { title: t(`dag.${n + 1}`) }, t(`dag.${n + 1}`).slice(0, 2)))))),
        h("tbody", {}, uker.map((uken) => h("tr", { key: iso(uken) }, h("th", { scope: "row" }, String(uke(uken))), Array.from({ length: 7 }, (_, n) => dagknapp(pluss(uken, n)))))))),
    om(valgt, velg, frister));
}

function bla(dato) {
  app.ui.kalender.dag = dato;
  tegn();
}

/** What there is to say of the day that is chosen, before it is. */
function om(valgt, velg, frister) {
  const fri = fridag(valgt);
  const helg = ukedag(valgt) > 4;
  const nær = fri || helg ? nærmesteVirkedag(valgt) : null;
  const [år, mnd] = [valgt.getUTCFullYear(), valgt.getUTCMonth()];
  const andre = Object.entries(app.helligdager[år] ?? {}).filter(([en]) => +en.slice(5, 7) === mnd + 1 && en !== iso(valgt)).sort();
  const avhengig = frister(valgt);
  return h("div", { class: "dagen" },
    h("p", { class: "dagnavn" }, `${stor(dagnavn(valgt))} ${kortDato(valgt)} ${år}`),
    fri ? h("p", { class: "fridag" }, t("dato.fridag", { navn: fri })) : helg ? h("p", { class: "dempet" }, t("dato.helg")) : null,
    nær ? h("button", { type: "button", class: "knapp liten", key: "nær", on: { click: () => velg(nær) } }, t("dato.velg_dag", { dag: `${dagnavn(nær)} ${kortDato(nær)}` })) : null,
    avhengig.length ? h("dl", {}, avhengig.map(([navn, dato]) => [h("dt", {}, navn), h("dd", {}, kortDato(dato))])) : null,
    andre.length ? [h("p", { class: "dempet" }, t("dato.andre_fridager", { måned: månednavn(mnd) })), h("ul", { role: "list" }, andre.map(([en, navn]) => h("li", {}, `${+en.slice(8)}.`, " ", navn)))] : null);
}
