import type { Code } from "../../src/diagnostic.js";
import type { Budget } from "../../src/model/budget.js";
import type { Block, Run } from "../../src/model/report.js";
import { standsFor } from "../../src/model/wording.js";
import { proofread } from "../../src/proofread/proofread.js";
import { makeProject } from "../project.js";
import { column, paragraph, part, row, table } from "../render/sample.js";
import { copyOf } from "./reading.js";

const sample = copyOf(makeProject());

/** What is found in a paragraph that stands alone; `{1.00万元}` is a figure. */
export function codesIn(words: string, budget: Partial<Budget> = {}): readonly Code[] {
  return codesOf([{ ...paragraph(words), runs: paragraph(words).runs.map(computed) }], budget);
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
  const written = (text: string) => standsFor(text, () => sample.budget.unitsPlace);
  const changes = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === "string" ? written(value) : value.map(written),
  ]);
  return { unit: { ...sample.budget.unit, ...Object.fromEntries(changes) } };
}
