// What the scripts that edit in Chromium have in common: the command, the browser, and what a person does with both.
// Every script is used so: node SCRIPT FOLDER-WITH-node_modules CHROMIUM WHAT COMMAND...    (COMMAND starts the editor)
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, executablePath, what, program, ...rest] = process.argv.slice(2);
export const require = createRequire(join(tools, "x.js"));
const { launch } = require("puppeteer-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
FLAGS.push("--disable-background-networking", "--disable-component-update", "--disable-sync");
// Nothing fades: a colour on its way from one scheme to the other has less contrast than either.
FLAGS.push("--force-prefers-reduced-motion");

/** The file or the folder that is edited. */
export { what };

/** The command, which is stopped with the script. */
export const server = spawn(program, [...rest, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => server.kill());
export const url = await new Promise((resolve, reject) => {
  let said = "";
  server.on("exit", () => reject(new Error(`no address in «${said}»`)));
  server.stdout.on("data", (chunk) => {
    said += chunk;
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said);
    if (address) resolve(address[0]);
  });
});
export const root = new URL(url).origin + "/";

// What is evaluated in one go may write in every field of the format.
export const browser = await launch({ executablePath, args: FLAGS, protocolTimeout: 900_000 });
export const requests = new Set();
export const complaints = [];
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A window, with what somebody does in it. What is waited for comes within half a minute, or the script fails. */
export async function open(address = url) {
  const page = await browser.newPage();
  page.on("request", (request) => requests.add(request.url().replace(/^data:.*/, "data:")));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width: 1440, height: 900 });
  const see = (f, ...args) => page.evaluate(f, ...args);
  const until = (condition, ...args) => page.waitForFunction(condition, { polling: 20, timeout: 30000 }, ...args);
  const window = {
    page,
    see,
    until,
    focused: () => see(() => document.activeElement.id || document.activeElement.nodeName),
    value: (id) => see((id) => document.getElementById(id)?.value, id),
    text: (selector) => see((selector) => document.querySelector(selector)?.textContent, selector),
    click: (selector) => see((selector) => document.querySelector(selector).click(), selector),
    byText: (selector, text) => see((selector, text) => [...document.querySelectorAll(selector)].find((one) => one.textContent === text).click(), selector, text),
    byId: (id) => see((id) => document.getElementById(id).click(), id),
    saved: () => until(() => document.querySelector(".lagret.ja")),
    async go(hash) {
      await see((hash) => (location.hash = hash), `#/${hash}`);
      await until((hash) => decodeURI(location.hash) === hash && document.getElementById("sidetittel"), `#/${hash}`);
      await pause(50); // a page may be drawn before it is told of, and takes the focus then
    },
    async write(id, text) {
      await page.bringToFront();
      await until((id) => document.getElementById(id), id);
      await see((id) => {
        document.getElementById(id).focus();
        document.getElementById(id).select();
      }, id);
      await page.keyboard.type(text);
    },
  };
  await page.goto(address);
  return window;
}

/** Wait until something is so, and return it. */
export async function eventually(look) {
  for (let n = 0; n < 600; n++) {
    const found = look();
    if (found) return found;
    await pause(50);
  }
  throw new Error(`never: ${look}`);
}

/** Print what was seen, and stop: as long as the command runs, so does the script. */
export async function tell(seen) {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill();
  console.log(JSON.stringify(seen));
}
