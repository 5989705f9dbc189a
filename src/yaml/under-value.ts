import { type Diagnostic, problem } from "../diagnostic.js";
import { GAP } from "../model/gap.js";
import type { TextSource } from "../model/source.js";
import type { SyntaxFault } from "./syntax-words.js";

/** A key with a word that says there is nothing, or nothing yet: nothing can be written below it while it stands. */
const FINISHED = new RegExp(
  String.raw`^(?<indent>\s*(?:- +)*)(?<key>[^\s#:{[][^#:]*):[ \t]+(?<value>\{\s*\}|\[\s*\]|${GAP})\s*(?:#.*)?$`,
);

/** So many lines are looked through around a fault: a list that is just being filled in is no longer. */
const FARTHEST = 50;

/** The usual slip in filling in an empty list: {}, [] or 待填 still stands behind the key, and the items below it. */
export function underValue(source: TextSource, { pos }: SyntaxFault): Diagnostic | undefined {
  const { text } = source;
  let start = startOfLine(text, pos[0]);
  let below = indentBelow(text, pos[0]);
  for (let lines = 0; lines < FARTHEST; lines += 1) {
    const line = source.at(start, 0).excerpt;
    const { indent, key = "", value = "" } = FINISHED.exec(line)?.groups ?? {};
    if (indent !== undefined && indent.length < below) {
      return stillThere(source, start + line.lastIndexOf(value), key, value);
    }
    below = lines === 0 ? Number.POSITIVE_INFINITY : below;
    if (isContent(line)) below = Math.min(below, line.search(/\S/));
    if (start === 0 || below === 0) return undefined;
    start = startOfLine(text, start - 1);
  }
  return undefined;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The indentation of the next line with content below the one at `offset`. */
function indentBelow(text: string, offset: number): number {
  let start = text.indexOf("\n", offset) + 1;
  for (let lines = 0; start > 0 && lines < FARTHEST; lines += 1) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (isContent(line)) return line.search(/\S/);
    start = end + 1;
  }
  return 0;
}

function isContent(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}

function stillThere(source: TextSource, offset: number, key: string, value: string): Diagnostic {
  return problem(
    "语法/YAML",
    `“${key}”后面还写着 ${value}，下面就不能再写它的内容`,
    source.at(offset, value.length),
    `怎么改：删去 ${value}，只留“${key}:”，内容写在下面，每行比它多缩进两个空格`,
  );
}
