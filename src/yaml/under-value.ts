import { problem } from "../diagnostic/diagnostic.js";
import { GAP } from "../model/gap.js";
import type { TextSource } from "../model/source.js";
import type { Fault } from "./fault.js";
import { indentOf, isContent, type Line, lineAt, nextContent } from "./lines.js";
import type { SyntaxFault } from "./syntax-words.js";

/** A key with a word that says there is nothing, or nothing yet: nothing can be written below it while it stands. */
const FINISHED = new RegExp(
  String.raw`^(?<indent> *(?:- +)*)(?<key>[^\s#:{[][^#:]*):[ \t]+(?<value>\{\s*\}|\[\s*\]|0|无|没有|${GAP})\s*(?:#.*)?$`,
  "d",
);

/** So many lines are looked through around a fault: a list that is just being filled in is no longer. */
const FARTHEST = 50;

/**
 * The usual slip in filling in an empty list: {}, [] or 待填 still stands behind the key, and the items below it. They may
 * be those of another key, whose line is gone.
 */
export function underValue(
  source: TextSource,
  { pos }: SyntaxFault,
): (Fault & { readonly askew: number | undefined }) | undefined {
  const { text } = source;
  let line: Line | undefined = lineAt(text, pos[0]);
  const next = nextContent(text, line, 1, FARTHEST);
  let below = next ? indentOf(next) : 0;
  for (let lines = 0; line && lines < FARTHEST; lines += 1) {
    const { groups, indices } = FINISHED.exec(line.text) ?? {};
    const { indent, key = "", value = "" } = groups ?? {};
    if (indent !== undefined && indent.length < below) {
      const told = stillThere(source, line.from + (indices?.groups?.value?.[0] ?? 0), key, value);
      return { ...told, askew: nextContent(text, line, 1, FARTHEST)?.from };
    }
    below = lines === 0 ? Number.POSITIVE_INFINITY : below;
    if (isContent(line)) below = Math.min(below, indentOf(line));
    if (below === 0) return undefined;
    line = nextContent(text, line, -1, FARTHEST);
  }
  return undefined;
}

function stillThere(source: TextSource, offset: number, key: string, value: string): Fault {
  const told = problem(
    "语法/YAML",
    `“${key}”后面还写着 ${value}，下面就不能再写它的内容`,
    source.at(offset, value.length),
    `怎么改：删去 ${value}，只留“${key}:”，内容写在下面，每行比它多缩进两个空格`,
  );
  return { ...told, mends: [{ from: offset, to: offset + value.length, meant: "" }] };
}
