import type { DrawnCharacter, StraightLine } from "./drawing.js";
import { IDENTITY, type Matrix, mapped, multiplied } from "./matrix.js";
import { rulesOf } from "./paths.js";

/** A glyph as pdfjs shows it, or by how much the next one is moved, in thousandths of the size. */
export type TextOperand =
  | { readonly unicode: string; readonly width: number; readonly isSpace?: boolean }
  | number;

/** What of the state of a page decides where text stands. */
type State = Readonly<typeof START>;

const START = {
  matrix: IDENTITY,
  size: 0,
  /** how wide a glyph of width 1 is at size 1 */
  perUnit: 0.001,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Where text goes on, in the space of the text's own matrix. */
type Position = Readonly<typeof ORIGIN>;

const ORIGIN = { text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };

export type Pen = ReturnType<typeof createPen>;

/** Saved states beyond this are those of a page that is made to exhaust its reader. */
const DEEPEST = 1000;

/** Follows the operators of a page and keeps what they draw. */
export function createPen(page: Matrix) {
  const glyphs: DrawnCharacter[] = [];
  const rules = { upright: [] as StraightLine[], level: [] as StraightLine[] };
  const saved: State[] = [];
  let state: State = { ...START, matrix: page };
  let position: Position = ORIGIN;

  return {
    glyphs,
    rules,
    save(): void {
      if (saved.length < DEEPEST) saved.push(state);
    },
    restore(): void {
      state = saved.pop() ?? state;
    },
    set(change: Partial<State>): void {
      state = { ...state, ...change };
    },
    transform(matrix: Matrix): void {
      state = { ...state, matrix: multiplied(state.matrix, matrix) };
    },
    /** goes on as if nothing had been transformed, for what lies above the page */
    reset(): void {
      state = { ...state, matrix: page };
    },
    moveTo(text: Matrix): void {
      position = { ...ORIGIN, text };
    },
    moveBy(byX: number, byY: number): void {
      const [x, y] = [position.lineX + byX, position.lineY + byY];
      position = { text: position.text, x, y, lineX: x, lineY: y };
    },
    nextLine(): void {
      this.moveBy(0, -state.leading);
    },
    show(shown: readonly TextOperand[]): void {
      const { end, drawn } = shownGlyphs(shown, state, position);
      glyphs.push(...drawn);
      position = { ...position, x: end };
    },
    draw(path: ArrayLike<number>, filled: boolean): void {
      const { upright, level } = rulesOf(path, state.matrix, filled);
      rules.upright.push(...upright);
      rules.level.push(...level);
    },
    /** how large the unit square is now, in square pt */
    area(): number {
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
