import type { Budget } from "../../model/budget.js";
import type { Manuscript } from "../../model/manuscript.js";
import type { Report, Sum, Table } from "../../model/report.js";
import { cellWords, tablesOf } from "../../model/walk.js";
import { likeness } from "../../text/bigrams.js";
import { compact } from "../../text/fold.js";
import type { Script } from "../faults/fault.js";
import type { WrongEntry } from "../layout/contents-pages.js";
import { cut } from "../layout/cut.js";
import type { PageJump } from "../layout/page-order.js";
import { narrativePassages, tablePassages } from "../passages.js";
import { type Entry, formOf } from "../tables/form.js";
import { matchGrids } from "../tables/grid-rows.js";
import type { TableMatch } from "../tables/match.js";
import { matchText } from "../tables/text-rows.js";
import { align } from "../words/align.js";
import { joined, type Strip, stripsOf } from "../words/strip.js";
import { type Unit, unitsOf } from "../words/units.js";
import { type Collation, together } from "./differences.js";
import { collateUnits } from "./sentences.js";
import { collateTable } from "./table.js";

/** How much was held against the report. */
export interface Counts {
  /** none where a text is not cut into pages */
  readonly pages: number;
  readonly sentences: number;
  readonly cells: number;
}

/** A document held against the report that the data make. */
export interface Held {
  readonly collation: Collation;
  readonly script: Script;
  /** the strips in which a line end within a number is a fault of the page */
  readonly pageStrips: readonly Strip[];
  /** the tables' totals, as the report has them */
  readonly sums: readonly Sum[];
  /** entries of the table of contents that lead elsewhere */
  readonly wrongEntries: readonly WrongEntry[];
  /** pages that are out of order */
  readonly pageJumps: readonly PageJump[];
  /** tables whose words could not be put into rows */
  readonly jumbled: readonly Table[];
  /** words that come from the data and code lists */
  readonly facts: ReadonlySet<string>;
  readonly counts: Counts;
  /** how much there would be to hold against it */
  readonly expected: Omit<Counts, "pages">;
}

/** How much of the report a document could have. */
function expectedIn(units: readonly Unit[], tables: readonly Table[]): Held["expected"] {
  const entries = tables.flatMap((table) => formOf(table).entries);
  return { sentences: units.length, cells: entries.reduce((sum, entry) => sum + filledIn(entry), 0) };
}

function filledIn({ words, figures }: Entry): number {
  return filled(words) + filled(figures);
}

export function collate(manuscript: Manuscript, report: Report, budget: Budget): Held {
  const pieces = cut(manuscript, report);
  const tables = tablesOf(report);
  const strip = joined(stripsOf(pieces.narrative));
  const units = presentUnits(unitsOf(report), strip);
  const alignment = align(units, strip);
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
      { missing: absent.map((table) => missingTable(table)) },
    ]),
    script: { narrative: narrativePassages(strip), tables: readable.flatMap(tablePassages) },
    pageStrips: [strip, ...readable.filter(({ ruled }) => ruled).flatMap(cellStrips)],
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
      cells: readable.flatMap(({ pairs }) => pairs).reduce((sum, { entry }) => sum + filledIn(entry), 0),
    },
    expected: expectedIn(units, tables),
  };
}

function filled(cells: readonly { readonly text: string }[]): number {
  return cells.filter(({ text }) => text !== "").length;
}

/** A document without title page and contents is a document all the same. */
function presentUnits(units: ReturnType<typeof unitsOf>, strip: Strip): ReturnType<typeof unitsOf> {
  const covers = units.filter(({ kind }) => kind === "cover");
  const hasCover = covers.some(({ text }) => strip.text.startsWith(text));
  const hasContents = (text: string): boolean => strip.lines.some((line) => compact(line.text) === text);
  return units.filter(({ kind, text }) =>
    kind === "cover" ? hasCover : kind !== "contents" || hasContents(text),
  );
}

/** A line whose label is less alike is put together of others. */
const LEAST_ALIKE = 0.6;
/** More lines than this, in parts of all, cannot have been edited by hand. */
const MOST_STRANGE = 0.15;
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
    return isUneven || likeness(entry.label, found.label.text) < LEAST_ALIKE;
  });
  const count = strange.length + superfluous.length + missing.length;
  return count > Math.max(FEW, form.entries.length * MOST_STRANGE);
}

function missingTable(table: Table): Collation["missing"][number] {
  return {
    what: "table",
    expected: [`${table.number.text} ${table.title.text}`],
    where: "附表",
    beside: undefined,
  };
}

function cellStrips({ pairs, superfluous }: TableMatch): readonly Strip[] {
  const found = [...pairs.map((pair) => pair.found), ...superfluous];
  return found.flatMap(({ words, figures }) => [...words, ...figures].map(({ stretch }) => stretch.strip));
}

function factsOf(tables: readonly Table[], { unit, transfers }: Budget): ReadonlySet<string> {
  const names = [
    ...tables.flatMap(cellWords).map(({ text }) => text),
    ...[...unit.offices, ...unit.subordinates, ...transfers.map(({ name }) => name)].map(({ text }) => text),
  ];
  return new Set(names.map(compact));
}
