import type { Scalar } from "yaml";
import type { Span, TextSource, Written } from "../model/source.js";

/** The text of a scalar, each of its characters where it stands in the file: quotes, escapes and folds are no part of it. */
export function writtenScalar(source: TextSource, node: Scalar): Written {
  const text = String(node.value);
  let spans: readonly Span[] | undefined;
  return {
    text,
    at(offset, length) {
      spans ??= spansIn(source.text, text, node);
      const from = (spans[offset] ?? spans.at(-1))?.from ?? 0;
      const to = spans[Math.min(offset + length, spans.length) - 1]?.to ?? from;
      return source.at(from, Math.max(0, to - from));
    },
  };
}

/** How long an escape in double quotes is, by its letter; others are of two characters. */
const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** What is written in the file for each UTF-16 unit of a scalar. */
function spansIn(file: string, text: string, { range, type }: Scalar): readonly Span[] {
  const [begin, end] = range ?? [0, 0];
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const spans: Span[] = [];
  let at = isBlock ? file.indexOf("\n", begin) + 1 : begin + Number(isQuoted);
  const take = (length: number): void => {
    spans.push({ from: at, to: at + length });
    at += length;
  };
  while (spans.length < text.length && at < end) {
    const [wanted = "", there = ""] = [text[spans.length], file[at]];
    const isEscape = type === "QUOTE_DOUBLE" && there === "\\";
    if (isEscape && !isBlank(file[at + 1])) {
      // \uD83D\uDE00 is written as two
      const isPair = file[at + 1] === "U" && (text.codePointAt(spans.length) ?? 0) > 0xffff;
      take(ESCAPES[file[at + 1] ?? ""] ?? 2);
      const [last] = spans.slice(-1);
      if (isPair && last) spans.push(last);
    } else if (there === wanted) take(type === "QUOTE_SINGLE" && wanted === "'" ? 2 : 1);
    // a line end that is folded into a blank
    else if (isBlank(there) && isBlank(wanted)) take(1);
    else at++;
  }
  return spans;
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
