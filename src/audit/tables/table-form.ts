import { NO_CODE } from "../../model/budget.js";
import { groupedBy } from "../../model/groups.js";
import { cellText } from "../../model/printed.js";
import type { Cell, Table } from "../../model/report.js";
import { areOfOneList, holdsFigures, isCode, namingColumns } from "../../model/table-words.js";
import { headsIn, type Leaf, leavesOf } from "../../model/walk.js";
import { compact } from "../../text/fold.js";

/** A leaf column of a table with the words that tell it from the others. */
export interface FormLeaf extends Leaf {
  /** its own head, with the one above it where another column has the same */
  readonly name: string;
  /** which of the lists it is in: the rows of the lists beside each other have nothing to do with each other */
  readonly list: number;
}

/** A cell that must show something, or nothing where its kind is "empty". */
export interface ExpectedCell {
  readonly leaf: FormLeaf;
  readonly cell: Cell;
  /** as it is printed, without blanks */
  readonly text: string;
}

/** A line of one of the lists that a table consists of. */
export interface FormEntry {
  readonly table: Table;
  readonly row: number;
  /** which of the lists */
  readonly list: number;
  /** all its words, without blanks */
  readonly label: string;
  /** the column of its name */
  readonly nameColumn: number;
  readonly words: readonly ExpectedCell[];
  readonly figures: readonly ExpectedCell[];
}

/** A table as lists of entries: those of a balance stand beside each other, the others have one. */
export interface TableForm {
  readonly table: Table;
  readonly leaves: readonly FormLeaf[];
  readonly heads: readonly string[];
  /** row by row */
  readonly entries: readonly FormEntry[];
}

export function formOf(table: Table): TableForm {
  const leaves = leavesIn(table);
  const lists = [...groupedBy(leaves, ({ list }) => list)].map(([list, own]) => {
    return { list, own, nameColumn: (namingColumns(own)[0] ?? own[0]).index };
  });
  const entries = table.rows.flatMap(({ cells }, row) =>
    lists.flatMap(({ list, own, nameColumn }) => {
      const expected = own.flatMap((leaf): readonly ExpectedCell[] => {
        const cell = cells[leaf.index];
        return cell && cell.kind !== "covered" ? [{ leaf, cell, text: compact(cellText(cell)) }] : [];
      });
      if (expected.every(({ text }) => text === "")) return [];
      const words = expected.filter(({ leaf }) => !holdsFigures(leaf));
      const figures = expected.filter(({ leaf }) => holdsFigures(leaf));
      const label = words.map(({ text }) => text).join("");
      return [{ table, row, list, nameColumn, label, words, figures }];
    }),
  );
  return { table, leaves, heads: headsIn(table.columns).map(({ header }) => compact(header.text)), entries };
}

/** What a reader would call an entry: its codes, and the name that tells it from the others. */
export function nameOf({ table, row, words, nameColumn }: FormEntry): string {
  const shown = words.filter(({ text }) => text !== "");
  const isName = ({ text, leaf }: ExpectedCell): boolean =>
    text === NO_CODE || !isCode(text, leaf, table.rows[row]);
  const name = shown.find(({ leaf }) => leaf.index === nameColumn) ?? shown.find(isName);
  const end = shown.findIndex(isName);
  const codes = shown.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
  return [codes.join(""), name && isName(name) ? name.text : ""].filter((text) => text !== "").join(" ");
}

function leavesIn(table: Table): readonly FormLeaf[] {
  const leaves = leavesOf(table.columns);
  let list = 0;
  return leaves.map((leaf, index) => {
    const before = leaves[index - 1];
    if (before && !areOfOneList(before, leaf)) list++;
    return { ...leaf, name: nameOfLeaf(leaf, leaves), list };
  });
}

function nameOfLeaf({ column: { header }, path }: Leaf, all: readonly Leaf[]): string {
  const isOnly = all.filter(({ column }) => column.header.text === header.text).length === 1;
  const parent = path.at(-2);
  return isOnly || !parent ? header.text : `${parent.header.text}·${header.text}`;
}
