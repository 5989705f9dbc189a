import { sentencesIn as cutAtSentences } from "../../text/sentences.js";
import { beginsLine, type PlacedText, type TextRange, within } from "./placed-text.js";

/** Numbers of sections and parts as headings have them. */
const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|附件)/u;
/** A heading has no mark but those that names have. */
const IN_SENTENCE = /[。！？；，]/u;
const LONGEST_HEADING = 60;

/** The sentences and headings from `from` to `to`, each with its place. */
export function sentencesIn(source: PlacedText, from: number, to: number): readonly TextRange[] {
  return splitAtHeadings(source, from, to).flatMap(({ start, end }) =>
    cutAtSentences(source.text.slice(start, end)).map((each) =>
      within({ source, start, end }, each.from, each.to),
    ),
  );
}

function splitAtHeadings(source: PlacedText, from: number, to: number): readonly TextRange[] {
  const starts = [from];
  for (let at = from; at < to; at++) {
    if (!beginsLine(source, at) || !isHeading(source.lines[at]?.text ?? "")) continue;
    let end = at + 1;
    while (end < to && source.lines[end] === source.lines[at]) end++;
    starts.push(at, end);
  }
  const cuts = [...new Set([...starts, to])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => ({ source, start: cuts[index] ?? from, end }));
}

/** Whether a line is a heading of its own. */
export function isHeading(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= LONGEST_HEADING && HEADING.test(text) && !IN_SENTENCE.test(text) && !/[：:]./u.test(text)
  );
}
