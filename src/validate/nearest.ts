import { distance } from "fastest-levenshtein";

/** The word of `candidates` that `word` was most likely meant to be; undefined where all are too different. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let least = Math.max(1, Math.floor(word.length / 2)) + 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    const far = distance(word, candidate);
    if (far >= least) continue;
    least = far;
    found = candidate;
  }
  return found;
}

/** Words in a Chinese sentence: “甲”“乙”. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join("");
}
