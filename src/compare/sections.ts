import type { Spot, Version } from "../model/correction.js";
import { runText } from "../model/printed.js";
import type { Block, Heading, Paragraph, Report } from "../model/report.js";
import { blocksOf, openBehind, ownWords } from "../model/walk.js";
import { statementsIn } from "../text/sentences.js";

/** What stands under one heading, a sentence or line at a time. */
export interface Section {
  /** the heading without its number */
  readonly key: string;
  /** the headings above it and its own */
  readonly under: readonly string[];
  readonly sentences: readonly Version[];
}

const NUMBER =
  /^(?:第[一二三四五六七八九十百零\d]+(?:部分|章|节|条)[ \u3000]*|[一二三四五六七八九十百零]+、|[（(][一二三四五六七八九十百零\d]+[）)]|\d+[.．、]|[①-⑳]|附件：?)/u;

/** The narrative of a report by its headings. Contents only repeat them, and tables are compared by their cells. */
export function sectionsOf(report: Report): readonly Section[] {
  const sections: { key: string; under: readonly string[]; sentences: Version[] }[] = [];
  let open: readonly Heading[] = [];
  const begin = (key: string, under: readonly string[]) => sections.push({ key, under, sentences: [] });
  for (const block of blocksOf(report)) {
    if (block.kind === "table" || block.kind === "contents") continue;
    if (block.kind === "cover") begin("", []);
    if (block.kind === "heading") {
      open = openBehind(open, block);
      const heading = block.lines.map(({ text }) => text).join("");
      begin(heading.replace(NUMBER, ""), headingsOf(open));
    }
    if (sections.length === 0) begin("", []);
    sections.at(-1)?.sentences.push(...(block.kind === "paragraph" ? sentencesOf(block) : linesOf(block)));
  }
  return sections;
}

/** Of a part above other headings the first line, which has its number, is enough. */
function headingsOf(open: readonly Heading[]): readonly string[] {
  return open.map(({ lines }, index) =>
    index < open.length - 1 ? (lines[0]?.text ?? "") : lines.map(({ text }) => text).join(" "),
  );
}

/** The lines of a block that are not made of runs, each by its place among its own words; which edition it is is none. */
export function linesOf(block: Block): readonly Version[] {
  let end = 0;
  return (block.kind === "cover" ? block.lines : ownWords(block)).flatMap(({ text }) => {
    const stretch = { from: end, to: end + text.length };
    end = stretch.to;
    return text === "" ? [] : [{ text, spots: [{ element: block, stretch }] }];
  });
}

/** The sentences of a paragraph, with the marks at their ends. */
export function sentencesOf(paragraph: Paragraph): readonly Version[] {
  const text = paragraph.runs.map(runText).join("");
  const spots = paragraph.runs.map((element) => ({
    element,
    stretch: { from: 0, to: runText(element).length },
  }));
  return statementsIn(text).map(({ from, to }) => {
    return { text: text.slice(from, to), spots: spotsWithin({ text, spots }, from, to) };
  });
}

/** Of a version's spots those that hold its text from `from` to before `to`. */
export function spotsWithin({ spots }: Version, from: number, to: number): readonly Spot[] {
  let end = 0;
  return spots.flatMap(({ element, stretch }) => {
    if (!stretch) return [{ element }];
    const start = end;
    end += stretch.to - stretch.from;
    const first = stretch.from + Math.max(from, start) - start;
    const last = stretch.from + Math.min(to, end) - start;
    return first < last ? [{ element, stretch: { from: first, to: last } }] : [];
  });
}
