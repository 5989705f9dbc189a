import { decimal, sum } from "../layout/lengths.js";
import { RULE, type SetCell, type TableGrid } from "../layout/page.js";

/** A rule of a table, in pt from the top left corner of its page. */
export type TableRule = Readonly<Record<"x1" | "y1" | "x2" | "y2", number>>;

/** The rules of a grid whose corner is at `left` and `top`, each as far as it goes before a cell that spans it. */
export function rulesOf(grid: TableGrid, left: number, top: number): TableRule[] {
  const { widths, heights } = grid;
  const owners = ownersIn(grid);
  const lefts = edges(widths, left);
  const tops = edges(heights, top);
  const at = (row: number, column: number): SetCell | undefined => owners[row]?.[column];
  const across = tops.flatMap((y, row) =>
    stretches(widths.length, (column) => isParted(at(row - 1, column), at(row, column))).map(([from, to]) =>
      rule(lefts[from], y + RULE / 2, lefts[to], y + RULE / 2),
    ),
  );
  const down = lefts.flatMap((x, column) =>
    stretches(heights.length, (row) => isParted(at(row, column - 1), at(row, column))).map(([from, to]) =>
      rule(x + RULE / 2, tops[from], x + RULE / 2, (tops[to] ?? 0) + RULE),
    ),
  );
  return [...across, ...down];
}

function ownersIn({ widths, heights, cells }: TableGrid): readonly (readonly (SetCell | undefined)[])[] {
  const owners = heights.map(() => widths.map((): SetCell | undefined => undefined));
  for (const cell of cells) {
    for (const row of owners.slice(cell.row, cell.row + cell.rows))
      row.fill(cell, cell.column, cell.column + cell.columns);
  }
  return owners;
}

function isParted(one: SetCell | undefined, other: SetCell | undefined): boolean {
  return one === undefined || one !== other;
}

/** Where columns or rows begin, and where the last one ends. */
function edges(sizes: readonly number[], first: number): readonly number[] {
  return [...sizes, 0].map((_, index) => first + sum(sizes.slice(0, index)));
}

/** The stretches of the numbers below `count` that are `wanted`, from the first to behind the last. */
function stretches(
  count: number,
  wanted: (index: number) => boolean,
): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let index = 0; index < count; index++) {
    if (!wanted(index)) continue;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

function rule(x1 = 0, y1 = 0, x2 = 0, y2 = 0): TableRule {
  return { x1, y1, x2, y2 };
}

/** The operators that draw the rules of a page, as one path: each by itself would take ten. */
export function drawRules(rules: readonly TableRule[]): string {
  const path = rules.map(({ x1, y1, x2, y2 }) => `${point(x1, y1)} m ${point(x2, y2)} l`);
  return [`${RULE} w /DeviceRGB CS 0 0 0 SCN`, ...path, "S"].join("\n");
}

function point(x: number, y: number): string {
  return `${decimal(x)} ${decimal(y)}`;
}
