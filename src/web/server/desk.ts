import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeskOrder } from "../../cli/run.js";
import { orElse, Refusal, unplaced } from "../../diagnostic.js";
import { readBytes } from "../../files/bytes.js";
import { readGivenPdf } from "../../files/given.js";
import { watchProject } from "../../project/watch.js";
import { FONT_FILES } from "../../render/fonts/fonts.js";
import { svgStylesheet } from "../../render/svg/stylesheet.js";
import { type CallName, CALLS, type DeskEvent, isJobKind } from "../protocol.js";
import { openBrowser } from "./browser.js";
import { admitted, bodyOf, type Door, HEADERS, policy } from "./guards.js";
import { deskHtml } from "./html.js";
import { type Jobs, keepJobs } from "./jobs.js";
import { alreadyOpen, claimFolder } from "./lock.js";
import { withoutFolders } from "./redact.js";
import { beginEngine, type Resident } from "./threads.js";

/** What the desk is made of that stands ready: its page by file names, and the module that its threads begin with. */
export interface DeskFiles {
  readonly page: ReadonlyMap<string, Uint8Array>;
  readonly thread: URL;
}

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
    for (const each of listeners) each.write(text);
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
  const endWatch = await watchProject(project, () => {
    engine.changed();
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

interface Desk {
  readonly order: DeskOrder;
  readonly files: DeskFiles;
  readonly door: Door;
  readonly engine: Resident;
  readonly jobs: Jobs;
  readonly listeners: Set<ServerResponse>;
}

/** Questions are short; a file that is dropped may have as much as one that is audited from the disk. */
const LONGEST_QUESTION = 256 * 1024;
const LARGEST_FILE = 50 * 1024 * 1024;
const LARGEST_FONT = 64 * 1024 * 1024;

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const path = admitted(request, desk.door);
  if (path === undefined) return end(response, 403, "打不开：用 npm start 印出的地址");
  if (request.method === "GET") return show(path, response, desk);
  if (request.method !== "POST") return end(response, 405, "");
  const [what, name = ""] = path.split("/");
  if (what === "ask" && isCall(name)) return ask(name, request, response, desk);
  if (path === "jobs") return beginAsked(request, response, desk);
  if (path === "stop") {
    desk.jobs.stop();
    return end(response, 204, "");
  }
  end(response, 404, "没有这一页");
}

function show(path: string, response: ServerResponse, desk: Desk): void {
  const { files, order, jobs, listeners } = desk;
  const [folder, ...rest] = path.split("/");
  const name = decoded(rest.join("/"));
  if (path === "") return page(response);
  if (path === "alive") return end(response, 204, "");
  if (path === "events") return listenTo(response, listeners, jobs);
  if (path === "fonts.css") return send(response, "text/css; charset=utf-8", FONTS);
  const own = files.page.get(path);
  if (own) return send(response, TYPES[path.slice(path.lastIndexOf("."))] ?? "", own);
  if (folder === "fonts" && FONT_FILES.includes(name)) {
    // they stay as they are as long as the desk is open
    response.setHeader("Cache-Control", "private, max-age=86400, immutable");
    return send(response, "font/ttf", readBytes(order.program, `fonts/${name}`, LARGEST_FONT));
  }
  if (folder === "written" && jobs.hasWritten(name)) {
    const pdf = orElse(() => readGivenPdf(order.project, name));
    if (pdf) return send(response, "application/pdf", pdf);
  }
  end(response, 404, "没有这一页");
}

const FONTS = svgStylesheet(
  FONT_FILES.map((file) => ({ file })),
  ({ file }) => `fonts/${file}`,
);

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const NONCE_BYTES = 16;

function page(response: ServerResponse): void {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  response.setHeader("Content-Security-Policy", policy(nonce));
  send(response, "text/html; charset=utf-8", deskHtml(nonce));
}

function listenTo(response: ServerResponse, listeners: Set<ServerResponse>, jobs: Jobs): void {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
  const hello: DeskEvent = { kind: "hello", job: jobs.last };
  response.write(`data: ${JSON.stringify(hello)}\n\n`);
  listeners.add(response);
  response.once("close", () => listeners.delete(response));
}

async function ask(
  name: CallName,
  request: IncomingMessage,
  response: ServerResponse,
  { engine, order }: Desk,
): Promise<void> {
  const body = await bodyOf(request, LONGEST_QUESTION);
  if (!body) return tooLong(request, response);
  const asked = parsed(body.toString("utf8"));
  if (asked === undefined) return end(response, 400, "读不懂");
  const answered = await engine.ask(name, asked as never);
  send(response, "application/json; charset=utf-8", withoutFolders(answered, [order.program, order.project]));
}

async function beginAsked(
  request: IncomingMessage,
  response: ServerResponse,
  { jobs }: Desk,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? "", "http://desk");
  const [kind, unit, year, name] = ["kind", "unit", "year", "name"].map((key) => searchParams.get(key) ?? "");
  if (!isJobKind(kind) || unit === undefined || year === undefined || name === undefined)
    return end(response, 400, "读不懂");
  const bytes = await bodyOf(request, LARGEST_FILE);
  if (!bytes) return tooLong(request, response);
  const file = name === "" ? {} : { file: { name: plainName(name), bytes: new Uint8Array(bytes) } };
  if (!jobs.begin({ kind, unit, year, ...file })) return end(response, 409, "上一件还没有做完");
  end(response, 204, "");
}

/** A name that is no path and no option, and shows on one line. */
function plainName(name: string): string {
  const plain = name.replace(/^.*[/\\]/, "").replace(/^-+|[\p{Cc}\p{Cf}]/gu, "");
  return [...(plain === "" ? "文件" : plain)].slice(0, LONGEST_NAME).join("");
}

const LONGEST_NAME = 200;

function isCall(name: string): name is CallName {
  return CALLS.some((each) => each === name);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** What is still on its way is not waited for. */
function tooLong(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Connection", "close");
  end(response, 413, "文件超过 50 MB，太大了");
  response.once("finish", () => request.destroy());
}

function end(response: ServerResponse, status: number, says: string): void {
  if (response.headersSent) return void response.end();
  response.statusCode = status;
  if (says === "") return void response.end();
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(says);
}

function send(response: ServerResponse, type: string, content: string | Uint8Array): void {
  response.setHeader("Content-Type", type);
  response.end(content);
}
