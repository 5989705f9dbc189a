import type { Figure } from "../../model/ledger.js";
import type { Block, Cell, ChartPoint, Heading, Report, RowCodes, Run, Table } from "../../model/report.js";
import { rowWords, tableName } from "../../model/table-words.js";
import { blocksOf, headsOver, leavesOf, openBehind } from "../../model/walk.js";

export interface PrintedFigure {
  readonly figure: Figure;
  /** what of the report prints it */
  readonly of: FigureInText | Cell;
  /** what it is: in the text the name of its measure, in a table the words by which it is found there */
  readonly measure: string;
  readonly place: "说明" | "附表";
  /** of the table, if it has one; empty in the text */
  readonly tableNumber: string;
  /** the title of the table, or the headings above the text */
  readonly title: string;
  /** the row of the table, or the paragraph below its heading, from 1 */
  readonly row: number;
  /** the words at the left of the figure; none in the text */
  readonly rowWords: string;
  /** the heads above it from the top down; none in the text */
  readonly column: string;
  readonly codes: RowCodes;
}

/** What prints a figure outside of tables. */
type FigureInText = Extract<Run, { readonly kind: "figure" }> | ChartPoint;

/** Between words that stand in several cells. */
const BETWEEN = "/";

/** Every figure that a report prints, in the order in which it is read. */
export function printedFigures(report: Report): readonly PrintedFigure[] {
  let open: readonly Heading[] = [];
  let paragraph = 0;
  return blocksOf(report).flatMap((block) => {
    if (block.kind === "heading") {
      open = openBehind(open, block);
      paragraph = 0;
    }
    if (block.kind === "paragraph") paragraph++;
    if (block.kind === "table") return figuresInTable(block);
    return figuresInText(block, open.map(headingText).join(BETWEEN), paragraph);
  });
}

/** Of a paragraph, and of a chart behind one. */
function figuresInText(block: Block, title: string, row: number): readonly PrintedFigure[] {
  const where = { place: "说明", tableNumber: "", title, row, rowWords: "", column: "", codes: {} } as const;
  return figuresOf(block).map((of) => ({ figure: of.figure, of, measure: of.figure.measure, ...where }));
}

function figuresOf(block: Block): readonly FigureInText[] {
  if (block.kind === "chart") return block.points;
  if (block.kind !== "paragraph") return [];
  return block.runs.filter((run) => run.kind === "figure");
}

function figuresInTable(table: Table): readonly PrintedFigure[] {
  const leaves = leavesOf(table.columns);
  return table.rows.flatMap((row, index) =>
    leaves.flatMap((leaf): PrintedFigure[] => {
      const cell = row.cells[leaf.index];
      if (cell?.kind !== "figure") return [];
      const words = rowWords(row, leaf, leaves).join(BETWEEN);
      const head = headsOver(leaf).join(BETWEEN);
      return [
        {
          figure: cell.figure,
          of: cell,
          measure: [tableName(table), words, head].filter((each) => each !== "").join(" "),
          place: "附表",
          tableNumber: table.number.text,
          title: table.title.text,
          row: index + 1,
          rowWords: words,
          column: head,
          codes: row.codes ?? {},
        },
      ];
    }),
  );
}

function headingText({ lines }: Heading): string {
  return lines.map(({ text }) => text).join(" ");
}
