import { problem } from "../diagnostic/diagnostic.js";
import type { TextSource } from "../model/source.js";
import type { Fault, Mend } from "./fault.js";

const MARK = /^(?:<{7}|={7}|>{7}).*$/gm;

/** What a merge left where two people changed the same lines; the rest is read with the first of both versions. */
export function mergeMarks(source: TextSource): Fault | undefined {
  const marks = [...source.text.matchAll(MARK)];
  const [first, ...others] = marks
    .filter(({ 0: mark }, index) => mark.startsWith("<") || index === 0)
    .map(({ index }) => source.at(index, 7));
  if (!first) return undefined;
  const found = problem(
    "语法/YAML",
    "这是合并两个版本时留下的记号，不是数据",
    first,
    "怎么改：两个版本只留一个，把 <<<<<<<、=======、>>>>>>> 三行删去；别的错是照上面的一个版本看的",
  );
  return { ...found, mends: marks.map(secondVersion), ...(others.length > 0 && { others }) };
}

/** A mark, and what follows ======= up to >>>>>>>, are left out. */
function secondVersion(mark: RegExpMatchArray, at: number, marks: readonly RegExpMatchArray[]): Mend {
  const next = marks[at + 1];
  const last = mark[0].startsWith("=") && next?.[0].startsWith(">") ? next : mark;
  return { from: mark.index ?? 0, to: (last.index ?? 0) + last[0].length, meant: "" };
}
