import { runFor } from "../../cli/run.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { counts, inOrder, type LeftOut, leftOutWords } from "../../diagnostic/telling.js";
import type { Shelf } from "../../files/bytes.js";
import type { Prepared, Step } from "../../work/build.js";
import type { JobResult, JobStep } from "../protocol.js";
import { faultOf } from "./view.js";

/** A command of the command line that a page asked for, and the file that was dropped for it. */
export interface JobOrder {
  readonly words: readonly string[];
  readonly given: Shelf | undefined;
  readonly project: string;
}

/** Runs a command as the command line does, and tells each step of it. */
export async function runJob(
  { words, given, project }: JobOrder,
  prepared: Prepared | undefined,
  tell: (step: JobStep) => void,
): Promise<JobResult> {
  const said: string[] = [];
  const found: Diagnostic[] = [];
  const unmade = new Set<LeftOut>();
  const listener = (more: readonly Diagnostic[], leftOut: readonly LeftOut[] = []): void => {
    found.push(...more);
    for (const each of leftOut) unmade.add(each);
  };
  const written: string[] = [];
  const screen = { write: (text: string) => said.push(text) };
  const code = await runFor(words, listener, {
    ...{ stdout: screen, stderr: screen, env: {}, project },
    ...(prepared && { prepared }),
    ...(given && { given }),
    step: telling(tell),
    wrote: (files) => written.push(...files),
  });
  return {
    ...{ code, says: said.join("").trim(), written },
    faults: found.toSorted(inOrder).map((each) => faultOf(each)),
    summary: [counts(found), leftOutWords([...unmade])].filter((each) => each !== "").join("。"),
  };
}

function telling(tell: (step: JobStep) => void): Step {
  return async (name, subject, work) => {
    tell({ name, subject, state: "begun" });
    try {
      const value = await work();
      tell({ name, subject, state: "done" });
      return value;
    } catch (error) {
      tell({ name, subject, state: "failed" });
      throw error;
    }
  };
}
