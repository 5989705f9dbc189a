import { type Diagnostic, warning } from "../../diagnostic/diagnostic.js";
import { amountText } from "../../import/detail/detail-facts.js";
import { asTold } from "../../import/detail/list-sums.js";
import { contradicted, contradictionsIn } from "../../import/printed/equations.js";
import { knownTables } from "../../import/printed/known-tables.js";
import { lastYearFacts } from "../../import/printed/past-facts.js";
import { printedCells, readTables } from "../../import/printed/read-tables.js";
import type { DocumentFacts, Unread } from "../../import/printed/reading.js";
import type { SolvedLine } from "../../import/solve/solved-lines.js";
import { solvedFacts } from "../../import/solved-facts.js";
import { correspondingCode, type UnitKind } from "../../model/budget.js";
import type { Recovered, RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";
import type { Plain } from "../../model/source.js";

/** What printed tables make of the data, and what there is to be told of it. */
export interface PrintedImport {
  readonly given: { readonly [key: string]: Plain };
  /** in the officer's words, what was taken */
  readonly says: readonly string[];
  readonly questions: readonly string[];
  /** how many printed amounts there are, and how many print again as they are given */
  readonly cells: { readonly again: number; readonly given: number };
  readonly warnings: readonly Diagnostic[];
}

export const NOTHING_PRINTED: PrintedImport = {
  given: {},
  says: [],
  questions: [],
  cells: { again: 0, given: 0 },
  warnings: [],
};

/** What the tables of the format are called, in a document of the year. */
export function printedTitles(facts: DocumentFacts): readonly string[] {
  return knownTables(facts).map(({ title }) => title);
}

/** A document that was published the year before: last year's figures, as it prints them. */
export function lastYearPrinted(
  documents: readonly Recovered[],
  facts: DocumentFacts,
  kind: UnitKind | undefined,
): PrintedImport {
  if (documents.length === 0) return NOTHING_PRINTED;
  const read = readTables(tablesOf(documents), facts);
  const unit = { ...(kind !== undefined && { kind }) };
  const found = lastYearFacts(read, paragraphsOf(documents), facts.pack, unit);
  const figures = found.facts.map(({ measure, amount }) => [measure.name, amountText(amount)]);
  return {
    ...NOTHING_PRINTED,
    given: figures.length > 0 ? { 上年: Object.fromEntries(figures) as Plain } : {},
    says: figures.length > 0 ? [`上年公开的数 ${figures.length} 个，照印出来的取（“上年”）`] : [],
    questions: found.doubtful.map(({ says }) => `上年的${says}，哪一个对？`),
    warnings: unreadNotes(read.unread),
  };
}

/** Tables that are printed for this year: a ledger that prints them again, each line as sure as it is. */
export async function solvedPrinted(
  tables: readonly RecoveredTable[],
  facts: DocumentFacts,
  unit: { readonly code: string; readonly kind: UnitKind | undefined },
): Promise<PrintedImport> {
  const read = readTables(tables, facts);
  const cells = printedCells(read);
  if (cells.length === 0) return NOTHING_PRINTED;
  const { kind } = unit;
  if (kind === undefined) return { ...NOTHING_PRINTED, questions: [KIND_UNKNOWN] };
  const contradictions = contradictionsIn(read.tables, { kind });
  const { solvePrinted } = await import("../../import/solve/solve.js");
  const solution = await solvePrinted(
    cells,
    { unit: { code: unit.code, kind }, projects: read.projects, codes: facts.codes },
    contradicted(contradictions),
  );
  const governmentOf = (code: string): string | undefined => correspondingCode(facts.codes, code, kind)?.code;
  return {
    given: solvedFacts(solution.lines, read, governmentOf),
    says: [sureWords(solution.lines)],
    questions: solution.questions.map(({ says, amount }) => `${says}（共 ${asTold(amount)} 元）`),
    cells: { again: solution.cells.length - solution.missed.length, given: cells.length },
    warnings: [
      ...contradictions.flatMap(({ says, follows }) =>
        follows
          ? []
          : [
              warning(
                "导入/合计",
                says,
                undefined,
                "说明：不知道哪一个对，这一块没有推",
                "怎么改：照批复核对，写到数据里",
              ),
            ],
      ),
      ...unreadNotes(read.unread),
    ],
  };
}

const KIND_UNKNOWN =
  "单位的性质是行政单位、参公事业单位还是事业单位？不知道它，附表推不成明细：先用 npm run new-unit 新建数据，再导入";

/** Printed tables do not cross their classifications: what is solved is told apart from what is known. */
function sureWords(lines: readonly SolvedLine[]): string {
  const count = (sureness: SolvedLine["sureness"]): number =>
    lines.filter((line) => line.sureness === sureness).length;
  return `附表推出 ${lines.length} 行：定 ${count("定")} 行，按对应 ${count("按对应")} 行（要核对），多解 ${count("多解")} 行（写成“待定”，要您定）`;
}

const MOST_TOLD = 20;

function unreadNotes(unread: readonly Unread[]): readonly Diagnostic[] {
  return unread
    .slice(0, MOST_TOLD)
    .map(({ says, where }) =>
      warning(
        "导入/没有取",
        `${where} ${says}`,
        undefined,
        "怎么改：要写的，照批复写到数据里；数据里不要的，不必改",
      ),
    );
}

function tablesOf(documents: readonly Recovered[]): readonly RecoveredTable[] {
  return documents.flatMap(({ tables }) => tables);
}

function paragraphsOf(documents: readonly Recovered[]): readonly RecoveredParagraph[] {
  return documents.flatMap(({ paragraphs }) => paragraphs);
}
