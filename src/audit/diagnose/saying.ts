import { type Diagnostic, problem, type Severity, warning } from "../../diagnostic/diagnostic.js";
import type { Code } from "../../diagnostic/diagnostic-codes.js";
import { cellText, figureText } from "../../model/printed.js";
import type { Reading } from "../collate/differences.js";
import { placeOf, type TextRange, textOf, whereOf } from "../words/placed-text.js";

/** What messages name besides what they are about. */
export interface SourceNames {
  /** the file that is audited */
  readonly file: string;
  /** the data it is held against */
  readonly data: string;
}

/** Longer quotations are cut. */
const LONGEST = 60;
const LONGEST_SENTENCE = 160;

export function quoted(text: string, longest = LONGEST): string {
  const characters = [...text];
  return `“${characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text}”`;
}

export function quotedSentence(text: string): string {
  return quoted(text, LONGEST_SENTENCE);
}

/** What the data say a figure is, as it stands in a sentence or in a table. */
export function expectedText({ figure, cell }: Reading): string {
  return cell ? cellText(cell) : figureText(figure);
}

/** What a figure is, in a reader's words. */
export function nameOfReading({ figure, where, column }: Reading): string {
  return column === undefined ? quoted(measureName(figure.measure)) : `${where}“${column}”栏`;
}

/** 收入总计的增减占收入总计 is how a rate is made, not how it is called. */
function measureName(measure: string): string {
  return measure.replace(/^(.+)的增减占\1$/u, "$1的增减幅度").replace(/的增减$/u, "的增减额");
}

/** Where else something stands. */
export function placed(range: TextRange, words: string): string {
  return `${whereOf(range)}：${words}`;
}

/** Other figures that differ for the same reason. */
export function consequences(readings: readonly Reading[]): readonly string[] {
  const lines = readings.map((each) => {
    const words = `${nameOfReading(each)}印的是 ${textOf(each.range)}，应为 ${expectedText(each)}`;
    return `  ${placed(each.range, words)}`;
  });
  return lines.length === 0 ? [] : [`随之不同的 ${lines.length} 处：`, ...lines];
}

/** What is to be said, but for the names in it. */
export type Remark = (names: SourceNames) => Diagnostic;

export function report(
  severity: Severity,
  code: Code,
  message: string,
  range: TextRange | undefined,
  ...notes: (string | ((names: SourceNames) => string))[]
): Remark {
  const make = severity === "错误" ? problem : warning;
  return (names) =>
    make(
      code,
      message,
      range && placeOf(names.file, range),
      ...(range ? wholeText(range, message) : []),
      ...notes.map((note) => (typeof note === "string" ? note : note(names))),
    );
}

/** A place shows one line; what goes on on the next is quoted, unless the message does it. */
function wholeText({ source, start, end }: TextRange, message: string): readonly string[] {
  const text = source.text.slice(start, end);
  const isBroken = source.lines[start] !== source.lines[Math.max(start, end - 1)];
  return isBroken && !message.includes(text) ? [`原文：${quotedSentence(text)}`] : [];
}

/** What to do about something that the data say otherwise. */
export function eitherWay({ data }: SourceNames): string {
  return `怎么改：数据对的，重新生成（npm run build-report）；文件对的，改 ${data}，再生成`;
}

/** What to do about words that differ. */
export const EITHER_WORDS = "怎么改：程序印的对，重新生成；文件里的更好，改模板或数据，再生成";
