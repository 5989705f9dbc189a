import type { Cell, LeafColumn, Row, Table } from "./report.js";
import type { Leaf } from "./walk.js";

/** What tells a table from the others of its document: its number, or its title where its format numbers none. */
export function tableName({ number, title }: Pick<Table, "number" | "title">): string {
  return number.text === "" ? title.text : number.text;
}

/** The number and title of a table, as far as it has them. */
export function tableCaption({ number, title }: Pick<Table, "number" | "title">): string {
  return [number.text, title.text].filter((text) => text !== "").join(" ");
}

/** Whether two leaves are of one list: the lists of a project's indicators are as apart as the sides of a balance. */
export function areOfOneList({ column: one }: Leaf, { column: other }: Leaf): boolean {
  return one.side === other.side && indicatorOf(one) === indicatorOf(other);
}

function indicatorOf({ shows }: LeafColumn): string | undefined {
  return shows.kind === "indicator" ? shows.of : undefined;
}

/** The columns whose words say what the figures at their right are. */
export function labelColumns(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(
    (leaf) =>
      !holdsFigures(leaf) &&
      leaves.slice(leaf.index).some((each) => holdsFigures(each) && areOfOneList(each, leaf)),
  );
}

export function holdsFigures({ column }: Leaf): boolean {
  return column.shows.kind === "figure";
}

/** The words of a row that say what its figure in a column is: those at its left, on the same side. */
export function rowWords({ cells }: Row, figure: Leaf, leaves: readonly Leaf[]): readonly string[] {
  return leaves
    .slice(0, figure.index)
    .filter((leaf) => areOfOneList(leaf, figure))
    .map(({ index }) => wordIn(cells[index]))
    .filter((word) => word !== "");
}

/** What a cell says in words; figures are none. */
export function wordIn(cell: Cell | undefined): string {
  return cell?.kind === "text" ? cell.text : "";
}

/** Whether a row's word in a column is a code: the row of a unit may have its code in place of another word. */
export function isCode(word: string, { column: { shows } }: Leaf, row: Row | undefined): boolean {
  return shows.kind === "code" || word === row?.codes?.预算单位;
}

/** The columns that may name a row, the surest first: 项目名称 before 项目单位 before 类型. */
export function namingColumns<L extends Leaf>(leaves: readonly L[]): readonly L[] {
  const named = leaves.flatMap((leaf) => {
    const rank = namingRank(leaf.column);
    return rank === undefined ? [] : [{ leaf, rank }];
  });
  return named.toSorted((a, b) => a.rank - b.rank).map(({ leaf }) => leaf);
}

function namingRank({ shows }: LeafColumn): number | undefined {
  switch (shows.kind) {
    case "label":
      return 0;
    case "name":
      return shows.of === "单位" ? 1 : 0;
    case "indicator":
      return shows.field === "三级指标" ? 0 : 1;
    case "text":
      return 2;
    case "ordinal":
      return 3;
    case "code":
    case "page":
    case "figure":
      return undefined;
  }
}
