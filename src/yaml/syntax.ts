import { type Place, problem } from "../diagnostic/diagnostic.js";
import { firstOfEach } from "../model/groups.js";
import type { TextSource } from "../model/source.js";
import type { SchemaPart } from "../validate/schema/schema.js";
import { type AskewLines, askewLinesIn } from "./askew-lines.js";
import type { Fault } from "./fault.js";
import { lineSlip, NOT_ALIGNED } from "./line-slip.js";
import { indentOf, lineAt, nextContent } from "./lines.js";
import { mergeMarks } from "./merge-marks.js";
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

/** A fault, and where the line begins whose indentation it may be. */
interface PerhapsAskew extends Fault {
  readonly askew?: number | undefined;
}

/** Faults in the officer's words; the usual slips are recognised by what stands there, and each is said once. */
export function syntaxProblems(
  source: TextSource,
  faults: readonly SyntaxFault[],
  schema?: () => SchemaPart,
): readonly Fault[] {
  const merged = faults.length > 0 && mergeMarks(source);
  if (merged) return [merged];
  const found = faults.map((fault) => syntaxProblem(source, fault));
  return firstOfEach(aligned(source, found, schema), ({ place, message }) =>
    [place?.line, place?.column, message].join(" "),
  );
}

/** The faults, those of lines that stand askew with how they were meant, each group of them once. */
function aligned(
  source: TextSource,
  faults: readonly PerhapsAskew[],
  schema: (() => SchemaPart) | undefined,
): readonly Fault[] {
  const wrong = new Set(faults.flatMap(({ askew }) => askew ?? []));
  if (wrong.size === 0 || !schema) return faults;
  const alignments = askewLinesIn(source.text, wrong, schema());
  return faults.flatMap(({ askew, ...fault }) => {
    const alignment = askew === undefined ? undefined : alignments.get(askew);
    if (!alignment) return [fault];
    const { from, lost, mends } = alignment;
    const { text } = lineAt(source.text, from);
    if (lost) return [{ ...lostKey(lost, source.at(from + text.search(/\S/), 1)), mends }];
    if (from !== askew && wrong.has(from)) return [];
    const to = from + Math.max(1, indentOf({ from, text }));
    const told = from === askew && !fault.mends ? fault : worded(NOT_ALIGNED, source, from, to);
    const others = mends.slice(1).map((mend) => source.at(mend.from, Math.max(1, mend.to - mend.from)));
    return [{ ...told, mends, ...(others.length > 0 && { others }) }];
  });
}

function lostKey({ key, line }: NonNullable<AskewLines["lost"]>, place: Place): Fault {
  const remedy = "怎么改：在这一行上面补上：";
  return {
    ...problem("数据/缺少", `从这里起是“${key}”的内容，“${key}:”这一行没有了`, place, remedy),
    paste: [line],
  };
}

/** Faults that the indentation of a line is. */
const ASKEW: ReadonlySet<string> = new Set(
  [INDENT_TOO_DEEP, NOT_ALIGNED, FAULT_WORDS.TAB_AS_INDENT, FAULT_WORDS.FULL_WIDTH_INDENT].map(
    (words) => words?.message ?? "",
  ),
);

function syntaxProblem(source: TextSource, fault: SyntaxFault): PerhapsAskew {
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

function worded(words: Words, source: TextSource, from: number, to: number): PerhapsAskew {
  const { code, message, remedy, mends } = words;
  const told = problem(code, message, source.at(from, to - from), `怎么改：${remedy}`);
  if (mends) return { ...told, mends };
  return ASKEW.has(message) ? { ...told, askew: lineAt(source.text, from).from } : told;
}

/** The blanks before the next line that has any text. */
function nextIndent(text: string, from: number): readonly [number, number] {
  const next = /\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)/g;
  next.lastIndex = from;
  const end = next.exec(text) ? next.lastIndex : from;
  return [text.lastIndexOf("\n", end - 1) + 1, end];
}

function unclosedMark(source: TextSource, { mark, offset, within }: Unclosed): Fault {
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
  const value =
    text.slice(0, offset - from) +
    (quote && within ? valueInBrackets(text.slice(offset - from)) : text.slice(offset - from));
  const end = from + value.replace(/\s+#.*$|\s+$/, "").length;
  return { ...told, mends: [{ from: end, to: end, meant: quote ? closing : ` ${closing}` }] };
}

/** A value in brackets up to the next key, or to the brackets that close at the end of the line. */
function valueInBrackets(rest: string): string {
  return rest.replace(/,\s+[^\s,:]+: .*$|\s*[}\]]+\s*(?:#.*)?$/su, "");
}
