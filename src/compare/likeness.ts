/** How alike two texts are, from 0 to 1: twice the pairs of neighbouring characters they share, of all they have. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared++;
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}

/** Figures are left out: a sentence with another number in it is the same sentence. */
function pairsOf(text: string): readonly string[] {
  const words = [...text.replace(/[\d.,%]+/g, "#")];
  return words.slice(1).map((character, index) => `${words[index]}${character}`);
}
