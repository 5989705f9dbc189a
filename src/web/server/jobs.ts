import type { FormName } from "../../model/form.js";
import type { DeskEvent, JobKind, JobStep, RunningJob } from "../protocol.js";
import { beginJob, type Running } from "./threads.js";

/** What a page asks for: a command, of which disclosure, and the file that was dropped for it. */
export interface JobAsked {
  readonly kind: JobKind;
  readonly unit: string;
  readonly year: string;
  /** the forms that are wanted besides the PDF */
  readonly also: readonly FormName[];
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** The commands that the desk runs, one at a time. */
export interface Jobs {
  readonly last: RunningJob | undefined;
  /** Begins one; false where another is running. */
  begin(asked: JobAsked): boolean;
  stop(): void;
  /** whether a file is one that a command has said it has written */
  hasWritten(file: string): boolean;
}

export function keepJobs(thread: URL, project: string, tell: (event: DeskEvent) => void): Jobs {
  const written = new Set<string>();
  let job: RunningJob | undefined;
  let running: Running | undefined;

  function show(changed: RunningJob): void {
    job = changed;
    tell({ kind: "job", job });
  }

  return {
    get last() {
      return job;
    },
    begin(asked) {
      if (running) return false;
      const words = wordsOf(asked);
      const { file } = asked;
      const given = file && new Map([[file.name, file.bytes]]);
      show({ id: (job?.id ?? 0) + 1, kind: asked.kind, line: lineOf(words), steps: [], result: undefined });
      running = beginJob(thread, { kind: "job", words, given, project }, (step) => {
        if (job) show({ ...job, steps: withStep(job.steps, step) });
      });
      running.done.then((result) => {
        running = undefined;
        for (const each of result.written) written.add(each);
        if (job) show({ ...job, result });
      });
      return true;
    },
    stop: () => running?.stop(),
    hasWritten: (file) => written.has(file),
  };
}

/** A step that ends takes the place of its beginning. */
function withStep(steps: readonly JobStep[], step: JobStep): readonly JobStep[] {
  return step.state === "begun" ? [...steps, step] : [...steps.slice(0, -1), step];
}

/** The words of the command line that does what is asked. */
export function wordsOf({ kind, unit, year, also, file }: JobAsked): readonly string[] {
  const choice = ["--unit", unit, "--year", year];
  const forms = also.length > 0 ? ["--also", also.join(",")] : [];
  const named = file ? [file.name] : [];
  switch (kind) {
    case "check":
      return ["check", ...choice];
    case "draft":
      return ["build-report", "--draft", ...choice, ...forms];
    case "publish":
      return ["build-report", ...choice, ...forms];
    case "new-year":
      return ["new-year", ...choice];
    case "correct":
      return ["correct", ...(file ? ["--published", file.name] : []), ...choice];
    case "audit":
      return ["audit", ...named, ...choice];
    case "verify":
      return ["verify", ...named];
  }
}

/** As it would be typed. */
function lineOf([command = "", ...words]: readonly string[]): string {
  const typed = words.map((word) => (/^[\p{L}\p{N}._,/-]+$/u.test(word) ? word : `"${word}"`));
  return ["npm run", command, "--", ...typed].join(" ");
}
