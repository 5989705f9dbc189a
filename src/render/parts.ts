import type { Run } from "../model/report.js";
import type { LinePart } from "./set-line.js";

/** A run and the text that it prints. */
export interface RunText {
  readonly run: Run;
  readonly text: string;
}

/** For each of `lines`, into which the texts of `runs` were broken, the parts of them that stand on it. */
export function partsOf(lines: readonly string[], runs: readonly RunText[]): LinePart[][] {
  const rest = runs.map(({ run, text }) => ({ run, text, from: 0 }));
  return lines.map((line) => {
    const parts: LinePart[] = [];
    for (let left = line; left !== ""; ) {
      const [next] = rest;
      if (!next) throw new Error(`a line holds what its paragraph does not: ${left}`);
      // blanks at a line's ends are dropped
      if (parts.length === 0) next.from += leadingBlanks(next.text.slice(next.from));
      const text = next.text.slice(next.from, next.from + left.length);
      if (text !== "") parts.push({ run: next.run, text, from: next.from });
      left = left.slice(text.length);
      next.from += text.length;
      if (next.from === next.text.length) rest.shift();
    }
    return parts;
  });
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}
