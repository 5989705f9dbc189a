/**
 * How alike two names are, from 0 to 1: what share of them are characters that both have in the same order, as
 * 收支总体 and 收入支出预算总体 have 收, 支, 总 and 体.
 */
export function likeness(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  return a.length + b.length === 0 ? 0 : (2 * longestCommon(a, b)) / (a.length + b.length);
}

/** The length of the longest sequence of characters that both have, with or without others between them. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = b.map(() => 0);
  for (const character of a) {
    let before = 0;
    let left = 0;
    above = above.map((found, index) => {
      left = character === b[index] ? before + 1 : Math.max(left, found);
      before = found;
      return left;
    });
  }
  return above.at(-1) ?? 0;
}
