import { read, utils } from "@e965/xlsx";

/** A sheet of a specimen as it is read. */
export interface Sheet {
  readonly name: string;
  /** every line of every cell that has words, without blanks at its ends */
  readonly lines: readonly string[];
  /** of a table: the cells of its head, and the words that its rows are called by */
  readonly heads: readonly string[];
  readonly labels: readonly string[];
}

type Cells = readonly (readonly (string | number | undefined)[])[];

/** The sheets of a workbook, their words as `departed` has them. */
export function sheetsOf(
  bytes: Buffer,
  departed: (text: string) => string = (text) => text,
): readonly Sheet[] {
  const { SheetNames, Sheets } = read(bytes);
  return SheetNames.map((name) => {
    const rows: Cells = utils.sheet_to_json(Sheets[name] ?? {}, { header: 1, blankrows: false });
    const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? departed(cell) : cell)));
    const lines = cells
      .flatMap((row) => row.flatMap((cell) => (typeof cell === "string" ? cell.split("\n") : [])))
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const { head, body } = tableIn(cells);
    return { name, lines, heads: wordsIn(head), labels: labelsIn(body) };
  });
}

/** The head begins below the line that says whose table it is, and ends above the first row with a code or a number in words. */
function tableIn(cells: Cells): { readonly head: Cells; readonly body: Cells } {
  const above = cells.findIndex((row) => row.some((cell) => /^编制(?:单位|部门)：$/.test(String(cell))));
  if (above < 0) return { head: [], body: [] };
  const rest = cells.slice(above + 1);
  const first = rest.findIndex(([cell]) => typeof cell === "number" || /^[一二]、/.test(cell ?? ""));
  const end = first < 0 ? rest.length : first;
  return { head: rest.slice(0, end), body: rest.slice(end) };
}

function wordsIn(cells: Cells): readonly string[] {
  return cells.flatMap((row) => row.flatMap((cell) => (typeof cell === "string" ? [cell.trim()] : [])));
}

/** What every table of the kind has: the specimen's classes and items are examples. */
function labelsIn(body: Cells): readonly string[] {
  const own = body.flatMap(([first]) => (typeof first === "string" ? [first.trim()] : []));
  const totals = wordsIn(body).filter((word) => word.endsWith("总计"));
  return [...new Set([...own, ...totals])].filter((word) => !/^…?$/.test(word));
}
