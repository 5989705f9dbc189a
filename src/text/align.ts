/** So many items of one sequence beside so many of the other; one of the two numbers may be nought. */
export type Move = readonly [first: number, second: number];

/** A move, and from which items on it takes them. */
export interface Step {
  readonly first: number;
  readonly second: number;
  readonly move: Move;
}

/** Longer sequences would take too long: of them nothing stands beside anything. */
const MOST_STEPS = 250_000;

/**
 * The alignment of two sequences that is worth most in all, without crossing, by Needleman and Wunsch's dynamic program;
 * with moves of more than one item, as Gale and Church align sentences. `moves` are tried in their order, and of those
 * that are worth the same the first is taken; [1, 0] and [0, 1] must be among them.
 */
export function align(
  first: number,
  second: number,
  moves: readonly Move[],
  worth: (first: number, second: number, move: Move) => number,
): readonly Step[] {
  if (first * second * moves.length > MOST_STEPS) return apart(first, second);
  const width = second + 1;
  const totals = new Float64Array((first + 1) * width);
  const best: (Move | undefined)[] = [];
  for (let i = first; i >= 0; i--) {
    for (let j = second; j >= 0; j--) {
      let most = Number.NEGATIVE_INFINITY;
      for (const move of moves) {
        const [a, b] = move;
        if (i + a > first || j + b > second) continue;
        const total = worth(i, j, move) + (totals[(i + a) * width + j + b] ?? 0);
        if (total <= most) continue;
        most = total;
        totals[i * width + j] = total;
        best[i * width + j] = move;
      }
    }
  }
  return path(first, second, (i, j) => best[i * width + j]);
}

function path(
  first: number,
  second: number,
  moveAt: (i: number, j: number) => Move | undefined,
): readonly Step[] {
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < first || j < second; ) {
    const move = moveAt(i, j) ?? [first - i, second - j];
    steps.push({ first: i, second: j, move });
    i += move[0];
    j += move[1];
  }
  return steps;
}

function apart(first: number, second: number): readonly Step[] {
  return path(first, second, (i): Move => (i < first ? [1, 0] : [0, 1]));
}
