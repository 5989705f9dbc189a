import { printedValue } from "../model/figure.js";
import { ZERO } from "../money/money.js";
import { textOf } from "./align.js";
import { agrees, isNothing } from "./amounts.js";
import { collateLabel } from "./collate-label.js";
import { type Collation, together } from "./differences.js";
import { type CellPair, pairFigures } from "./pair-figures.js";
import { type Entry, nameOf } from "./table-form.js";
import type { EntryPair } from "./table-match.js";
import { type Amount, amountOf } from "./tokens.js";

/** What a line of a table has otherwise than the one that was expected; `unit` is what its amounts are counted in. */
export function collateEntry(pair: EntryPair, unit: string): Partial<Collation> {
  const cells = pairFigures(pair.entry, pair.found.figures);
  const misplaced = misplacedIn(cells, pair.entry, unit);
  const others = cells.filter((cell) => !misplaced.cells.includes(cell));
  return together([
    collateLabel(pair),
    misplaced,
    ...others.map((cell) => collateFigure(cell, pair.entry, unit)),
  ]);
}

export function rowName(entry: Entry): string {
  const name = nameOf(entry);
  return name === "" ? `${entry.table.number}第 ${entry.row + 1} 行` : `${entry.table.number}“${name}”一行`;
}

function collateFigure({ expected, found }: CellPair, entry: Entry, unit: string): Partial<Collation> {
  const where = rowName(entry);
  const column = expected?.leaf.name ?? found?.leaf?.name;
  const figure = expected?.cell.kind === "figure" ? expected.cell.figure : undefined;
  const place = column === undefined ? where : `${where}“${column}”栏`;
  if (!found) {
    const shown = figure && !printedValue(figure).equals(ZERO);
    const beside = undefined;
    return shown
      ? { missing: [{ what: "figure", expected: [expected?.text ?? ""], where: place, beside }] }
      : {};
  }
  const { stretch } = found;
  const seen = amountIn(textOf(stretch), unit);
  if (!seen) {
    const text = expected?.text ?? "";
    return {
      wordings: [
        { expected: text, found: textOf(stretch), stretch, where: place, context: text, kind: "digits" },
      ],
    };
  }
  if (!figure) {
    if (isNothing(seen)) return {};
    return { superfluous: [{ what: "figure", stretch, where: place, amounts: [seen], table: entry.table }] };
  }
  const reading = { figure, seen, stretch, where, column, cell: expected?.cell };
  const sameDecimals = seen.decimals === figure.decimals || seen.unit !== figure.unit;
  const writing = {
    what: "decimals" as const,
    expected: expected?.text ?? "",
    found: textOf(stretch),
    stretch,
    where: place,
  };
  return { readings: [reading], writings: agrees(reading) && !sameDecimals ? [writing] : [] };
}

/** What a cell of figures shows; a dash is nothing. */
function amountIn(text: string, unit: string): Amount | undefined {
  if (/^[-—–/]+$/u.test(text)) return { value: ZERO, unit, decimals: 0 };
  return /^-?[\d,]+(?:\.\d+)?$/u.test(text) ? amountOf(text, unit) : undefined;
}

interface MisplacedCells extends Pick<Collation, "misplaced"> {
  readonly cells: readonly CellPair[];
}

/** Figures that their own cells lack and empty ones of the same row have. */
function misplacedIn(cells: readonly CellPair[], entry: Entry, unit: string): MisplacedCells {
  const taken: CellPair[] = [];
  const misplaced = cells.flatMap((lacking) => {
    const { expected, found } = lacking;
    if (found || expected?.cell.kind !== "figure") return [];
    const other = cells.find((cell) => !taken.includes(cell) && isMisplaced(cell, expected.text, unit));
    if (!other?.found) return [];
    taken.push(lacking, other);
    const { stretch, leaf } = other.found;
    const names = { expected: expected.leaf.name, found: leaf?.name ?? "" };
    return [{ figure: expected.cell.figure, stretch, where: rowName(entry), ...names }];
  });
  return { misplaced, cells: taken };
}

function isMisplaced({ expected, found }: CellPair, text: string, unit: string): boolean {
  if (!found?.leaf || expected?.cell.kind === "figure") return false;
  const seen = amountIn(textOf(found.stretch), unit);
  return seen !== undefined && !isNothing(seen) && textOf(found.stretch) === text;
}
