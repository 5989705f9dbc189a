import { fork, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));
const COLD = fileURLToPath(new URL("cold.mjs", import.meta.url));
const WARM = fileURLToPath(new URL("warm.mjs", import.meta.url));
/** Windows knows no such signals. */
const CAN_STOP = process.platform !== "win32";
const running = new Set();
process.on("exit", () => {
  for (const child of running) if (CAN_STOP && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
});
const HOOK = new URL("peak-memory.mjs", import.meta.url).href;

/** The peers have a package of their own, so that who only uses or tests the program never fetches them. */
export function installPeers() {
  if (existsSync(`${PEERS}node_modules`)) return;
  const options = { cwd: PEERS, stdio: "ignore", shell: process.platform === "win32" };
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], options);
  if (status !== 0) console.log("The peers could not be installed: no network?");
}

/** How long a process of its own takes to print the content, and how much memory at most. */
export async function coldRun(name, place) {
  const { command } = await import(`./peers/${name}.mjs`);
  const [program, args] = command?.(place) ?? [process.execPath, [COLD, name, JSON.stringify(place)]];
  const isNode = program === process.execPath;
  const begin = performance.now();
  const child = spawn(program, isNode ? ["--import", HOOK, ...args] : args, {
    cwd: place.project,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stdio[3].setEncoding("utf8").on("data", (text) => {
    told += text;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return { ms: performance.now() - begin, peak: isNode ? Number(told) / 1024 : undefined };
}

/**
 * A process that has loaded the engine and prints the content whenever it is told to. Until then it is stopped, with all that
 * it has started: what an engine still does behind its documents, such as collecting garbage, takes no time from others.
 */
export async function startWarm(name, place) {
  const child = fork(WARM, [name, JSON.stringify(place)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: CAN_STOP,
  });
  const signal = (which) => CAN_STOP && child.exitCode === null && process.kill(-child.pid, which);
  running.add(child);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(/^\w*Error.*$/m.exec(complaint)?.[0] ?? `${name} ended`));
      child.once("exit", fail);
      child.once("message", (message) => {
        child.off("exit", fail);
        resolve(message);
      });
    });
  const ask = async (question) => {
    signal("SIGCONT");
    const answered = answer();
    child.send(question);
    const said = await answered;
    if (!question.close) signal("SIGSTOP");
    return said;
  };
  const { lacks } = await answer();
  signal("SIGSTOP");
  return {
    lacks,
    print: () => ask({ print: true }),
    peak: async () => (await ask({ peak: true })).peak,
    save: async (file) => (await ask({ save: file })).saved,
    close: () => ask({ close: true }),
  };
}
