import { problem } from "../diagnostic.js";
import type { TextSource } from "../model/source.js";
import type { Fault } from "./fault.js";
import { lineSlip } from "./line-slip.js";
import { lineAt, nextContent } from "./lines.js";
import { FULL_WIDTH_BRACKETS, fullWidthBrackets, slipOf } from "./slip.js";
import { nextIsTooDeep } from "./syntax-fault.js";
import { FAULT_WORDS, INDENT_TOO_DEEP, OTHER_FAULT, type SyntaxFault, type Words } from "./syntax-words.js";
import { closingOf, isQuote, type Unclosed, unclosedBefore } from "./unclosed.js";
import { underValue } from "./under-value.js";

/** So many lines without content are passed over. */
const FARTHEST = 10;

const BEGINS_ANEW = /^\s*(?:- |[^\s{[,:"']+:(?:\s|$))/;

/** How the parser reports, on a later line, that a bracket or quotation mark has no end. */
const UNCLOSED_SHOWS_AS: ReadonlySet<string> = new Set(["BAD_INDENT", "MISSING_CHAR"]);

/** Faults in the officer's words; the usual slips are recognised by what stands there, and each is said once. */
export function syntaxProblems(source: TextSource, faults: readonly SyntaxFault[]): readonly Fault[] {
  const problems = new Map(
    faults.map((fault) => {
      const found = syntaxProblem(source, fault);
      return [`${found.place?.line}:${found.place?.column} ${found.message}`, found];
    }),
  );
  return [...problems.values()];
}

function syntaxProblem(source: TextSource, fault: SyntaxFault): Fault {
  const [from, to] = fault.pos;
  const finished = underValue(source, fault);
  if (finished) return finished;
  const unclosed = UNCLOSED_SHOWS_AS.has(fault.code) ? unclosedBefore(source.text, from) : undefined;
  if (unclosed) return unclosedMark(source, unclosed);
  const slip = lineSlip(source, fault);
  if (slip) return worded(slip.words, source, slip.from, slip.to);
  if (nextIsTooDeep(source, fault)) return worded(INDENT_TOO_DEEP, source, ...nextIndent(source.text, from));
  const words = slipOf(fault.code, lineAt(source.text, from)) ?? FAULT_WORDS[fault.code] ?? OTHER_FAULT;
  return worded(words, source, from, to);
}

function worded(words: Words, source: TextSource, from: number, to: number): Fault {
  const { code, message, remedy, mends } = words;
  const told = problem(code, message, source.at(from, to - from), `怎么改：${remedy}`);
  return mends ? { ...told, mends } : told;
}

/** The blanks before the next line that has any text. */
function nextIndent(text: string, from: number): readonly [number, number] {
  const next = /\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)/g;
  next.lastIndex = from;
  const end = next.exec(text) ? next.lastIndex : from;
  return [text.lastIndexOf("\n", end - 1) + 1, end];
}

function unclosedMark(source: TextSource, { mark, offset }: Unclosed): Fault {
  const quote = isQuote(mark);
  const { from, text } = lineAt(source.text, offset);
  const comment = / #.*[}\]]/.exec(text.slice(offset - from));
  if (!quote && comment) {
    const at = offset + comment.index + 1;
    return problem(
      "语法/YAML",
      `空格后面的 # 在 YAML 里是注释的开头，把后面的括号也变成了注释，括号 ${mark} 就没有收尾`,
      source.at(at, comment[0].length - 1),
      "怎么改：注释移到括号后面，# 后面加一个空格；它是文字的一部分的，给整段文字加上英文引号",
    );
  }
  const fullWidth = quote ? undefined : fullWidthBrackets({ from, text });
  if (fullWidth) {
    const at = from + text.search(FULL_WIDTH_BRACKETS);
    return worded(fullWidth, source, at, at + 1);
  }
  const closing = closingOf(mark);
  const told = problem(
    "语法/YAML",
    quote ? `引号 ${mark} 没有收尾` : `括号 ${mark} 没有收尾`,
    source.at(offset, 1),
    quote
      ? `怎么改：在文字末尾补上 ${mark}，用英文引号；不需要引号的，删去这一个`
      : `怎么改：在这一项的末尾补上 ${closing}，用英文括号`,
  );
  // what the next line begins anew is over at the end of this one
  const next = nextContent(source.text, { from, text }, 1, FARTHEST);
  if (next && !BEGINS_ANEW.test(next.text)) return told;
  const end = from + text.replace(/\s+#.*$|\s+$/, "").length;
  return { ...told, mends: [{ from: end, to: end, meant: quote ? closing : ` ${closing}` }] };
}
