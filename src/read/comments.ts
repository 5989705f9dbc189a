import { CST, Lexer } from "yaml";
import type { Span, TextSource } from "../model/source.js";

/** What the lexer puts before things, and which therefore has no place in the text. */
const MARKS: readonly (string | null)[] = ["doc-mode", "flow-error-end", "scalar"];

/** The comments of a YAML text, each from its # to the end of its line. */
export function commentsIn({ text }: TextSource): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  let before: string | null = null;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    const to = from + (MARKS.includes(type) ? 0 : lexeme.length);
    // the text of a scalar, too, may begin with #
    if (type === "comment" && before !== "scalar") found.push({ from, to });
    before = type;
    from = to;
  }
  return found;
}
