import type { Stretch } from "../../model/report.js";
import { HIGHLIGHT, type Marked, stripes } from "../layout/highlight.js";
import { sum } from "../layout/lengths.js";
import { type Grid, type GridCell, heightOf, type Page, type PageItem, RULE } from "../layout/page.js";
import { placesOfRuns, type SetLine } from "../layout/set-line.js";
import { overlap } from "../layout/source-text.js";
import { rulesOf } from "../tables/table-rules.js";
import type { Anchor, Span, Structure } from "../tags/structure.js";
import type {
  BlankCell,
  CellNode,
  DrawingNode,
  Inline,
  Margin,
  StackNode,
  TableNode,
  TextNode,
} from "./pdfmake-layout.js";

/** Where the baseline stands in an em box of 0.88 above and 0.12 below it, as Chinese fonts are drawn. */
const BASELINE = 0.88;

/** Room that pdfmake may think a line has beyond its end, so that it never breaks one again; in pt. */
const SLACK = 40;

/** What is drawn, and how it differs from the publication. */
export interface Drawn {
  readonly structure: Structure;
  readonly marked: Marked;
}

/** The stack that draws a page, beginning on a new one unless it is the first of its section. */
export function pageNode(page: Page, isFirst: boolean, drawn: Drawn): StackNode {
  const stack = page.items.flatMap((item) => itemNodes(item, drawn));
  return { stack, margin: [0, page.top, 0, 0], ...(!isFirst && { pageBreak: "before" }) };
}

function itemNodes(item: PageItem, { structure, marked }: Drawn): StackNode["stack"] {
  if (item.kind === "grid") return [gridRules(item), gridNode(item, { structure, marked })];
  return [...stripes(item, marked), structuredLine(item, structure)];
}

function structuredLine(line: SetLine, { spans, anchors }: Structure): TextNode {
  return lineNode(line, spans.get(line) ?? [], anchors.get(line));
}

/** Draws a line in a box as high as its pitch; the baseline does not depend on the metrics of its fonts. */
export function lineNode(line: SetLine, spans: readonly Span[], anchor?: Anchor): TextNode {
  const { runs, size, pitch, left, below } = line;
  const ascent = Math.max(0, ...runs.map((run) => run.face.ascent)) * size;
  const height = Math.max(0, ...runs.map((run) => run.face.height)) * size;
  const top = (pitch - size) / 2 + BASELINE * size - ascent;
  return {
    text: inlines(line, spans, anchor),
    margin: [left, top, -SLACK, pitch - top - height + below],
  };
}

function inlines(line: SetLine, spans: readonly Span[], anchor: Anchor | undefined): Inline[] {
  return placesOfRuns(line).map(({ run, ...place }, index) => {
    const { text, face, width, spacing } = run;
    return {
      text,
      font: face.name,
      fontSize: line.size,
      characterSpacing: spacing,
      natural: face.combines(text) ? undefined : width * line.size,
      spans: within(spans, place),
      anchor: index === 0 ? anchor : undefined,
    };
  });
}

/** The spans of a line that stand on a stretch of it, counted from where it begins. */
function within(spans: readonly Span[], place: Stretch): Span[] {
  return spans.flatMap((span) => {
    const shared = overlap(span, place);
    return shared ? [{ tag: span.tag, from: shared.from - place.from, to: shared.to - place.from }] : [];
  });
}

/** To be drawn at the same place as the grid. */
function gridRules(grid: Grid): DrawingNode {
  return { canvas: rulesOf(grid), relativePosition: { x: 0, y: 0 } };
}

function gridNode(grid: Grid, drawn: Drawn): TableNode {
  const rule = () => RULE;
  const none = () => 0;
  return {
    table: {
      widths: grid.widths.map((width) => width - RULE),
      heights: grid.heights.map((height) => height - RULE),
      body: gridBody(grid, drawn),
    },
    layout: {
      defaultBorder: false,
      hLineWidth: rule,
      vLineWidth: rule,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
  };
}

function gridBody(grid: Grid, drawn: Drawn): (CellNode | BlankCell)[][] {
  const body: (CellNode | BlankCell)[][] = grid.heights.map(() => grid.widths.map(blankCell));
  for (const cell of grid.cells) {
    const row = body[cell.row];
    if (row) row[cell.column] = cellNode(cell, grid.heights, drawn);
  }
  return body;
}

function blankCell(): BlankCell {
  return { _span: true, _minWidth: 0, _maxWidth: 0 };
}

/**
 * Centres the lines by an exact margin: pdfmake's own vertical alignment is wrong in cells that span rows. Half of the
 * cells of a disclosure are empty, and pdfmake would take as long for them as for the others.
 */
function cellNode(
  cell: GridCell,
  heights: readonly number[],
  { structure, marked }: Drawn,
): CellNode | BlankCell {
  const fill = isMarked(cell, marked) ? { fillColor: HIGHLIGHT } : {};
  if (cell.lines.length === 0 && cell.rows === 1 && cell.columns === 1) return { ...blankCell(), ...fill };
  const height = sum(heights.slice(cell.row, cell.row + cell.rows)) - RULE;
  const margin: Margin = [0, (height - heightOf(cell.lines)) / 2, 0, 0];
  return {
    stack: cell.lines.map((line) => structuredLine(line, structure)),
    margin,
    rowSpan: cell.rows,
    colSpan: cell.columns,
    ...fill,
  };
}

function isMarked({ of, heads }: GridCell, marked: Marked): boolean {
  const element = of ?? heads;
  return element !== undefined && marked.has(element);
}
