/** So many items of one sequence beside so many of the other; one of the two numbers may be nought. */
export type Move = readonly [first: number, second: number];

/** Items of two sequences that stand beside each other, or beside nothing. */
interface Step<A, B> {
  readonly first: readonly A[];
  readonly second: readonly B[];
}

/** Each item beside one of the other sequence, or alone. */
export const ONE_TO_ONE: readonly Move[] = [
  [1, 1],
  [1, 0],
  [0, 1],
];

/** Longer sequences would take too long: of them nothing stands beside anything. */
const MOST_STEPS = 250_000;

/**
 * The alignment of two sequences that is worth most in all, without crossing, by Needleman and Wunsch's dynamic program;
 * with moves of more than one item, as Gale and Church align sentences. `moves` are tried in their order, and of those
 * that are worth the same the first is taken; [1, 0] and [0, 1] must be among them.
 */
export function align<A, B>(
  first: readonly A[],
  second: readonly B[],
  moves: readonly Move[],
  worth: (first: readonly A[], second: readonly B[]) => number,
): readonly Step<A, B>[] {
  const [rows, columns] = [first.length, second.length];
  if (rows * columns * moves.length > MOST_STEPS) return apart(first, second);
  const width = columns + 1;
  const totals = new Float64Array((rows + 1) * width);
  const best: Move[] = [];
  for (let i = rows; i >= 0; i--) {
    for (let j = columns; j >= 0; j--) {
      let most = Number.NEGATIVE_INFINITY;
      for (const move of moves) {
        const [a, b] = [i + move[0], j + move[1]];
        if (a > rows || b > columns) continue;
        const total = worth(first.slice(i, a), second.slice(j, b)) + (totals[a * width + b] ?? 0);
        if (total <= most) continue;
        most = total;
        totals[i * width + j] = total;
        best[i * width + j] = move;
      }
    }
  }
  const steps: Step<A, B>[] = [];
  for (let i = 0, j = 0; i < rows || j < columns; ) {
    const [a, b] = best[i * width + j] ?? [rows - i, columns - j];
    steps.push({ first: first.slice(i, i + a), second: second.slice(j, j + b) });
    i += a;
    j += b;
  }
  return steps;
}

function apart<A, B>(first: readonly A[], second: readonly B[]): readonly Step<A, B>[] {
  return [
    ...first.map((each) => ({ first: [each], second: [] })),
    ...second.map((each) => ({ first: [], second: [each] })),
  ];
}
