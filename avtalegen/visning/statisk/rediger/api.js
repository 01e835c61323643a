// What the page says to its server, and hears from it.

// Behind the «#» of the address that the command opened; no other server on this machine can read what we keep of it.
const KEY = "avtalegen-nokkel";
const given = /^#nokkel=([\w-]+)$/.exec(location.hash);
if (given) {
  localStorage.setItem(KEY, given[1]);
  history.replaceState(null, "", "/");
}
const key = localStorage.getItem(KEY) ?? "";
let sitting = null; // the one that this page shows: what is written here is meant for no other file

/** Note which sitting a state is of. False: another window has opened another agreement. */
export function erVår({ økt }) {
  sitting ??= økt;
  return sitting === økt;
}

/** Kontakten er brutt: nobody answers. */
export class Brutt extends Error {}

async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (error) {
    throw new Brutt(String(error));
  }
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

export const hent = (url) => ask(url);

export const send = (url, body) =>
  ask(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Avtalegen-Nokkel": key },
    body: JSON.stringify({ økt: sitting, ...body }),
  });

/** Call `news` with the name of each new edition, `lost` when the contact is broken, `found` when it is there again. */
export function lytt({ news, lost, found }) {
  let stream = null;
  function open() {
    stream?.close();
    stream = new EventSource("/hendelser");
    stream.onopen = found;
    stream.addEventListener("utgave", (event) => news(event.data));
    stream.onerror = () => {
      lost();
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 2000);
    };
  }
  // A browser keeps few connections to one place: pages that nobody sees must not take those of the others.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") open();
    else stream?.close();
  });
  open();
}
