import type { Budget } from "../../model/budget.js";
import type { Manuscript } from "../../model/manuscript.js";
import type { Report, Sum, Table } from "../../model/report.js";
import { tableCaption } from "../../model/table-words.js";
import { cellWords, tablesOf } from "../../model/walk.js";
import { likeness } from "../../text/dice.js";
import { compact } from "../../text/fold.js";
import { ALIKE, SHARE } from "../../text/thresholds.js";
import type { Script } from "../faults/fault.js";
import { type Cut, cut } from "../layout/cut.js";
import { narrativePassages, tablePassages } from "../passages.js";
import { matchGrids } from "../tables/grid-rows.js";
import type { TableMatch } from "../tables/match.js";
import { type FormEntry, formOf } from "../tables/table-form.js";
import { matchText } from "../tables/text-rows.js";
import { alignSentences } from "../words/align.js";
import { type ExpectedText, expectedTexts } from "../words/expected-text.js";
import { joined, placedTexts, type ScriptText } from "../words/placed-text.js";
import { type Collation, together } from "./differences.js";
import { collateUnits } from "./narrative.js";
import { collateTable } from "./table.js";

/** How much was held against the report. */
export interface Counts {
  /** none where a text is not cut into pages */
  readonly pages: number;
  readonly sentences: number;
  readonly cells: number;
}

/** A document held against the report that the data make. */
export interface Collated extends Pick<Cut, "wrongEntries" | "pageJumps"> {
  readonly collation: Collation;
  readonly script: Script;
  /** the sources in which a line end within a number is a fault of the page */
  readonly pageTexts: readonly ScriptText[];
  /** the tables' totals, as the report has them */
  readonly sums: readonly Sum[];
  /** tables whose words could not be put into rows */
  readonly jumbled: readonly Table[];
  /** words that come from the data and code lists */
  readonly facts: ReadonlySet<string>;
  readonly counts: Counts;
  /** how much there would be to hold against it */
  readonly expected: Omit<Counts, "pages">;
}

export function collate(manuscript: Manuscript, report: Report, budget: Budget): Collated {
  const pieces = cut(manuscript, report);
  const tables = tablesOf(report);
  const source = joined(placedTexts(pieces.narrative));
  const units = presentUnits(expectedTexts(report), source);
  const alignment = alignSentences(units, source);
  const matches = [...pieces.tables].map(
    ([table, own]) => matchGrids(formOf(table), own) ?? matchText(formOf(table), own),
  );
  const jumbled = jumbledAmong(matches);
  const readable = matches.filter((match) => !jumbled.includes(match));
  const absent = tables.filter((table) => !pieces.tables.has(table));
  return {
    collation: together([
      collateUnits(alignment, units),
      ...readable.map(collateTable),
      { missing: absent.map(missingTable) },
    ]),
    script: { narrative: narrativePassages(source), tables: readable.flatMap(tablePassages) },
    pageTexts: [source, ...readable.filter(({ ruled }) => ruled).flatMap(cellTexts)],
    sums: readable.flatMap(({ form, superfluous }) =>
      superfluous.length > 0 ? [] : (form.table.sums ?? []),
    ),
    wrongEntries: pieces.wrongEntries,
    pageJumps: pieces.pageJumps,
    jumbled: jumbled.map(({ form }) => form.table),
    facts: factsOf(tables, budget),
    counts: {
      pages: manuscript.pages.filter(({ number, unread }) => number !== undefined && !unread).length,
      sentences: units.length - alignment.missing.length,
      cells: cellsOf(readable.flatMap(({ pairs }) => pairs.map(({ entry }) => entry))),
    },
    expected: {
      sentences: units.length,
      cells: cellsOf(tables.flatMap((table) => formOf(table).entries)),
    },
  };
}

function cellsOf(entries: readonly FormEntry[]): number {
  return filled(entries.flatMap(({ words, figures }) => [...words, ...figures]));
}

function filled(cells: readonly { readonly text: string }[]): number {
  return cells.filter(({ text }) => text !== "").length;
}

/** A document without title page and contents is a document all the same. */
function presentUnits(units: readonly ExpectedText[], source: ScriptText): readonly ExpectedText[] {
  const covers = units.filter(({ kind }) => kind === "cover");
  const hasCover = covers.some(({ text }) => source.text.startsWith(text));
  const hasContents = (text: string): boolean => source.lines.some((line) => compact(line.text) === text);
  return units.filter(({ kind, text }) =>
    kind === "cover" ? hasCover : kind !== "contents" || hasContents(text),
  );
}

/** Of a short table so many lines may be strange. */
const FEW = 2;

/** Where several tables are jumbled, the others of the text only seem not to be. */
const SEVERAL = 3;

function jumbledAmong(matches: readonly TableMatch[]): readonly TableMatch[] {
  const jumbled = matches.filter(isJumbled);
  return jumbled.length < SEVERAL ? jumbled : matches.filter(({ ruled }) => !ruled);
}

/** A text that was taken from a PDF may have lost which words of a table belong together. */
function isJumbled({ ruled, pairs, missing, form, superfluous }: TableMatch): boolean {
  if (ruled) return false;
  const strange = pairs.filter(({ entry, found }) => {
    const figures = filled(entry.figures);
    const isUneven = figures > 0 && found.figures.length !== figures;
    return isUneven || likeness(entry.label, found.label.text) < ALIKE.edited;
  });
  const count = strange.length + superfluous.length + missing.length;
  return count > Math.max(FEW, form.entries.length * SHARE.strangeRows);
}

function missingTable(table: Table): Collation["missing"][number] {
  const expected = [tableCaption(table)];
  return { what: "table", expected, where: "附表", beside: undefined };
}

function cellTexts({ pairs, superfluous }: TableMatch): readonly ScriptText[] {
  const found = [...pairs.map((pair) => pair.found), ...superfluous];
  return found.flatMap(({ words, figures }) => [...words, ...figures].map(({ range }) => range.source));
}

function factsOf(tables: readonly Table[], { unit, transfers }: Budget): ReadonlySet<string> {
  const names = [
    ...tables.flatMap(cellWords).map(({ text }) => text),
    ...[...unit.offices, ...unit.subordinates, ...transfers.map(({ name }) => name)].map(({ text }) => text),
  ];
  return new Set(names.map(compact));
}
