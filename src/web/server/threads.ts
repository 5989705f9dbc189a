import { Worker } from "node:worker_threads";
import type { FileChanges } from "../../project/watch.js";
import type { Duty, FromEngine, FromJob, ToEngine } from "../engine/thread.js";
import type { AnswerOf, AskedOf, CallName, JobResult, JobStep, Refused } from "../protocol.js";

/** The engine in its thread. One that has ended is begun anew with the next question. */
export interface Resident {
  ask<Name extends CallName>(name: Name, asked: AskedOf<Name>): Promise<AnswerOf<Name> | Refused>;
  /** That files have changed. */
  changed(changes: FileChanges): void;
  end(): Promise<void>;
}

const ENDED: Refused = { refused: "程序里读数据的部分意外停了，已经重新开始：再试一次" };

/** Begins the engine in a thread of its own, so that no question keeps the page waiting for another. */
export function beginEngine(thread: URL, duty: Duty): Resident {
  const waiting = new Map<number, (answer: unknown) => void>();
  let worker: Worker | undefined;
  let last = 0;
  let isOver = false;

  function running(): Worker | undefined {
    if (worker || isOver) return worker;
    const begun = new Worker(thread, { workerData: duty });
    begun.on("message", (message: FromEngine) => {
      const { id } = message;
      waiting.get(id)?.("answer" in message ? message.answer : { refused: message.refused });
      waiting.delete(id);
    });
    // an error ends the thread; who asked is told below
    begun.on("error", () => {});
    begun.once("exit", () => {
      if (worker === begun) worker = undefined;
      for (const answer of waiting.values()) answer(ENDED);
      waiting.clear();
    });
    worker = begun;
    return begun;
  }

  const say = (message: ToEngine): void => running()?.postMessage(message);
  running();
  return {
    ask: (name, asked) =>
      new Promise((resolve) => {
        if (isOver) return resolve(ENDED);
        last += 1;
        waiting.set(last, resolve as (answer: unknown) => void);
        say({ id: last, name, asked });
      }),
    changed: (changes) => say({ changed: changes }),
    end: async () => {
      isOver = true;
      await worker?.terminate();
    },
  };
}

/** A command that runs in a thread of its own. */
export interface Running {
  readonly done: Promise<JobResult>;
  /** Ends it where it is: files are written whole or not at all. */
  stop(): void;
}

const STOPPED: JobResult = {
  code: undefined,
  says: "停下了；原来的文件没有动",
  faults: [],
  summary: "",
  written: [],
};
const CRASHED = 2;

export function beginJob(thread: URL, duty: Duty, tell: (step: JobStep) => void): Running {
  const worker = new Worker(thread, { workerData: duty });
  const done = new Promise<JobResult>((resolve) => {
    worker.on("message", (message: FromJob) => {
      if ("step" in message) return tell(message.step);
      resolve(message.result);
      void worker.terminate();
    });
    worker.once("error", (error) => {
      const says = `程序出了意外，不是数据的错：${error.message}`;
      resolve({ ...STOPPED, code: CRASHED, says });
    });
    worker.once("exit", () => resolve(STOPPED));
  });
  return { done, stop: () => void worker.terminate() };
}
