import { groupedBy } from "../model/groups.js";
import type { DrawnCharacter, DrawnPage, Rules, StraightLine } from "./drawing.js";
import { rowsOf, type WordRow } from "./word-rows.js";

/** The words of a cell, and which of its grid's columns and rows it begins in and covers. */
export interface RuledCell {
  readonly rows: readonly WordRow[];
  readonly column: number;
  readonly columns: number;
  readonly row: number;
}

/** A table between rules. */
export interface RuledTable {
  readonly columns: number;
  readonly cells: readonly RuledCell[];
  readonly top: number;
}

/** Rules as near as this, in pt, are drawn as one: borders of neighbouring cells. */
const NEAR = 2;
/** A page with more of them is a drawing, or made to exhaust its reader. */
const MOST_RULES = 20_000;

/** The edges of a table's columns and rows, and the rules between its cells. */
interface Area {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: Rules;
}

/** The tables of a page, and what stands outside of them. */
export function arrange({ glyphs, rules }: DrawnPage) {
  const areas = areasOf(rules);
  const groups = groupedBy(glyphs, (glyph) => areas.find((each) => holds(each, glyph)));
  const tables = [...groups].flatMap(([area, within]) => (area ? [tableOf(area, within)] : []));
  return { tables, outside: groups.get(undefined) ?? [] };
}

/** The rules that touch each other, where they make a table of at least one cell. */
function areasOf(rules: Rules): readonly Area[] {
  if (rules.upright.length + rules.level.length > MOST_RULES) return [];
  return bandsOf(rules)
    .map((band) => ({
      xs: distinct(band.upright.map(({ at }) => at)),
      ys: distinct(band.level.map(({ at }) => at)),
      rules: band,
    }))
    .filter(({ xs, ys }) => xs.length > 1 && ys.length > 1);
}

/** Tables stand below each other: the uprights that overlap in height, with the levels that they reach. */
function bandsOf({ upright, level }: Rules): readonly Rules[] {
  const bands: { from: number; to: number; upright: StraightLine[] }[] = [];
  for (const rule of upright.toSorted((a, b) => a.from - b.from)) {
    const band = bands.at(-1);
    if (band && rule.from <= band.to + NEAR) {
      band.upright.push(rule);
      band.to = Math.max(band.to, rule.to);
    } else bands.push({ from: rule.from, to: rule.to, upright: [rule] });
  }
  return bands.map((band) => ({
    upright: band.upright,
    level: level.filter(({ at }) => at >= band.from - NEAR && at <= band.to + NEAR),
  }));
}

function distinct(places: readonly number[]): readonly number[] {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > NEAR);
}

function holds({ xs, ys }: Area, glyph: DrawnCharacter): boolean {
  const [x, y] = middleOf(glyph);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function middleOf({ left, right, base, size }: DrawnCharacter): readonly [x: number, y: number] {
  return [(left + right) / 2, base - size * 0.35];
}

function tableOf({ xs, ys, rules }: Area, glyphs: readonly DrawnCharacter[]): RuledTable {
  const cells = new Map<string, { glyphs: DrawnCharacter[]; column: number; columns: number; row: number }>();
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    const [left, right] = neighbours(rules.upright, y, x, xs);
    const [top] = neighbours(rules.level, x, y, ys);
    const key = `${left} ${right} ${top}`;
    const cell = cells.get(key);
    if (cell) cell.glyphs.push(glyph);
    else cells.set(key, { glyphs: [glyph], column: left, columns: right - left, row: top });
  }
  return {
    columns: xs.length - 1,
    cells: [...cells.values()].map(({ glyphs: within, ...cell }) => ({ ...cell, rows: rowsOf(within) })),
    top: ys[0] ?? 0,
  };
}

/** The edges before and behind a place, counted from the first edge, among the rules that pass `along`. */
function neighbours(
  rules: readonly StraightLine[],
  along: number,
  place: number,
  edges: readonly number[],
): readonly [before: number, behind: number] {
  let before = edges[0] ?? 0;
  let behind = edges.at(-1) ?? 0;
  for (const { at, from, to } of rules) {
    if (from > along || to < along) continue;
    if (at <= place && at > before) before = at;
    if (at > place && at < behind) behind = at;
  }
  return [nearest(edges, before), nearest(edges, behind)];
}

function nearest(edges: readonly number[], place: number): number {
  const distances = edges.map((edge) => Math.abs(edge - place));
  return distances.indexOf(Math.min(...distances));
}
