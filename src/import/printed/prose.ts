import type { Measure, Measures } from "../../model/pack/measure.js";
import type { Pack } from "../../model/pack/pack.js";
import { SAYING, syntaxOf } from "../../model/template.js";
import { isMoney } from "../../money/money.js";
import { folded } from "../../text/fold.js";
import { CLAUSE_MARKS } from "../../text/sentences.js";
import { type AmountRange, amountIn } from "./amounts.js";

/** Words of a document with the place where they stand. */
export interface PlacedWords {
  readonly text: string;
  readonly where: string;
}

/** A figure that the text of a document gives for a measure of its format. */
export interface ProseFigure extends AmountRange {
  readonly measure: Measure;
  readonly text: string;
  readonly where: string;
}

/** Where a template prints what a measure comes to: below which heading, and behind which words. */
interface FigureSpot {
  readonly heading: string;
  readonly before: string;
  readonly measure: Measure;
}

/** Fewer characters before a figure do not say which it is, and more are seldom worded alike. */
const CONTEXT = { least: 3, most: 12 } as const;

/** The figures of a text, read by the templates that the format prints it with: each by its heading and the words before it. */
export function figuresInProse(
  paragraphs: readonly PlacedWords[],
  pack: Pick<Pack, "narrative" | "measures">,
): readonly ProseFigure[] {
  const spots = [...pack.narrative.values()].flatMap(({ text }) => spotsIn(text, pack.measures));
  const headings = new Set(spots.map(({ heading }) => heading));
  return sectionsOf(paragraphs, headings).flatMap((section) => {
    const own = spots.filter(({ heading }) => heading === section.heading);
    return figuresIn(section, own);
  });
}

function spotsIn(text: string, measures: Measures): readonly FigureSpot[] {
  const spots: FigureSpot[] = [];
  const saying: readonly string[] = SAYING.amount;
  let heading = "";
  let before = "";
  const read = (words: string): void => {
    const found = [...words.matchAll(/^#+ (.+)$/gmu)].at(-1)?.[1];
    if (found !== undefined) heading = folded(found);
    before = (before + words).split(/\n\s*\n/u).at(-1) ?? "";
  };
  const walk = ({ body }: hbs.AST.Program): void => {
    for (const statement of body) {
      if (statement.type === "ContentStatement") read((statement as hbs.AST.ContentStatement).value);
      else if (statement.type === "BlockStatement") {
        const { path, program, inverse } = statement as hbs.AST.BlockStatement;
        const start = before;
        // the figures of a list are those of its items
        const branches =
          (path as hbs.AST.PathExpression).original === "each" ? [inverse] : [program, inverse];
        for (const branch of branches) {
          before = start;
          if (branch) walk(branch);
        }
        before = "";
      } else {
        const { path, params } = statement as hbs.AST.MustacheStatement;
        const [name] = params.map((param) => (param as hbs.AST.PathExpression).original);
        const measure = saying.includes((path as hbs.AST.PathExpression).original)
          ? measures.get(String(name))
          : undefined;
        const words = contextIn(before);
        if (measure && words.length >= CONTEXT.least) spots.push({ heading, before: words, measure });
        before = "";
      }
    }
  };
  walk(syntaxOf(text));
  return spots;
}

/** The last clause of what stands before a figure, as far as it counts. */
function contextIn(before: string): string {
  const words = folded(before.replace(/^\+ /u, ""));
  const start = Math.max(...[...CLAUSE_MARKS].map((mark) => words.lastIndexOf(mark)));
  return words.slice(start + 1).slice(-CONTEXT.most);
}

/** What stands below a heading of the format, as one text. */
interface Section {
  readonly heading: string;
  readonly text: string;
  /** where the text from an offset on stands */
  readonly starts: readonly (readonly [offset: number, where: string])[];
}

const HEADING_NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])/u;

function sectionsOf(paragraphs: readonly PlacedWords[], headings: ReadonlySet<string>): readonly Section[] {
  const sections: { heading: string; text: string; starts: [number, string][] }[] = [
    { heading: "", text: "", starts: [] },
  ];
  for (const { text, where } of paragraphs) {
    const words = folded(text);
    const heading = words.replace(HEADING_NUMBER, "");
    if (headings.has(heading)) sections.push({ heading, text: "", starts: [] });
    else {
      const last = sections.at(-1);
      last?.starts.push([last.text.length, where]);
      if (last) last.text += words;
    }
  }
  return sections;
}

const FIGURE = /(?<digits>-?\d[\d，]{0,20}(?:\.\d{1,6})?)(?<unit>万元|千元|元|(?=\p{Script=Han}))/gu;

function figuresIn({ text, starts }: Section, spots: readonly FigureSpot[]): readonly ProseFigure[] {
  return [...text.matchAll(FIGURE)].flatMap(({ index, groups }) => {
    const { digits = "", unit = "" } = groups ?? {};
    const before = text.slice(Math.max(0, index - CONTEXT.most), index);
    const fitting = spots.filter((spot) => before.endsWith(spot.before));
    const longest = Math.max(...fitting.map((spot) => spot.before.length));
    const measures = new Set(
      fitting.filter((spot) => spot.before.length === longest).map(({ measure }) => measure),
    );
    const [measure] = measures;
    if (!measure || measures.size > 1 || isMoney(unit) !== countsMoney(measure)) return [];
    const range = amountIn({ text: digits.replaceAll("，", ",") }, isMoney(unit) ? unit : "元");
    const where = starts.findLast(([offset]) => offset <= index)?.[1] ?? "";
    return range ? [{ ...range, measure, text: `${digits}${unit}`, where }] : [];
  });
}

function countsMoney(measure: Measure): boolean {
  switch (measure.kind) {
    case "sum":
      return measure.unit === "元";
    case "total":
      return true;
    case "count":
    case "constant":
      return false;
  }
}
