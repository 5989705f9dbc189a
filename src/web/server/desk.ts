import { randomBytes } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeskOrder } from "../../cli/run.js";
import { unplaced } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import { watchProject } from "../../project/watch.js";
import type { DeskEvent } from "../protocol.js";
import { answer, type Desk, type DeskFiles, end } from "./answers.js";
import { openBrowser } from "./browser.js";
import type { Door } from "./guards.js";
import { keepJobs } from "./jobs.js";
import { alreadyOpen, claimFolder } from "./lock.js";
import { withoutFolders } from "./redact.js";
import { beginEngine, type Resident } from "./threads.js";

/** An open desk. */
export interface OpenDesk {
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the desk, and gives an exit code once it is closed by a signal. Throws a Refusal where it cannot be opened. */
export async function openDesk(order: DeskOrder, files: DeskFiles): Promise<number> {
  const { screen, env } = order;
  const desk = await startDesk(order, files);
  screen.write(`桌面开在 ${desk.address}\n只有这台电脑打得开。用完在这里按 Ctrl-C。\n`);
  if (!order["no-open"]) openBrowser(desk.address, env);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await desk.close();
  return 0;
}

const TOKEN_BYTES = 24;

/** Starts the server of the desk. Throws a Refusal where its port is taken, or its folder has a desk already. */
export async function startDesk(order: DeskOrder, files: DeskFiles): Promise<OpenDesk> {
  const { program, project, port } = order;
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const server = createServer();
  const door: Door = { port: await listen(server, port), token };
  const address = `http://127.0.0.1:${door.port}/${token}/`;
  // who asks whether a desk is open here gets an answer before the folder is claimed
  const listeners = new Set<ServerResponse>();
  const tell = (event: DeskEvent): void => {
    const text = `data: ${withoutFolders(event, [program, project])}\n\n`;
    for (const each of listeners) {
      if (each.writableLength < MOST_UNREAD) each.write(text);
      else each.destroy();
    }
  };
  const jobs = keepJobs(files.thread, project, tell);
  const engine = beginEngine(files.thread, { kind: "engine", program, project });
  const desk: Desk = { order, files, door, engine, jobs, listeners };
  server.on("request", (request, response) => {
    answer(request, response, desk).catch(() => end(response, 500, "程序出了意外"));
  });
  const claim = await claimFolder(project, address).catch(async (error: unknown) => {
    await shut(server, engine);
    throw error;
  });
  if (typeof claim !== "function") {
    await shut(server, engine);
    throw new Refusal([alreadyOpen(claim)]);
  }
  void readAhead(engine);
  const endWatch = await watchProject(project, (changes) => {
    engine.changed(changes);
    tell({ kind: "changed" });
  });
  const beat = setInterval(() => {
    for (const each of listeners) each.write(":\n\n");
  }, HEARTBEAT);
  return {
    address,
    async close() {
      clearInterval(beat);
      claim();
      jobs.stop();
      for (const each of listeners) each.end();
      await endWatch();
      await shut(server, engine);
    },
  };
}

/** Has the engine read what the page will ask for first, while the browser is still opening. */
async function readAhead(engine: Resident): Promise<void> {
  const listed = await engine.ask("overview", {});
  const [first] = "units" in listed ? listed.units : [];
  const [year] = first?.years ?? [];
  if (first && year !== undefined) await engine.ask("open", { unit: first.unit, year, have: [] });
}

/** Who has left so many bytes unread listens no longer; a page that comes back connects anew, and asks for all. */
const MOST_UNREAD = 32 * 1024 * 1024;

/** A connection over which nothing comes for long is given up by some systems. */
const HEARTBEAT = 20_000;

async function shut(server: Server, engine: Resident): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await engine.end();
}

function listen(server: Server, port: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", () => reject(new Refusal([portTaken(port)])));
    // this machine alone: no other address is listened at
    server.listen({ host: "127.0.0.1", port: Number(port ?? 0), exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

function portTaken(port = "") {
  return unplaced("桌面/端口", `端口 ${port} 开不了，多半是别的程序占着`, "怎么改：换一个 --port，或者不写");
}
