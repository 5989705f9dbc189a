import { availableParallelism, totalmem } from "node:os";
import { Piscina } from "piscina";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { LeftOut } from "../diagnostic/telling.js";
import type { FormName } from "../model/form.js";
import { groupedBy } from "../model/groups.js";
import type { DataFile } from "../project/data-files.js";
import { neighbours, type Resemblance } from "../project/neighbours.js";
import { sameName } from "../record/owner.js";
import { recordFiles, unitOfRecord } from "../record/read.js";
import type { Setting } from "./build.js";

export interface BatchOrder {
  readonly files: readonly DataFile[];
  readonly pack: string | undefined;
  readonly output: string;
  /** the forms that are asked for besides the PDF */
  readonly also: readonly FormName[];
  readonly strict: boolean;
  /** whether what is as it was is built again, too */
  readonly force: boolean;
  /** whether drafts are printed, of all units */
  readonly draft: boolean;
}

/** What came of one unit. */
export interface UnitOutcome {
  readonly data: DataFile;
  readonly state: "built" | "drafted" | "unchanged" | "refused" | "crashed";
  /** the PDF, relative to the project; of a unit that was refused, one that stands where its own would */
  readonly file?: string;
  /** where the PDF went that was there before, if today's program cannot make it again */
  readonly kept?: string;
  readonly pages?: number;
  /** the forms that were made with it */
  readonly forms?: readonly string[];
  readonly found: readonly Diagnostic[];
  /** what was not checked, as what goes before it was not right */
  readonly leftOut?: readonly LeftOut[];
  /** what the program said when it was at fault itself */
  readonly message?: string;
}

export interface UnitOrder extends Omit<BatchOrder, "files"> {
  readonly data: DataFile;
  /** the build records that there are of the unit, of any year */
  readonly records: readonly string[];
  readonly likeness: Resemblance;
  readonly program: string;
  readonly project: string;
}

/** What a thread takes at most with a unit of common size, in bytes; measured, with room to spare. */
const MEMORY_OF_THREAD = 320 * 1024 * 1024;

/** As many threads as there are cores, fewer where a container or a small machine has no memory for so many. */
export function threadsFor(units: number, cores: number, memory: number): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / MEMORY_OF_THREAD), units));
}

/** That of the machine, or what a container is held to; 0 says that it is held to nothing. */
function memoryThatMayBeUsed(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/**
 * Builds the disclosures of many units, as many at a time as there are cores; what is wrong with one does not stop the
 * others. `done` is told of each as it ends. The outcomes come in the order of the files.
 */
export async function buildAll(
  { files, ...order }: BatchOrder,
  { program, project }: Pick<Setting, "program" | "project">,
  done: (outcome: UnitOutcome) => void,
): Promise<readonly UnitOutcome[]> {
  // the folder is listed once for all: it holds the files of a whole city
  const records = groupedBy(recordFiles(project, order.output, {}), unitOfRecord);
  const likenessOf = neighbours(project);
  const threads = threadsFor(files.length, availableParallelism(), memoryThatMayBeUsed());
  const pool = new Piscina<UnitOrder, UnitOutcome>({
    filename: (program.thread ?? new URL("./unit-worker.js", import.meta.url)).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    // a thread that waits for its next unit by Atomics never comes to what a document leaves for later, and keeps it
    atomics: "disabled",
  });
  try {
    const outcomes = await Promise.all(
      files.map(async (data) => {
        const own = { data, records: records.get(data.unit) ?? [], likeness: likenessOf(data) };
        const task = pool.run({ ...order, ...own, program: program.folder, project });
        const outcome = await task.catch((error: unknown) => crashed(data, error));
        done(outcome);
        return outcome;
      }),
    );
    return withoutClashes(outcomes);
  } finally {
    await pool.close();
  }
}

/** What ended the thread that built a unit. */
function crashed(data: DataFile, error: unknown): UnitOutcome {
  const outOfMemory = (error as { readonly code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY";
  const message = outOfMemory ? "内存用完了，数据比这台机器放得下的大" : String(error);
  return { data, state: "crashed", found: [], message };
}

/**
 * Units of one name print to one file: whichever came last is there, and nobody can tell which. A PDF that was there
 * before, and is as it was, stays its unit's.
 */
function withoutClashes(outcomes: readonly UnitOutcome[]): readonly UnitOutcome[] {
  const byFile = groupedBy(outcomes, ({ file }) => file);
  return outcomes.map((outcome) => {
    const { file, data } = outcome;
    const others = (byFile.get(file) ?? []).filter((other) => other !== outcome);
    if (file === undefined || others.length === 0) return outcome;
    if (outcome.state === "unchanged" && others.every(({ state }) => state === "refused")) return outcome;
    const clash = sameName(
      file,
      data,
      others.map((other) => other.data.unit),
    );
    return { data, state: "refused", found: [clash] };
  });
}
