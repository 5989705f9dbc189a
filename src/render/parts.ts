import type { LinePart } from "./set-line.js";

/** For each of `lines`, into which the texts of `runs` were broken, the parts of them that stand on it. */
export function partsOf(lines: readonly string[], runs: readonly LinePart[]): LinePart[][] {
  const rest = runs.map((each) => ({ ...each }));
  return lines.map((line) => {
    const parts: LinePart[] = [];
    for (let left = line; left !== ""; ) {
      const [next] = rest;
      if (!next) throw new Error(`a line holds what its paragraph does not: ${left}`);
      // blanks at a line's ends are dropped
      if (parts.length === 0) next.text = next.text.trimStart();
      const text = left.slice(0, next.text.length);
      if (text !== "") parts.push({ run: next.run, text });
      left = left.slice(text.length);
      next.text = next.text.slice(text.length);
      if (next.text === "") rest.shift();
    }
    return parts;
  });
}
