import type { Block, Heading } from "../model/report.js";
import { type Marks, PARAGRAPH } from "./marks.js";
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

/** The blocks of a rendered narrative file. */
export function narrativeBlocks(text: string, numbering: Numbering, marks: Marks): readonly Block[] {
  return text
    .split(PARAGRAPH)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== "")
    .map((chunk) => block(chunk, numbering, marks));
}

function block(chunk: string, numbering: Numbering, marks: Marks): Block {
  if (chunk.startsWith(SECTION)) return heading("section", numbering.section() + chunk.slice(SECTION.length));
  if (chunk.startsWith(SUBSECTION)) {
    return heading("subsection", numbering.subsection() + chunk.slice(SUBSECTION.length));
  }
  const item = chunk.startsWith(ITEM);
  const words = item ? numbering.subsection() + chunk.slice(ITEM.length) : chunk;
  return { kind: "paragraph", runs: marks.runs(words) };
}

function heading(level: Heading["level"], line: string): Heading {
  return { kind: "heading", level, lines: [line] };
}
