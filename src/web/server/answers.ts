import type { IncomingMessage, ServerResponse } from "node:http";
import type { DeskOrder } from "../../cli/run.js";
import { formsNamed } from "../../model/form.js";
import { CALLS, type CallName, type DeskEvent, isJobKind, LARGEST_FILE, TOO_LARGE } from "../protocol.js";
import { admitted, bodyOf, type Door, HEADERS } from "./guards.js";
import { type HandedOut, handedOut } from "./handed-out.js";
import type { Jobs } from "./jobs.js";
import { withoutFolders } from "./redact.js";
import type { Resident } from "./threads.js";

/** What the desk is made of that stands ready: its page by file names, and the module that its threads begin with. */
export interface DeskFiles {
  readonly page: ReadonlyMap<string, Uint8Array>;
  readonly thread: URL;
}

/** What requests are answered with. */
export interface Desk {
  readonly order: DeskOrder;
  readonly files: DeskFiles;
  readonly door: Door;
  readonly engine: Resident;
  readonly jobs: Jobs;
  /** who is told what happens */
  readonly listeners: Set<ServerResponse>;
}

/** Questions are short, but those that come with a text, and with the one that it was made from. */
const LONGEST_QUESTION = 256 * 1024;
const LONGEST_WITH_TEXTS = 16 * 1024 * 1024;
const WITH_TEXTS: readonly CallName[] = ["save", "complete"];
const TEXT_TOO_LONG = "写的太长了，不像一份预算数据：没有存";

/** Answers a request of the desk's own page, and no other. */
export async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const path = admitted(request, desk.door);
  if (path === undefined) end(response, 403, "打不开：用 npm start 印出的地址");
  else if (request.method === "GET") show(path, response, desk);
  else if (request.method === "POST") await act(path, request, response, desk);
  else end(response, 405, "");
}

function show(path: string, response: ServerResponse, desk: Desk): void {
  const found = handedOut(path, desk);
  if (path === "events") listenTo(response, desk);
  else if (path === "alive") end(response, 204, "");
  else if (found) send(response, found);
  else end(response, 404, NOT_THERE);
}

const NOT_THERE = "没有这一页";

async function act(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
): Promise<void> {
  const [what, name = ""] = path.split("/");
  if (what === "ask" && isCall(name)) await ask(name, request, response, desk);
  else if (path === "jobs") await beginAsked(request, response, desk);
  else if (path === "stop") {
    desk.jobs.stop();
    end(response, 204, "");
  } else end(response, 404, NOT_THERE);
}

function listenTo(response: ServerResponse, { listeners, jobs, order }: Desk): void {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
  const hello: DeskEvent = { kind: "hello", job: jobs.last };
  response.write(`data: ${withoutFolders(hello, [order.program, order.project])}\n\n`);
  listeners.add(response);
  response.once("close", () => listeners.delete(response));
}

async function ask(
  name: CallName,
  request: IncomingMessage,
  response: ServerResponse,
  { engine, order }: Desk,
): Promise<void> {
  const body = await bodyOf(request, WITH_TEXTS.includes(name) ? LONGEST_WITH_TEXTS : LONGEST_QUESTION);
  if (!body) return tooLong(request, response, TEXT_TOO_LONG);
  const asked = parsed(body.toString("utf8"));
  if (asked === undefined) return end(response, 400, UNREADABLE);
  const content = withoutFolders(await engine.ask(name, asked as never), [order.program, order.project]);
  send(response, { type: "application/json; charset=utf-8", content });
}

const UNREADABLE = "读不懂";

async function beginAsked(request: IncomingMessage, response: ServerResponse, { jobs }: Desk): Promise<void> {
  const asked = new URL(request.url ?? "", "http://desk").searchParams;
  const [kind = "", unit = "", year = "", name = ""] = ["kind", "unit", "year", "name"].map(
    (key) => asked.get(key) ?? "",
  );
  const also = asked.has("also") ? formsNamed(asked.get("also") ?? "") : [];
  if (!isJobKind(kind) || !also) return end(response, 400, UNREADABLE);
  const bytes = await bodyOf(request, LARGEST_FILE);
  if (!bytes) return tooLong(request, response, TOO_LARGE);
  const file = name === "" ? {} : { file: { name: plainName(name), bytes: new Uint8Array(bytes) } };
  if (jobs.begin({ kind, unit, year, also, ...file })) end(response, 204, "");
  else end(response, 409, "上一件还没有做完");
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

/** What is still on its way is not waited for. */
function tooLong(request: IncomingMessage, response: ServerResponse, says: string): void {
  response.setHeader("Connection", "close");
  response.once("finish", () => request.destroy());
  end(response, 413, says);
}

/** Ends an answer with a status, and a sentence where there is one to say. */
export function end(response: ServerResponse, status: number, says: string): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.statusCode = status;
  if (says !== "") response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(says === "" ? undefined : says);
}

function send(response: ServerResponse, { type, content, headers = {} }: HandedOut): void {
  response.setHeader("Content-Type", type);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(content);
}
