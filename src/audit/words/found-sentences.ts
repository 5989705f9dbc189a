import { sentencesIn as cutAtSentences } from "../../text/sentences.js";
import { beginsLine, type ScriptText, type TextRange, textOf, within } from "./placed-text.js";

/** Numbers of sections and parts as headings have them. */
const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|附件)/u;
/** A heading has no mark but those that names have. */
const IN_SENTENCE = /[。！？；，]/u;
const LONGEST_HEADING = 60;

/** The sentences and headings from `from` to `to`, each with its place. */
export function sentencesIn(source: ScriptText, from: number, to: number): readonly TextRange[] {
  return splitAtHeadings(source, from, to).flatMap(({ range }) =>
    cutAtSentences(textOf(range)).map((each) => within(range, each.from, each.to)),
  );
}

/** The headings from `from` to `to`, and what stands between them. */
export function splitAtHeadings(
  source: ScriptText,
  from: number,
  to: number,
): readonly { readonly range: TextRange; readonly isHeading: boolean }[] {
  const parts: { range: TextRange; isHeading: boolean }[] = [];
  let start = from;
  const end = (at: number, isHeading: boolean): void => {
    if (at > start) parts.push({ range: { source, start, end: at }, isHeading });
    start = at;
  };
  for (let at = from; at < to; at++) {
    if (!beginsLine(source, at) || !isHeading(source.lines[at]?.text ?? "")) continue;
    end(at, false);
    while (at + 1 < to && source.lines[at + 1] === source.lines[start]) at++;
    end(at + 1, true);
  }
  end(to, false);
  return parts;
}

/** Whether a line is a heading of its own. */
function isHeading(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= LONGEST_HEADING && HEADING.test(text) && !IN_SENTENCE.test(text) && !/[：:]./u.test(text)
  );
}
