import { runText } from "../../model/printed.js";
import type { Run } from "../../model/report.js";
import type { LinePart } from "./set-line.js";

/** For each of `lines`, into which the texts of `runs` were broken, the parts of them that stand on it. */
export function partsOf(lines: readonly string[], runs: readonly Run[]): LinePart[][] {
  const texts = runs.map(runText);
  let index = 0;
  let from = 0;
  return lines.map((line) => {
    const parts: LinePart[] = [];
    for (let left = line; left !== ""; ) {
      const run = runs[index];
      const text = texts[index];
      if (run === undefined || text === undefined) throw new Error(`no paragraph holds ${left}`);
      // blanks at a line's ends are dropped
      if (parts.length === 0) from += text.length - from - text.slice(from).trimStart().length;
      const part = text.slice(from, from + left.length);
      if (part !== "") parts.push({ run, text: part, from });
      left = left.slice(part.length);
      from += part.length;
      if (from >= text.length) {
        index++;
        from = 0;
      }
    }
    return parts;
  });
}
