import type { Scalar } from "yaml";
import type { TextSource, Written } from "../model/source.js";

/** The text of a scalar, each of its characters where it stands in the file: quotes, escapes and folds are no part of it. */
export function writtenScalar(source: TextSource, node: Scalar): Written {
  const text = String(node.value);
  let starts: readonly number[] | undefined;
  return {
    text,
    at(offset, length) {
      starts ??= startsIn(source.text, text, node);
      const from = starts[offset] ?? starts.at(-1) ?? 0;
      return source.at(from, (starts[offset + length] ?? from + length) - from);
    },
  };
}

/** What an escape in double quotes is long, by its letter; others are of two characters. */
const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Where in the file each UTF-16 unit of a scalar begins, and where the last one ends. */
function startsIn(file: string, text: string, { range, type }: Scalar): readonly number[] {
  const [begin, end] = range ?? [0, 0];
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const starts: number[] = [];
  let at = isBlock ? file.indexOf("\n", begin) + 1 : begin + Number(isQuoted);
  while (starts.length < text.length && at < end) {
    const wanted = text[starts.length];
    const isEscape = type === "QUOTE_DOUBLE" && file[at] === "\\";
    if (isEscape && !/[\r\n]/.test(file[at + 1] ?? "")) {
      starts.push(at);
      if ((text.codePointAt(starts.length - 1) ?? 0) > 0xffff) starts.push(at);
      at += ESCAPES[file[at + 1] ?? ""] ?? 2;
    } else if (file[at] === wanted) {
      starts.push(at);
      at += type === "QUOTE_SINGLE" && wanted === "'" ? 2 : 1;
    } else if (isEscape || /\s/.test(file[at] ?? "")) at++;
    // a line end that is folded into a blank
    else starts.push(at);
  }
  while (starts.length <= text.length) starts.push(Math.min(at, end));
  return starts;
}
