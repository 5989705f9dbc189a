import type { Span } from "../model/source.js";
import type { Edit } from "./edits.js";
import { type YearMention, yearMentions } from "./years.js";

/** The header of a text in lines of its own: > or |, with what stands behind it on the line. */
const BLOCK = /^[>|][-+\d]*([ \t]+#[^\r\n]*)?/;
const LINE_END = /\r?\n$/;

/** `value` in place of what is written at `span`; quotation marks stay, and so does a comment within. */
export function replacedValue(text: string, span: Span, value: string): Edit {
  const raw = text.slice(span.from, span.to);
  const block = BLOCK.exec(raw);
  if (block) return { ...span, text: `${value}${block[1] ?? ""}${LINE_END.exec(raw)?.[0] ?? ""}` };
  return { ...withinQuotes(text, span), text: value };
}

function withinQuotes(text: string, { from, to }: Span): Span {
  const quote = /["']/.test(text[from] ?? "") ? 1 : 0;
  return { from: from + quote, to: to - quote };
}

/** `text` with the years in it moved on that move on. */
export function advanced(text: string, mentions: readonly YearMention[]): string {
  return mentions.reduceRight(
    (result, { from, to, becomes, written }) =>
      result.slice(0, from) + (becomes ?? written) + result.slice(to),
    text,
  );
}

/**
 * The text at `span` with the years in it moved on as in its value; undefined where it is written in a way, such as with
 * escapes, that hides them.
 */
export function advancedAt(
  text: string,
  span: Span,
  mentions: readonly YearMention[],
  year: number,
): Edit | undefined {
  const inner = withinQuotes(text, span);
  const written = text.slice(inner.from, inner.to);
  const found = yearMentions(written, year);
  return steps(found) === steps(mentions) ? { ...inner, text: advanced(written, found) } : undefined;
}

function steps(mentions: readonly YearMention[]): string {
  return mentions.map(({ written, becomes }) => `${written} ${becomes ?? ""}`).join("\n");
}
