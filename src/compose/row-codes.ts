import { NO_CODE } from "../model/budget.js";
import { GAP } from "../model/gap.js";
import type { Dimension, Where } from "../model/ledger.js";
import type { Cell, CodeKind, RowCodes } from "../model/report.js";
import { wordIn } from "../model/table-words.js";
import type { Leaf } from "../model/walk.js";
import { CODES } from "./columns.js";

/** The codes that a row prints of the values it stands for; a total, or what is said of a unit, may print the unit's. */
export function rowCodes(
  cells: readonly Cell[],
  columns: readonly Leaf[],
  { 单位: unit, ...where }: Where,
  unitCode: string,
): RowCodes {
  const kinds = new Set((Object.keys(where) as Dimension[]).flatMap((dimension) => CODES[dimension] ?? []));
  const codes = [...kinds].flatMap((kind): [CodeKind, string][] => {
    const code = printedCode(kind, cells, columns);
    return code === "" || code === NO_CODE || code === GAP ? [] : [[kind, code]];
  });
  const isOfUnit = unit !== undefined || Object.keys(where).length === 0;
  const ofUnit = String(unit ?? unitCode);
  const units = isOfUnit && cells.some((cell) => wordIn(cell) === ofUnit) ? { 预算单位: ofUnit } : {};
  return { ...units, ...Object.fromEntries(codes) };
}

/** A whole code, or as much of it as stands in cells beside each other. */
function printedCode(kind: CodeKind, cells: readonly Cell[], columns: readonly Leaf[]): string {
  const words = columns.flatMap(({ column: { shows }, index }) =>
    shows.kind === "code" && shows.of === kind ? [{ word: wordIn(cells[index]), level: shows.level }] : [],
  );
  const whole = words.find(({ word, level }) => level === undefined && word !== "");
  return whole ? whole.word : words.map(({ word }) => word).join("");
}
