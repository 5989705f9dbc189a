import type { Rules, StraightLine } from "./drawing.js";
import { type Matrix, mapped } from "./matrix.js";

/** How pdfjs writes a path: a number for what is done, then its coordinates. */
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0];
const MOVE = 0;
const CLOSE = 4;

/** A filled shape as thin as this, in pt, is a line: Word draws borders as rectangles. */
const THIN = 2.5;
/** Shorter ones are dots and dashes. */
const SHORTEST = 4;

type Point = readonly [x: number, y: number];

/** The upright and level lines that a path draws when it is stroked, or the thin shapes that it fills. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, filled: boolean): Rules {
  const shapes = shapesOf(path, matrix);
  return sorted(shapes.flatMap(filled ? thinShape : sidesOf));
}

function shapesOf(path: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const shapes: Point[][] = [];
  for (let index = 0; index < path.length; ) {
    const kind = path[index] ?? CLOSE;
    const count = COORDINATES[kind] ?? 0;
    const shape = shapes.at(-1);
    const [first] = shape ?? [];
    const point = mapped(matrix, path[index + count - 1] ?? 0, path[index + count] ?? 0);
    if (kind === MOVE || !shape) shapes.push([point]);
    else shape.push(kind === CLOSE && first ? first : point);
    index += count + 1;
  }
  return shapes;
}

interface Side {
  readonly from: Point;
  readonly to: Point;
}

function sidesOf(shape: readonly Point[]): readonly Side[] {
  return shape.slice(1).map((to, index) => ({ from: shape[index] ?? to, to }));
}

/** The middle line of a shape that is as good as a line. */
function thinShape(shape: readonly Point[]): readonly Side[] {
  const [left, right] = extent(shape.map(([x]) => x));
  const [top, bottom] = extent(shape.map(([, y]) => y));
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  if (right - left <= THIN) return [{ from: [middle[0], top], to: [middle[0], bottom] }];
  if (bottom - top <= THIN) return [{ from: [left, middle[1]], to: [right, middle[1]] }];
  return [];
}

/** Paths may have more points than a call may have arguments. */
function extent(places: readonly number[]): readonly [least: number, greatest: number] {
  const [first = 0] = places;
  return [places.reduce((a, b) => Math.min(a, b), first), places.reduce((a, b) => Math.max(a, b), first)];
}

function sorted(sides: readonly Side[]): Rules {
  const upright: StraightLine[] = [];
  const level: StraightLine[] = [];
  for (const { from, to } of sides) {
    const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    if (width < 0.5 && height >= SHORTEST) upright.push(ruleOf(from[0], from[1], to[1]));
    if (height < 0.5 && width >= SHORTEST) level.push(ruleOf(from[1], from[0], to[0]));
  }
  return { upright, level };
}

function ruleOf(at: number, one: number, other: number): StraightLine {
  return { at, from: Math.min(one, other), to: Math.max(one, other) };
}
