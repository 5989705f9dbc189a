import {
  type AnswerOf,
  type AskedOf,
  type CallName,
  type Chosen,
  type DeskEvent,
  type FormName,
  type JobKind,
  LARGEST_FILE,
  type Refused,
  TOO_LARGE,
} from "../protocol.js";

/** That the desk has no answer, and why, in the officer's words. */
export class NoAnswer extends Error {}

const CLOSED = "桌面的程序没有回应：它可能已经关了。重新运行 npm start，用新打开的页面";

/** Asks the engine. Throws a NoAnswer. */
export async function ask<Name extends CallName>(name: Name, asked: AskedOf<Name>): Promise<AnswerOf<Name>> {
  const response = await send(`ask/${name}`, JSON.stringify(asked));
  const answer = (await response.json()) as AnswerOf<Name> | Refused;
  if ("refused" in answer) throw new NoAnswer(answer.refused);
  return answer;
}

/** What a command is to be run with: a file that was dropped, or forms that are wanted. */
export interface RunWith {
  readonly file?: File;
  readonly also?: readonly FormName[];
}

/** Begins a command. Throws a NoAnswer. */
export async function beginJob(
  kind: JobKind,
  { unit, year }: Chosen,
  { file, also = [] }: RunWith,
): Promise<void> {
  // what is too large the server does not read to its end, and browsers then say nothing of its answer
  if (file && file.size > LARGEST_FILE) throw new NoAnswer(TOO_LARGE);
  const forms = also.length > 0 ? { also: also.join(",") } : {};
  const query = new URLSearchParams({ kind, unit, year: String(year), name: file?.name ?? "", ...forms });
  await send(`jobs?${query}`, file ?? "");
}

export async function stopJob(): Promise<void> {
  await send("stop", "");
}

async function send(path: string, body: BodyInit): Promise<Response> {
  const response = await fetch(path, { method: "POST", body }).catch(() => undefined);
  if (!response) throw new NoAnswer(CLOSED);
  if (!response.ok) throw new NoAnswer((await response.text()) || CLOSED);
  return response;
}

/** Listens to what the server tells, and whether it still does. The browser itself connects anew. */
export function listen(onEvent: (event: DeskEvent) => void, onState: (connected: boolean) => void): void {
  const source = new EventSource("events");
  source.onmessage = ({ data }) => onEvent(JSON.parse(data as string) as DeskEvent);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
}
