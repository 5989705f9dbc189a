// Chromium by its debugging pipe: messages end with a zero, its answers come on file descriptor 4.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const BROWSER = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

export const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium and waits until it answers. */
export async function launch(profile) {
  const args = [...FLAGS, "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const child = spawn(BROWSER, args, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const { ask, event } = talk(child.stdio[3], child.stdio[4]);
  await ask("Browser.getVersion");
  return {
    print: (address) => printTab(address, ask, event),
    peak: async () => peakOf(child.pid),
    async close() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      await ask("Browser.close");
      await ended;
    },
  };
}

async function printTab(address, ask, event) {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  await ask("Page.enable", {}, sessionId);
  const loaded = event("Page.loadEventFired", sessionId);
  await ask("Page.navigate", { url: address }, sessionId);
  await loaded;
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await ask("Page.printToPDF", { ...options, generateDocumentOutline: true }, sessionId);
  await ask("Target.closeTarget", { targetId });
  return Buffer.from(data, "base64");
}

function talk(input, output) {
  const asked = new Map();
  const waiting = [];
  let count = 0;
  let unread = "";
  output.setEncoding("utf8").on("data", (text) => {
    const messages = (unread + text).split("\0");
    unread = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) take(message);
  });
  const take = ({ id, result, error, method, sessionId }) => {
    if (id !== undefined) asked.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
    asked.delete(id);
    const index = waiting.findIndex((each) => each.method === method && each.sessionId === sessionId);
    if (id === undefined && index >= 0) waiting.splice(index, 1)[0].resolve();
  };
  return {
    ask: (method, params = {}, sessionId) =>
      new Promise((resolve) => {
        asked.set(++count, resolve);
        input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      }),
    event: (method, sessionId) => new Promise((resolve) => waiting.push({ method, sessionId, resolve })),
  };
}

/** The peak of resident memory of the largest among a process and those that it has started, in MB; Linux tells. */
function peakOf(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" "))
      .filter((child) => child !== "");
    const own = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
    return Math.max(own, ...children.map((child) => peakOf(child) ?? 0));
  } catch {
    return undefined;
  }
}
