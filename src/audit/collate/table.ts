import { printedValue } from "../../model/figure.js";
import { groupedBy } from "../../model/groups.js";
import { cellValue } from "../../model/printed.js";
import type { Table } from "../../model/report.js";
import { tableName } from "../../model/table-words.js";
import { ownWords } from "../../model/walk.js";
import { outOfOrder } from "../../text/heaviest-chain.js";
import { type EntryPair, type FoundEntry, rangeOfLine, type TableMatch } from "../tables/match.js";
import { type FormEntry, nameOf } from "../tables/table-form.js";
import { alignSentences } from "../words/align.js";
import { noteUnits, plainUnit } from "../words/expected-text.js";
import { cutOut, joined, spanOf, type TextRange, textOf, whole } from "../words/placed-text.js";
import { amountOf } from "../words/tokens.js";
import { agrees } from "./amounts.js";
import { type Collation, type Missing, type Reordering, type Superfluous, together } from "./differences.js";
import { collateEntry } from "./entry.js";
import { collateHead } from "./head.js";
import { collateUnits } from "./narrative.js";

/** What a table has otherwise than was expected. */
export function collateTable(match: TableMatch): Collation {
  const { form, pairs, caption } = match;
  const { table } = form;
  const unit = unitOf(match);
  const under = `${table.number.text}“${table.title.text}”`;
  const captionUnits = ownWords(table)
    .map(({ text }) => plainUnit("caption", text, under))
    .filter(({ text }) => text !== "");
  return together([
    collateUnits(alignSentences(captionUnits, caption), captionUnits),
    { rewordings: collateHead(match) },
    ...pairs.map((pair) => collateEntry(pair, unit)),
    {
      missing: missingRows(match),
      superfluous: match.superfluous.map((found) => strangeRow(found, table, unit)),
      reorderings: reorderings(pairs, table),
    },
    collateNotes(match, under),
  ]);
}

/** Notes stand behind the last line. */
function collateNotes({ form, notes, pairs, caption }: TableMatch, under: string): Partial<Collation> {
  const units = form.table.notes.flatMap((note) => noteUnits(note, under));
  const collation = collateUnits(alignSentences(units, notes), units);
  const last = pairs.map(({ found }) => rangeOfLine(found)).sort((a, b) => spanOf(b)[0] - spanOf(a)[0])[0];
  const behind = last ?? whole(caption);
  const missing = collation.missing.map((each) => ({ ...each, beside: each.beside ?? behind }));
  return { ...collation, missing };
}

const UNIT = /单位[：:](亿元|万元|元)/u;

/** What the amounts of a table are counted in: as is said above it, unless it is plain from them that that is wrong. */
function unitOf({ form, caption, pairs }: TableMatch): string {
  const { unit: expected = "万元" } = form.table;
  const said = UNIT.exec(caption.text)?.[1] ?? expected;
  return said === expected || agreeing(pairs, said) <= agreeing(pairs, expected) ? expected : said;
}

function agreeing(pairs: readonly EntryPair[], unit: string): number {
  return pairs.flatMap((pair) => collateEntry(pair, unit).readings ?? []).filter(agrees).length;
}

/** A row without words, in which all is nothing, may as well be left out. */
function saysNothing({ label, figures }: FormEntry): boolean {
  return label === "" && figures.every(({ cell }) => cellValue(cell).isZero());
}

function missingRows({ form, missing, pairs }: TableMatch): readonly Missing[] {
  const lacking = missing.filter((entry) => !saysNothing(entry));
  return lacking.map((entry) => ({
    what: "row",
    expected: [nameOf(entry), ...entry.figures.map(({ text }) => text).filter((text) => text !== "")],
    where: tableName(form.table),
    beside: besideOf(entry, pairs),
    amounts: entry.figures.flatMap(({ cell }) => (cell.kind === "figure" ? [printedValue(cell.figure)] : [])),
  }));
}

/** The line that stands before the place of a missing one. */
function besideOf(entry: FormEntry, pairs: readonly EntryPair[]): TextRange | undefined {
  const before = pairs
    .filter((pair) => pair.entry.list === entry.list && pair.entry.row < entry.row)
    .sort((a, b) => b.entry.row - a.entry.row);
  return before[0] && rangeOfLine(before[0].found);
}

function strangeRow({ label, words, figures }: FoundEntry, table: Table, unit: string): Superfluous {
  const texts = figures.map(({ range }) => textOf(range));
  const source = joined([label, ...figures.map(({ range }) => cutOut(range))]);
  return {
    what: "row",
    range: whole(source),
    where: tableName(table),
    amounts: texts.flatMap((text) => amountOf(text, unit) ?? []),
    shown: [...words.map(({ range }) => textOf(range)), ...texts].join(" "),
  };
}

/** The lists whose lines stand in another order. */
function reorderings(pairs: readonly EntryPair[], table: Table): readonly Reordering[] {
  return [...groupedBy(pairs, ({ entry }) => entry.list).values()].flatMap((own) => {
    const found = own
      .map((pair) => ({ ...pair, range: rangeOfLine(pair.found) }))
      .sort((a, b) => spanOf(a.range)[0] - spanOf(b.range)[0]);
    const ordered = own.map(({ entry }) => entry).sort((a, b) => a.row - b.row);
    const places = outOfOrder(found.map(({ entry }) => entry.row)).flatMap((index) => found[index] ?? []);
    const [first] = places;
    if (!first) return [];
    const moved = places.map(({ entry }) => {
      const behind = ordered[ordered.indexOf(entry) - 1];
      return { name: nameOf(entry), behind: behind ? nameOf(behind) : "" };
    });
    return [{ what: "row", where: tableName(table), moved, range: first.range }];
  });
}
