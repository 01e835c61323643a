// Elements from functions, and a patch that changes only what differs: focus, caret and what is scrolled stay.

const PROPERTIES = new Set(["value", "checked"]);

/** Make an element. `props` are attributes, with `key` (who it is among its siblings), `on` (listeners by type),
 *  `value` and `checked` (of the control). Children that are null, false or "" are left out. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  let own = null;
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") listen(element, value);
    else if (name === "key") element._key = value;
    else if (PROPERTIES.has(name)) (own ??= {})[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  if (props?.checked === false) (own ??= {}).checked = false;
  element._own = own;
  for (const [name, value] of Object.entries(own ?? {})) element[name] = value;
  return element;
}

/** An icon of the sprite; it says nothing to those who listen. What is in it is made when it comes on the page: most of
 *  those that are drawn are there already, and to look one up in the sprite is what takes the longest of all. */
export function ikon(name, size = 20) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg._ikon = { name, size };
  return svg;
}

function fyll(svg) {
  const { name, size } = svg._ikon;
  svg.setAttribute("class", "ikon");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/statisk/ikoner.svg#${name}`);
  svg.replaceChildren(use);
}

/** Make what is in the icons of something that comes on the page. */
function fyllAlle(node) {
  if (node._ikon) fyll(node);
  else if (node.nodeType === Node.ELEMENT_NODE) for (const svg of node.getElementsByTagName("svg")) if (svg._ikon) fyll(svg);
}

function listen(element, handlers) {
  element._on = handlers;
  element._types ??= new Set();
  for (const type of Object.keys(handlers)) {
    if (element._types.has(type)) continue;
    element._types.add(type);
    element.addEventListener(type, (event) => element._on?.[type]?.(event));
  }
}

const keyOf = (node) => node._key ?? (node.id || null);

/** Make the children of `host` be like `wanted`, and keep each element that is there already. */
export function patch(host, wanted) {
  const list = [wanted].flat(Infinity).filter((node) => node || node === 0);
  patchChildren(host, list.map((node) => (node instanceof Node ? node : document.createTextNode(node))));
}

function patchChildren(host, wanted) {
  const keyed = new Map();
  const loose = [];
  for (const node of host.childNodes) {
    const key = keyOf(node);
    if (key !== null) keyed.set(key, node);
    else loose.push(node);
  }
  const matched = wanted.map((node) => {
    const key = keyOf(node);
    if (key !== null) {
      const old = keyed.get(key);
      if (old?.nodeName !== node.nodeName) return null;
      keyed.delete(key);
      return old;
    }
    const at = loose.findIndex((old) => old.nodeName === node.nodeName);
    return at < 0 ? null : loose.splice(0, at + 1).at(-1);
  });
  // What goes is taken away first: an element that must not be moved keeps its focus.
  const staying = new Set(matched);
  for (const node of [...host.childNodes]) if (!staying.has(node)) node.remove();
  let here = host.firstChild;
  wanted.forEach((node, n) => {
    const old = matched[n];
    if (!old) {
      fyllAlle(node);
      host.insertBefore(node, here);
    } else {
      if (old !== here) host.insertBefore(old, here);
      else here = here.nextSibling;
      patchNode(old, node);
    }
  });
}

function patchNode(old, node) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== node.data) old.data = node.data;
    return;
  }
  if (node._ikon) {
    if (old._ikon?.name === node._ikon.name && old._ikon.size === node._ikon.size) return;
    old._ikon = node._ikon;
    return void fyll(old);
  }
  // Whether a <details> is open is up to the reader.
  const kept = (name) => old.nodeName === "DETAILS" && name === "open";
  for (const { name, value } of node.attributes)
    if (!kept(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!kept(name) && !node.hasAttribute(name)) old.removeAttribute(name);
  if (node._on || old._on) listen(old, node._on ?? {});
  if (!old._foreign) patchChildren(old, [...node.childNodes]);
  for (const [name, value] of Object.entries(node._own ?? {})) if (old[name] !== value) old[name] = value;
}

/** Let an element be filled by somebody else than `patch`. */
export function foreign(element) {
  element._foreign = true;
  return element;
}
