import type { CellNode, CoveredCell, Inline, Margin, StackNode, TableNode, TextNode } from "pdfmake";
import { HIGHLIGHT, type Marked, stripes } from "./highlight.js";
import { sum } from "./lengths.js";
import { type Grid, type GridCell, heightOf, type Page, type PageItem, RULE } from "./page.js";
import type { FontRun, SetLine } from "./set-line.js";

/** Where the baseline stands in an em box of 0.88 above and 0.12 below it, as Chinese fonts are drawn. */
const BASELINE = 0.88;

/** Room that pdfmake may think a line has beyond its end, so that it never breaks one again; in pt. */
const SLACK = 40;

/** The stack that draws a page, beginning on a new one unless it is the first of its section. */
export function pageNode(page: Page, isFirst: boolean, marked: Marked): StackNode {
  const stack = page.items.flatMap((item) => itemNodes(item, marked));
  return { stack, margin: [0, page.top, 0, 0], ...(!isFirst && { pageBreak: "before" }) };
}

function itemNodes(item: PageItem, marked: Marked): StackNode["stack"] {
  return item.kind === "grid" ? [gridNode(item, marked)] : [...stripes(item, marked), lineNode(item)];
}

/** Draws a line in a box as high as its pitch; the baseline does not depend on the metrics of its fonts. */
export function lineNode(line: SetLine): TextNode {
  const { runs, size, pitch, left, below, mark, link } = line;
  const ascent = Math.max(0, ...runs.map((run) => run.face.ascent)) * size;
  const height = Math.max(0, ...runs.map((run) => run.face.height)) * size;
  const top = (pitch - size) / 2 + BASELINE * size - ascent;
  const linked = link === undefined ? undefined : longest(runs);
  return {
    text: runs.map((run) => inline(run, run === linked ? link : undefined)),
    fontSize: size,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    margin: [left, top, -SLACK, pitch - top - height + below],
    ...(mark && { id: mark.id, outline: true, outlineText: mark.title }),
    ...(mark?.parent !== undefined && { outlineParentId: mark.parent }),
  };
}

function inline({ text, face, spacing }: FontRun, link: string | undefined): Inline {
  const drawn = { text, font: face.name, characterSpacing: spacing };
  return link === undefined ? drawn : { ...drawn, linkToDestination: link };
}

/** A link costs an annotation for each run that bears it, so only one does. */
function longest(runs: readonly FontRun[]): FontRun | undefined {
  return runs.toSorted((a, b) => b.text.length - a.text.length)[0];
}

function gridNode(grid: Grid, marked: Marked): TableNode {
  const rule = () => RULE;
  const none = () => 0;
  return {
    table: {
      widths: grid.widths.map((width) => width - RULE),
      heights: grid.heights.map((height) => height - RULE),
      body: gridBody(grid, marked),
    },
    layout: {
      hLineWidth: rule,
      vLineWidth: rule,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
  };
}

function gridBody(grid: Grid, marked: Marked): (CellNode | CoveredCell)[][] {
  const body: (CellNode | CoveredCell)[][] = grid.heights.map(() => grid.widths.map(() => ({})));
  for (const cell of grid.cells) {
    const row = body[cell.row];
    if (row) row[cell.column] = cellNode(cell, grid.heights, marked);
  }
  return body;
}

/** Centres the lines by an exact margin: pdfmake's own vertical alignment is wrong in cells that span rows. */
function cellNode(cell: GridCell, heights: readonly number[], marked: Marked): CellNode {
  const height = sum(heights.slice(cell.row, cell.row + cell.rows)) - RULE;
  const margin: Margin = [0, (height - heightOf(cell.lines)) / 2, 0, 0];
  return {
    stack: cell.lines.map(lineNode),
    margin,
    rowSpan: cell.rows,
    colSpan: cell.columns,
    ...(marked.has(cell.of) && { fillColor: HIGHLIGHT }),
  };
}
