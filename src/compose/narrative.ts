import type { Block, Heading, Paragraph, Run } from "../model/report.js";
import { joined, ownWording, sliced, type Wording } from "../model/wording.js";
import { PARAGRAPH } from "./fill.js";
import { chineseNumeral } from "./numerals.js";

/** How a paragraph of a narrative file begins, and what it becomes. */
const SECTION = "# ";
const SUBSECTION = "## ";
const ITEM = "+ ";

/** Numbers sections 一、二、, subsections and items （一）（二）, as they come in one part of the document. */
export interface Numbering {
  section(): string;
  subsection(): string;
}

export function createNumbering(): Numbering {
  let sections = 0;
  let subsections = 0;
  return {
    section() {
      subsections = 0;
      return `${chineseNumeral(++sections)}、`;
    },
    subsection: () => `（${chineseNumeral(++subsections)}）`,
  };
}

/** The blocks of a narrative file that was filled in, its paragraphs parted by PARAGRAPH. */
export function narrativeBlocks(runs: readonly Run[], numbering: Numbering): readonly Block[] {
  return paragraphsIn(runs).map((paragraph) => block(paragraph, numbering));
}

/** A paragraph of words alone. */
export function paragraphOf(wording: Wording): Paragraph {
  return { kind: "paragraph", runs: [{ kind: "text", ...wording }] };
}

/** The runs of each paragraph that has any, without blanks at its ends, text beside text in one run. */
function paragraphsIn(runs: readonly Run[]): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === "figure") paragraphs.at(-1)?.push(run);
    else
      for (const [index, piece] of piecesOf(run).entries()) {
        if (index > 0) paragraphs.push([]);
        append(paragraphs.at(-1) ?? [], piece);
      }
  }
  return paragraphs.map(withoutBlanks).filter((paragraph) => paragraph.length > 0);
}

function piecesOf(wording: Wording): readonly Wording[] {
  let from = 0;
  return wording.text.split(PARAGRAPH).map((text) => {
    const piece = sliced(wording, from, from + text.length);
    from += text.length + PARAGRAPH.length;
    return piece;
  });
}

function append(runs: Run[], wording: Wording): void {
  const last = runs.at(-1);
  if (last?.kind === "text") runs[runs.length - 1] = { kind: "text", ...joined([last, wording]) };
  else if (wording.text !== "") runs.push({ kind: "text", ...wording });
}

function withoutBlanks(runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run, index): readonly Run[] => {
    if (run.kind === "figure") return [run];
    const from = index === 0 ? run.text.length - run.text.trimStart().length : 0;
    const to = index === runs.length - 1 ? run.text.trimEnd().length : run.text.length;
    return from < to ? [{ kind: "text", ...sliced(run, from, to) }] : [];
  });
}

function block(runs: readonly Run[], numbering: Numbering): Block {
  const [first, ...others] = runs;
  const text = first?.kind === "text" && !beginsWithFact(first) ? first.text : "";
  const numbered = (number: string, mark: string): readonly Run[] => {
    if (first?.kind !== "text") return runs;
    return [{ kind: "text", ...joined([ownWording(number), sliced(first, mark.length)]) }, ...others];
  };
  if (text.startsWith(SECTION)) return heading("section", numbered(numbering.section(), SECTION));
  if (text.startsWith(SUBSECTION)) return heading("subsection", numbered(numbering.subsection(), SUBSECTION));
  const isItem = text.startsWith(ITEM);
  return { kind: "paragraph", runs: isItem ? numbered(numbering.subsection(), ITEM) : runs };
}

/** What the officer wrote is words, whatever it begins with. */
function beginsWithFact({ origins }: Wording): boolean {
  return origins.some(({ from, written }) => from === 0 && written.fact);
}

/** A heading names no figure. */
function heading(level: Heading["level"], runs: readonly Run[]): Heading {
  return { kind: "heading", level, lines: [joined(runs.filter((run) => run.kind === "text"))] };
}
