import { request } from "node:http";
import { afterAll } from "@jest/globals";
import { readyDesk } from "../../src/startup/ready-desk.js";
import type { AnswerOf, AskedOf, CallName, DeskEvent, RunningJob } from "../../src/web/protocol.js";
import { type OpenDesk, startDesk } from "../../src/web/server/desk.js";
import { PROGRAM } from "../project.js";

const open: OpenDesk[] = [];

afterAll(async () => {
  for (const desk of open) await desk.close();
});

/** A desk on a project, without a browser. It is closed when the tests of the file have run. */
export async function deskOn(project: string, port?: string): Promise<OpenDesk> {
  const order = {
    program: PROGRAM,
    project,
    port,
    "no-open": true,
    screen: { write: () => {} },
    env: {},
  };
  const desk = await startDesk(order, readyDesk());
  open.push(desk);
  return desk;
}

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** the address as it stands in the request, where it is not that of the URL */
  readonly path?: string;
}

/** Sends a request as it is: no client puts its path or its headers right. */
export function send(url: string, { method = "GET", headers = {}, body, path }: Sent = {}): Promise<Said> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, method, headers, path: path ?? pathname + search },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** As the page sends what it asks. */
export function post(desk: OpenDesk, path: string, body: string | Uint8Array = ""): Promise<Said> {
  const { origin } = new URL(desk.address);
  return send(desk.address + path, { method: "POST", headers: { Origin: origin }, body });
}

export async function ask<Name extends CallName>(
  desk: OpenDesk,
  name: Name,
  asked: AskedOf<Name>,
): Promise<AnswerOf<Name>> {
  const { status, text } = await post(desk, `ask/${name}`, JSON.stringify(asked));
  if (status !== 200) throw new Error(`${status} ${text}`);
  return JSON.parse(text) as AnswerOf<Name>;
}

/** Listens to what the desk tells until something is told that is waited for. */
export function heard(desk: OpenDesk, isIt: (event: DeskEvent) => boolean): Promise<DeskEvent> {
  return new Promise((resolve, reject) => {
    const listening = request(`${desk.address}events`, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
        const events = text.split("\n\n");
        text = events.pop() ?? "";
        for (const each of events) {
          if (!each.startsWith("data: ")) continue;
          const event = JSON.parse(each.slice("data: ".length)) as DeskEvent;
          if (!isIt(event)) continue;
          listening.destroy();
          resolve(event);
        }
      });
    });
    listening.on("error", reject);
    listening.end();
  });
}

/** Has the desk run a command to its end. */
export async function runOn(
  desk: OpenDesk,
  query: string,
  body: string | Uint8Array = "",
): Promise<RunningJob> {
  const done = heard(desk, (event) => event.kind === "job" && event.job.result !== undefined);
  const { status, text } = await post(desk, `jobs?${query}`, body);
  if (status !== 204) throw new Error(`${status} ${text}`);
  const event = await done;
  if (event.kind !== "job") throw new Error("no job");
  return event.job;
}
