import { GAP } from "../model/gap.js";
import type { Path, Source, Span } from "../model/source.js";
import type { Edit } from "./edits.js";

/**
 * Empties the list of keys at `path` of the file's outermost level. Its entries go, the comments among them stay; where
 * there is none beside the key, `remark` is written there.
 */
export function cleared(source: Source, path: Path, comments: readonly Span[], remark: string): Edit {
  const { text } = source;
  const value = source.spanOf(path);
  return text[value.from] === "{"
    ? clearedFlow(text, value, comments, remark)
    : clearedBlock(text, source.spanOfKey(path), value, comments, remark);
}

/** { … }, on one line or several. */
function clearedFlow(text: string, value: Span, comments: readonly Span[], remark: string): Edit {
  const kept = commentLines(text, within(value, comments));
  const inner = kept === "" ? "" : `${lineEndOf(text)}${kept}  `;
  return { ...value, text: `{${inner}}${isBlank(text, value.to) ? ` # ${remark}` : ""}` };
}

/** A line for each entry; the last one's comment belongs to it. */
function clearedBlock(text: string, key: Span, value: Span, comments: readonly Span[], remark: string): Edit {
  const from = text.indexOf(":", key.to) + 1;
  const end = text.indexOf("\n", value.to - 1);
  const to = end < 0 ? text.length : end + 1;
  const [first, ...others] = within({ from, to }, comments);
  const beside = first && isBlank(text, from, first.from) ? first : undefined;
  const words = beside ? text.slice(beside.from, beside.to) : `# ${remark}`;
  const below = beside || !first ? others : [first, ...others];
  return { from, to, text: ` {} ${words}${lineEndOf(text)}${commentLines(text, below)}` };
}

/** Takes the key at `path` away with its value; the comments in it stay. */
export function dropped(source: Source, path: Path, comments: readonly Span[]): Edit {
  const { text } = source;
  const pair = { from: source.spanOfKey(path).from, to: source.spanOf(path).to };
  const region =
    text[source.spanOf(path.slice(0, -1)).from] === "{" ? withComma(text, pair) : wholeLines(text, pair);
  const kept = commentLines(text, within(region, comments));
  const apart = kept === "" || region.from === 0 || text[region.from - 1] === "\n" ? "" : lineEndOf(text);
  return { ...region, text: apart + kept };
}

function wholeLines(text: string, { from, to }: Span): Span {
  const end = text.indexOf("\n", to - 1);
  return { from: text.lastIndexOf("\n", from) + 1, to: end < 0 ? text.length : end + 1 };
}

/** In { … } a comma goes with the pair: the one behind it or, of the last pair, the one before. */
function withComma(text: string, { from, to }: Span): Span {
  const behind = /^\s*,[ \t]*/.exec(text.slice(to))?.[0];
  if (behind !== undefined) return { from, to: to + behind.length };
  return { from: from - (/,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0), to };
}

/** A gap in place of the empty list at `span`; the comments in it stay. */
export function gapForList(text: string, span: Span, comments: readonly Span[]): Edit {
  const kept = within(span, comments).map(({ from, to }) => ` ${text.slice(from, to)}`);
  const end = kept.length === 0 || isBlank(text, span.to) ? "" : `${lineEndOf(text)}  `;
  return { ...span, text: `${GAP}${kept.join("")}${end}` };
}

function within({ from, to }: Span, comments: readonly Span[]): readonly Span[] {
  return comments.filter((comment) => comment.from >= from && comment.to <= to);
}

/** Comments, each on a line of its own: indented as it was, where it had one already. */
function commentLines(text: string, comments: readonly Span[]): string {
  return comments
    .map(({ from, to }) => {
      const start = text.lastIndexOf("\n", from) + 1;
      const indent = isBlank(text, start, from) ? text.slice(start, from) : "  ";
      return `${indent}${text.slice(from, to)}${lineEndOf(text)}`;
    })
    .join("");
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Whether nothing but blanks stands from `from` on, to the end of the line if nowhere else. */
function isBlank(text: string, from: number, to = text.indexOf("\n", from)): boolean {
  return /^[ \t\r]*$/.test(text.slice(from, to < 0 ? text.length : to));
}
