import { cellText } from "../../model/printed.js";
import type { Cell, Column, Row, Table } from "../../model/report.js";
import { namingColumns, rowWords } from "../../model/table-words.js";
import { columnsOf, headsOver, type Leaf, leavesOf } from "../../model/walk.js";
import { cellLook } from "../tables/cell-look.js";
import { layHead } from "../tables/table-head.js";
import { headersIn } from "../tags/table-headers.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { data, highlighted, ownLines, type PageWriting, paragraph } from "./text.js";

/** A table that scrolls in itself, under its caption and above its notes. */
export function table(block: Table, page: PageWriting): Markup {
  const id = page.anchors.ids.get(block) ?? "";
  const writing = { ...page, table: block, id, ...ofColumns(block), headIds: headIds(block, id) };
  const grid = element("table", {}, caption(block, `${id}-caption`, page), head(writing), body(writing));
  const scroll = { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": `${id}-caption` };
  const notes = block.notes.map((note) => paragraph(note, page));
  return element(
    "div",
    { id, class: "table" },
    element("div", scroll, grid),
    ...(notes.length > 0 ? [element("div", { class: "notes" }, ...notes)] : []),
  );
}

interface Writing extends PageWriting {
  readonly table: Table;
  readonly id: string;
  readonly leaves: readonly Leaf[];
  /** stays in sight while the others scroll */
  readonly staying: Leaf | undefined;
  readonly headIds: ReadonlyMap<Cell | Column, string>;
}

function ofColumns({ columns }: Table): Pick<Writing, "leaves" | "staying"> {
  const leaves = leavesOf(columns);
  const [staying] = namingColumns(leaves.filter(({ column }) => column.side === 0));
  return { leaves, staying: leaves.length > 2 ? staying : undefined };
}

/** Names for the heads that cells say they are under, and for no others. */
function headIds(block: Table, id: string): Writing["headIds"] {
  const headers = headersIn(block);
  const ids = new Map<Cell | Column, string>();
  for (const row of block.rows.keys())
    for (const leaf of leavesOf(block.columns))
      for (const each of headers.of(row, leaf) ?? [])
        if (!ids.has(each)) ids.set(each, `${id}-${ids.size + 1}`);
  return ids;
}

function caption(block: Table, id: string, page: PageWriting): Markup {
  const [number, title, left, right] = ownLines(
    block,
    [block.number, block.title, block.left, block.right],
    page,
  );
  const above: MarkupContent[] = [
    ...(block.number.text === "" ? [] : [element("span", { class: "number" }, number)]),
    element("strong", {}, title),
    ...(block.left.text + block.right.text === ""
      ? []
      : [element("span", { class: "beside" }, element("span", {}, left), element("span", {}, right))]),
  ];
  return element("caption", { id }, element("div", {}, ...above));
}

/** Forms have no heads. */
function head({ table: { columns }, staying, headIds, marked }: Writing): Markup | undefined {
  const grid = layHead(columns);
  if (grid.rows === 0) return undefined;
  const cells = grid.cells.toSorted((a, b) => a.column - b.column);
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    element(
      "tr",
      {},
      ...cells
        .filter((cell) => cell.row === row)
        .map(({ of, text, rows: height, columns: width }) =>
          element(
            "th",
            {
              id: headIds.get(of),
              scope: of.children ? "colgroup" : "col",
              rowspan: height > 1 ? height : undefined,
              colspan: width > 1 ? width : undefined,
              class: of === staying?.column ? "stay" : holdsWords(of) ? "words" : undefined,
            },
            highlighted(text, marked.get(of)),
          ),
        ),
    ),
  );
  return element("thead", {}, ...rows);
}

/** Whether what stands in a column may break, so that it has to have room. */
function holdsWords(column: Column): boolean {
  return !column.children && ["label", "name", "indicator"].includes(column.shows.kind);
}

function body(writing: Writing): Markup {
  const headers = headersIn(writing.table);
  const rows = writing.table.rows.map((row, index) => {
    const cells = writing.leaves.flatMap((leaf) => {
      const cell = row.cells[leaf.index];
      if (!cell || cell.kind === "covered") return [];
      const isHead = headers.isHead(index, leaf);
      const attributes = {
        id: writing.headIds.get(cell) ?? writing.anchors.ids.get(cell),
        headers: idsOf(headers.of(index, leaf), writing),
        scope: isHead ? "row" : undefined,
        rowspan: cell.rows > 1 ? cell.rows : undefined,
        colspan: columnsOf(cell) > 1 ? columnsOf(cell) : undefined,
        class: classOf(cell, row, leaf, writing),
      };
      return [element(isHead ? "th" : "td", attributes, cellContent(cell, row, leaf, writing))];
    });
    return element("tr", { class: roleOf(row) }, ...cells);
  });
  return element("tbody", {}, ...rows);
}

function idsOf(heads: readonly (Cell | Column)[] | undefined, { headIds }: Writing): string | undefined {
  return heads?.map((each) => headIds.get(each)).join(" ");
}

function roleOf({ subjects }: Row): string | undefined {
  return subjects.some(({ role }) => role === "total" || role === "grand") ? "total" : undefined;
}

function classOf(cell: Cell, row: Row, leaf: Leaf, { table: block, staying }: Writing): string | undefined {
  const { align, indent } = cellLook(block, row, leaf.column, cell);
  const classes = [
    ...(leaf === staying ? ["stay"] : []),
    ...(align === "left" ? [] : [align === "right" ? "r" : "c"]),
    ...(indent > 0 ? ["within"] : []),
    ...(leaf.column.shows.kind === "code" ? ["code"] : []),
  ];
  return classes.length > 0 ? classes.join(" ") : undefined;
}

function cellContent(cell: Cell, row: Row, leaf: Leaf, writing: Writing): MarkupContent {
  const text = cellText(cell);
  const extent = writing.marked.get(cell);
  if (cell.kind !== "figure") return highlighted(text, extent);
  const words = [...rowWords(row, leaf, writing.leaves), ...headsOver(leaf)].join("，");
  const { ids, mentionOf } = writing.anchors;
  const mention = mentionOf(cell);
  const number = data(cell.figure, text, words);
  const linked = mention
    ? element("a", { href: `#${ids.get(mention)}`, title: `${words}；说明里有` }, number)
    : number;
  return extent ? element("mark", {}, linked) : linked;
}
