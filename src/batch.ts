import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { type Diagnostic, problem } from "./diagnostic.js";
import type { DataFile } from "./read/data-files.js";

/** What is built of every unit, and how. */
export interface BatchOrder {
  readonly files: readonly DataFile[];
  readonly pack: string | undefined;
  readonly output: string;
  readonly strict: boolean;
  /** whether what is as it was is built again, too */
  readonly force: boolean;
}

/** What came of one unit. */
export interface UnitOutcome {
  readonly data: DataFile;
  readonly state: "built" | "unchanged" | "refused" | "crashed";
  /** the PDF, relative to the project */
  readonly file?: string;
  readonly pages?: number;
  readonly found: readonly Diagnostic[];
  /** what the program said when it was at fault itself */
  readonly message?: string;
}

/** What a worker is told. */
export interface UnitOrder extends Omit<BatchOrder, "files"> {
  readonly data: DataFile;
  readonly program: string;
  readonly project: string;
}

/**
 * Builds the disclosures of many units, as many at a time as there are cores; what is wrong with one does not stop the
 * others. `done` is told of each as it ends. The outcomes come in the order of the files.
 */
export async function buildAll(
  { files, ...order }: BatchOrder,
  folders: { readonly program: string; readonly project: string },
  done: (outcome: UnitOutcome) => void,
): Promise<readonly UnitOutcome[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), files.length));
  const pool = new Piscina<UnitOrder, UnitOutcome>({
    filename: new URL("./unit-worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
  });
  try {
    const outcomes = await Promise.all(
      files.map(async (data) => {
        const outcome = await pool
          .run({ ...order, ...folders, data })
          .catch((error: unknown): UnitOutcome => {
            return { data, state: "crashed", found: [], message: String(error) };
          });
        done(outcome);
        return outcome;
      }),
    );
    return outcomes.map((outcome) => withoutClash(outcome, outcomes));
  } finally {
    await pool.close();
  }
}

/** Two units of one name print to one file: whichever came last is there, and nobody can tell which. */
function withoutClash(outcome: UnitOutcome, outcomes: readonly UnitOutcome[]): UnitOutcome {
  const { file, data } = outcome;
  const others = outcomes.filter((other) => other !== outcome && file !== undefined && other.file === file);
  if (others.length === 0) return outcome;
  const names = [outcome, ...others].map((each) => each.data.unit).sort();
  const clash = problem(
    "数据/重复",
    `单位 ${names.join("、")} 的名称相同，PDF 写到了同一个文件 ${file}`,
    { file: data.file, line: 1, column: 1, length: 0, excerpt: "" },
    "怎么改：核对单位名称；确实同名的，分别用 --unit 和 --output 写到不同的文件夹",
  );
  return { data, state: "refused", found: [...outcome.found, clash] };
}
