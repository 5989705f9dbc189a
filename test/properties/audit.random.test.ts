import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import fc from "fast-check";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Figure } from "../../src/model/ledger.js";
import { cellText, figureText } from "../../src/model/printed.js";
import type { Block, Cell, Report, Run } from "../../src/model/report.js";
import { quantity } from "../../src/money/money.js";
import { type DataFile, dataFile } from "../../src/project/data-files.js";
import { audit } from "../../src/work/audit/audit.js";
import { auditOf, setting } from "../audit/auditing.js";
import { manuscriptOf } from "../audit/typed.js";
import { buildAnewIn, examineIn, makeProject } from "../project.js";
import { budgets } from "./budgets.js";
import { FORMS } from "./facts.js";
import { putuoBudgets } from "./putuo/facts.js";
import { PUTUO, RUNS, roundsOf, SIZES, tryInRounds } from "./rounds.js";

const project = makeProject();

/** A PDF takes seconds to be made and read again. */
const PDFS = Math.ceil(RUNS / 4);

interface RandomData {
  readonly facts: { readonly unit: { readonly code: string }; readonly year: number };
  readonly yaml: string;
}

for (const form of FORMS) tryForm(form, budgets(SIZES, form));
// its contents, tables and changes are as in no other: once at least
tryForm(PUTUO, putuoBudgets(SIZES), 1);

function tryForm(form: { readonly pack: string }, drawn: fc.Arbitrary<RandomData>, least = 0): void {
  tryInRounds(
    `${form.pack}: in the PDF of a random budget itself nothing is found`,
    fc.asyncProperty(drawn, nothingIsFound),
    Math.max(least, roundsOf(form, PDFS)),
  );

  tryInRounds(
    `${form.pack}: any change of a figure of a random budget is found, and told once`,
    fc.asyncProperty(drawn, fc.nat(), changeIsFound),
    Math.max(least, roundsOf(form)),
  );
}

async function nothingIsFound(budget: RandomData): Promise<void> {
  await withData(budget, async (data) => {
    const { file } = await buildAnewIn(project, { data, output: "out" });
    const { findings } = await audit({ data, file, folder: project }, setting(project));
    expect(printDiagnostics(findings)).toBe("");
    rmSync(join(project, file));
  });
}

async function changeIsFound(budget: RandomData, choice: number): Promise<void> {
  await withData(budget, async (data) => {
    const examined = await examineIn(project, { data, output: "out" });
    const whose = { ...examined, project, data: data.file };
    const figures = figuresIn(examined.report);
    const figure = figures[choice % figures.length];
    if (!figure) throw new Error("a report without figures");
    const { report, shown } = changed(examined.report, figure);
    const { findings } = auditOf(manuscriptOf(report), whose);
    expect(findings.map(({ severity }) => severity)).toEqual(["错误"]);
    expect(printDiagnostics(findings)).toContain(shown);
  });
}

async function withData({ facts, yaml }: RandomData, work: (data: DataFile) => Promise<void>): Promise<void> {
  const data = dataFile(facts.unit.code, facts.year);
  const path = join(project, data.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yaml);
  try {
    await work(data);
  } finally {
    rmSync(dirname(path), { recursive: true });
  }
}

/** A cell or a run of text with a figure of money in it. */
type Shows = (Cell | Run) & { readonly figure: Figure };

function figuresIn({ parts }: Report): readonly Shows[] {
  const blocks = parts.flatMap((part) => part.blocks);
  return blocks.flatMap((block) => thingsIn(block).filter(showsMoney));
}

function thingsIn(block: Block): readonly (Cell | Run)[] {
  if (block.kind === "paragraph") return block.runs;
  return block.kind === "table" ? block.rows.flatMap((row) => row.cells) : [];
}

function showsMoney(thing: Cell | Run): thing is Shows {
  return thing.kind === "figure" && /元$/u.test(thing.figure.unit) && thing.figure.decimals > 0;
}

/** The report with one figure larger, and how that is shown. */
function changed(report: Report, thing: Shows): { readonly report: Report; readonly shown: string } {
  const figure = { ...thing.figure, amount: thing.figure.amount.plus(quantity("11.11")) };
  const other = { ...thing, figure };
  const replaced = <T extends Cell | Run>(each: T): T => (each === thing ? (other as T) : each);
  const inBlock = (block: Block): Block => {
    if (block.kind === "paragraph") return { ...block, runs: block.runs.map(replaced) };
    if (block.kind !== "table") return block;
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(replaced) })) };
  };
  const parts = report.parts.map((part) => ({ ...part, blocks: part.blocks.map(inBlock) }));
  return { report: { ...report, parts }, shown: "rows" in other ? cellText(other) : figureText(figure) };
}
