import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../diagnostic/refusal.js";
import type { FileChanges } from "../../project/watch.js";
import type { Prepared } from "../../work/build.js";
import type { AskedOf, CallName, JobResult, JobStep } from "../protocol.js";
import { openEngine, Unanswerable } from "./engine.js";
import { type JobOrder, runJob } from "./job.js";

/** What a thread of the desk is for: to answer as long as the desk is open, or to run one command. */
export type Duty =
  | { readonly kind: "engine"; readonly program: string; readonly project: string }
  | ({ readonly kind: "job" } & JobOrder);

/** A question to the engine; or that files have changed. */
export type ToEngine =
  | { readonly id: number; readonly name: CallName; readonly asked: AskedOf<CallName> }
  | { readonly changed: FileChanges };

export type FromEngine = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly refused: string }
);

export type FromJob = { readonly step: JobStep } | { readonly result: JobResult };

/** Does in this thread what it was begun for. */
export function serveDesk(prepared: Prepared | undefined): void {
  const port = parentPort;
  const duty = workerData as Duty;
  if (!port) throw new Error("no thread");
  const say = (message: FromEngine | FromJob): void => port.postMessage(message);
  if (duty.kind === "job") {
    runJob(duty, prepared, (step) => say({ step })).then((result) => say({ result }));
    return;
  }
  const engine = openEngine(duty.program, duty.project, prepared);
  port.on("message", (message: ToEngine) => {
    if ("changed" in message) return engine.forget(message.changed);
    const { id, name, asked } = message;
    engine
      .answer(name, asked)
      .then((answer) => say({ id, answer }))
      .catch((error: unknown) => say({ id, refused: whyNot(error) }));
  });
}

function whyNot(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Unanswerable ? message : `程序出了意外，不是数据的错：${message}`;
}
