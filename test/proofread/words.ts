import type { Code } from "../../src/diagnostic/diagnostic-codes.js";
import type { Budget } from "../../src/model/budget.js";
import type { Block, Run } from "../../src/model/report.js";
import type { Written } from "../../src/model/source.js";
import { proofread } from "../../src/proofread/proofread.js";
import { makeProject } from "../project.js";
import { column, paragraph, part, row, table } from "../render/sample.js";
import { copyOf } from "./reading.js";

const sample = copyOf(makeProject());

/** What is found in a paragraph that stands alone; `{1.00万元}` is a figure, and the duties are the unit's. */
export function codesIn(words: string, budget: Partial<Budget> = {}): readonly Code[] {
  const duties = budget.unit?.duties ?? [];
  const runs = paragraph(words).runs.map((run) => computed(withOrigins(run, duties)));
  return codesOf([{ ...paragraph(words), runs }], budget);
}

function withOrigins(run: Run, duties: readonly Written[]): Run {
  if (run.kind !== "text") return run;
  const origins = duties.flatMap((written) => {
    const [from, length] = [run.text.indexOf(written.text), written.text.length];
    return from === -1 ? [] : [{ from, to: from + length, written, start: 0, end: length }];
  });
  return { ...run, origins };
}

/** No measure by its name, and a difference behind 增加 and 减少. */
function computed(run: Run): Run {
  if (run.kind === "text") return run;
  return { ...run, figure: { ...run.figure, measure: "某项的增减", derived: true } };
}

/** What is found in a cell that stands alone, in a table with a figure. */
export function codesInCell(words: string, budget: Partial<Budget> = {}): readonly Code[] {
  return codesOf([table("收入", [column("项目"), column("金额")], [row(words, "1.00")])], budget);
}

/** What is found in a document of these blocks about the sample's unit. */
export function codesOf(blocks: readonly Block[], budget: Partial<Budget> = {}): readonly Code[] {
  // these blocks have no part that would explain its terms
  const pack = { ...sample.pack, technicalTerms: [] };
  const copy = { ...sample, pack, report: { ...sample.report, parts: [part(...blocks)] } };
  return proofread({ ...copy, budget: { ...sample.budget, ...budget } }).map((each) => each.code);
}

/** The sample's unit with other words: its name, its duties, or those of its offices and of the units below it. */
export function unit(words: Readonly<Record<string, string | readonly string[]>>): Partial<Budget> {
  const place = sample.budget.unitsPlace;
  const written = (text: string): Written => ({
    text,
    at: (offset, length) => ({ ...place, column: place.column + offset, length }),
  });
  const changes = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === "string" ? written(value) : value.map(written),
  ]);
  return { unit: { ...sample.budget.unit, ...Object.fromEntries(changes) } };
}
