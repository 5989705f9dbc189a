import { CST, Lexer } from "yaml";
import { problem } from "../diagnostic/diagnostic.js";
import type { Span, TextSource } from "../model/source.js";
import type { Fault } from "./fault.js";

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

/** More of them in one file say nothing new. */
const MOST = 20;

/** A `#` that looks like part of a text: nothing between it and the words behind it. */
const CLOSE = /[ \t]#[^\s#]/;

/** Words of a text that is neither quoted nor a number, up to the blank before the comment. */
const TEXT_BEFORE = /(?:^\s*|: +|- +)(?![{["'])[^:"']*\p{L}[^:"'}\]]*[ \t]+$/u;

/** Texts that YAML ends where a `#` stands in them: the rest would be printed nowhere. */
export function cutTexts(source: TextSource): readonly Fault[] {
  if (!CLOSE.test(source.text)) return [];
  const cut = commentsIn(source).filter(({ from }) => isCut(source.text, from));
  return cut.slice(0, MOST).map(({ from, to }) => {
    const words = source.text.slice(from, to).trimEnd();
    const told = problem(
      "语法/YAML",
      `“${words}”印不出来：空格后面的 # 在 YAML 里是注释的开头`,
      source.at(from, words.length),
      "怎么改：它是文字的一部分的，给整段文字加上英文引号；它是注释的，在 # 后面加一个空格",
    );
    return { ...told, mends: [] };
  });
}

function isCut(text: string, from: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return CLOSE.test(text.slice(from - 1, from + 2)) && TEXT_BEFORE.test(before);
}
