import type { DrawnCharacter, Rules, StraightLine } from "./drawing.js";
import { IDENTITY, type Matrix, mapped, multiplied } from "./matrix.js";
import { rulesOf } from "./paths.js";

/** A glyph as pdfjs shows it, or by how much the next one is moved, in thousandths of the size. */
export type TextOperand =
  | { readonly unicode: string; readonly width: number; readonly isSpace?: boolean }
  | number;

/** What of the state of a page decides where text stands. */
interface State {
  readonly matrix: Matrix;
  readonly size: number;
  /** how wide a glyph of width 1 is at size 1 */
  readonly perUnit: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const START: State = {
  matrix: IDENTITY,
  size: 0,
  perUnit: 0.001,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Where text goes on, in the space of the text's own matrix. */
interface Position {
  readonly text: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
}

const ORIGIN: Position = { text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };

/** Follows the operators of a page and keeps what they draw. */
export interface Pen {
  save(): void;
  restore(): void;
  set(change: Partial<State>): void;
  transform(matrix: Matrix): void;
  /** goes on as if nothing had been transformed, for what lies above the page */
  reset(): void;
  moveTo(text: Matrix): void;
  moveBy(x: number, y: number): void;
  nextLine(): void;
  show(shown: readonly TextOperand[]): void;
  draw(path: ArrayLike<number>, filled: boolean): void;
  /** how large the unit square is now, in square pt */
  area(): number;
  readonly glyphs: readonly DrawnCharacter[];
  readonly rules: Rules;
}

/** Saved states beyond this are those of a page that is made to exhaust its reader. */
const DEEPEST = 1000;

export function createPen(page: Matrix): Pen {
  const glyphs: DrawnCharacter[] = [];
  const rules = { upright: [] as StraightLine[], level: [] as StraightLine[] };
  const saved: State[] = [];
  let state: State = { ...START, matrix: page };
  let position = ORIGIN;

  const moveBy = (x: number, y: number): void => {
    const { text, lineX, lineY } = position;
    position = { text, x: lineX + x, y: lineY + y, lineX: lineX + x, lineY: lineY + y };
  };

  return {
    glyphs,
    rules,
    save() {
      if (saved.length < DEEPEST) saved.push(state);
    },
    restore() {
      state = saved.pop() ?? state;
    },
    set(change) {
      state = { ...state, ...change };
    },
    transform(matrix) {
      state = { ...state, matrix: multiplied(state.matrix, matrix) };
    },
    reset() {
      state = { ...state, matrix: page };
    },
    moveTo(text) {
      position = { ...ORIGIN, text };
    },
    moveBy,
    nextLine: () => moveBy(0, -state.leading),
    show(shown) {
      const { end, drawn } = shownGlyphs(shown, state, position);
      glyphs.push(...drawn);
      position = { ...position, x: end };
    },
    draw(path, filled) {
      const { upright, level } = rulesOf(path, state.matrix, filled);
      rules.upright.push(...upright);
      rules.level.push(...level);
    },
    area() {
      const [a, b, c, d] = state.matrix;
      return Math.abs(a * d - b * c);
    },
  };
}

/** The glyphs that are shown, and where text goes on. */
function shownGlyphs(shown: readonly TextOperand[], state: State, { text, x, y }: Position) {
  const matrix = multiplied(state.matrix, text);
  const size = state.size * Math.hypot(matrix[2], matrix[3]);
  const slanting = isSlanting(matrix) ? { slanting: true as const } : {};
  const drawn: DrawnCharacter[] = [];
  let at = x;
  for (const each of shown) {
    if (typeof each === "number") {
      at -= (each / 1000) * state.size * state.stretch;
      continue;
    }
    const width = each.width * state.perUnit * state.size * state.stretch;
    const [left, base] = mapped(matrix, at, y + state.rise);
    const [right] = mapped(matrix, at + width, y + state.rise);
    const edges = { left: Math.min(left, right), right: Math.max(left, right) };
    drawn.push({ text: each.unicode, ...edges, base, size, ...slanting });
    const spacing = state.characterSpacing + (each.isSpace ? state.wordSpacing : 0);
    at += width + spacing * state.stretch;
  }
  return { drawn, end: at };
}

/** A scan may be a little askew. */
const ASKEW = 0.1;

/** Whether a baseline is neither level nor upright. */
function isSlanting([a, b]: Matrix): boolean {
  return Math.abs(a * b) > ASKEW * (a * a + b * b);
}
