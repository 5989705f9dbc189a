import { firstOfEach } from "../model/groups.js";
import type { TextSource } from "../model/source.js";
import { putsOutOfStep } from "./line-slip.js";
import type { SyntaxFault } from "./syntax-words.js";

/** More say nothing new: a file that has them is no data file. */
const MOST = 100;

/** So many wrong indents are looked at, so that what follows from them is known as their echo. */
const MOST_INDENTS = 5000;

const FULL_WIDTH_INDENT = /^[ \t]*(\u3000\s*)/gmu;
const TAB_INDENT = /^ *(\t[^\S\n]*)(?=\S)/gmu;
const WRONG_BLANKS: ReadonlySet<string> = new Set(["TAB_AS_INDENT", "FULL_WIDTH_INDENT"]);
const SHIFTED: ReadonlySet<string> = new Set(["BAD_INDENT", "MULTILINE_IMPLICIT_KEY"]);

/** The faults to report: those of indentation on every line, of others the first of each line, and no echoes. */
export function faultsOf(source: TextSource, reported: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const fullWidth = indents(source.text, FULL_WIDTH_INDENT, "FULL_WIDTH_INDENT");
  const tabs = reported.some(({ code }) => code === "TAB_AS_INDENT");
  // full-width blanks are text to the parser: without indents all lists are in each other
  const told = new Set(["TAB_AS_INDENT", ...(fullWidth.length > 0 ? ["RESOURCE_EXHAUSTION"] : [])]);
  const found: readonly SyntaxFault[] = [
    ...fullWidth,
    ...(tabs ? indents(source.text, TAB_INDENT, "TAB_AS_INDENT") : []),
    ...reported.slice(0, MOST).filter(({ code }) => !told.has(code)),
  ];
  return withoutEchoes(source, firstOfEachLine(source, found)).slice(0, MOST);
}

/** Whether the parser took a line for one that has two keys because the next line is indented too far. */
export function nextIsTooDeep(source: TextSource, { code, pos }: SyntaxFault): boolean {
  return code === "BLOCK_AS_IMPLICIT_KEY" && keysIn(source.at(pos[0], 0).excerpt) < 2;
}

/** A line of a data file without its comment and quoted texts. */
export function bareLine(line: string): string {
  return line.replace(/"[^"]*"|'[^']*'/g, "").replace(/(^|\s)#.*$/, "");
}

function keysIn(line: string): number {
  return bareLine(line).match(/:(\s|$)/g)?.length ?? 0;
}

function indents(text: string, pattern: RegExp, code: SyntaxFault["code"]): readonly SyntaxFault[] {
  return [...text.matchAll(pattern)].slice(0, MOST_INDENTS).map((match) => {
    const end = match.index + match[0].length;
    return { code, pos: [end - (match[1]?.length ?? 0), end] };
  });
}

function firstOfEachLine(source: TextSource, faults: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const inOrder = faults.toSorted((a, b) => a.pos[0] - b.pos[0]);
  return firstOfEach(inOrder, ({ pos }) => source.at(pos[0], 0).line);
}

/** After a wrong indentation the parser is out of step until the next line that begins at the margin. */
function withoutEchoes(source: TextSource, faults: readonly SyntaxFault[]): readonly SyntaxFault[] {
  let inStep = 0;
  return faults.filter((fault) => {
    const [from] = fault.pos;
    const tooDeep = nextIsTooDeep(source, fault);
    const shifted = SHIFTED.has(fault.code) || tooDeep || putsOutOfStep(source.at(from, 0).excerpt, fault);
    if (from < inStep && (shifted || fault.code === "BLOCK_AS_IMPLICIT_KEY")) return false;
    if (tooDeep && isToldBelow(source.text, fault, faults)) return false;
    if (from >= inStep && (shifted || /_INDENT$/.test(fault.code))) inStep = nextAtMargin(source.text, from);
    return true;
  });
}

/** Whether the next line that has any text is indented with characters that are told of by themselves. */
function isToldBelow(text: string, { pos }: SyntaxFault, faults: readonly SyntaxFault[]): boolean {
  const indent = /.*\r?\n(?:[^\S\n]*(?:#.*)?\r?\n)*[^\S\n]*/y;
  [indent.lastIndex] = pos;
  const isThere = indent.test(text);
  return (
    isThere && faults.some(({ code, pos: [, end] }) => WRONG_BLANKS.has(code) && end === indent.lastIndex)
  );
}

function nextAtMargin(text: string, from: number): number {
  const next = /\n(?=[^\s#-])/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}
