import type { Spot, Version } from "../model/correction.js";
import { runText } from "../model/printed.js";
import type { Block, Paragraph, Report, Table } from "../model/report.js";
import { headers } from "../model/words.js";

/** What stands under one heading, a sentence or line at a time; `key` is the heading without its number. */
export interface Section {
  readonly key: string;
  readonly under: string;
  readonly sentences: readonly Version[];
}

/** A sentence ends behind its mark and what closes with it. */
const SENTENCE = /[^。；！？]*(?:[。；！？]+[”）》]*|$)/gu;
const NUMBER =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附件：?)/u;

/** The narrative of a report by its headings. Contents only repeat them, and tables are compared by their cells. */
export function sectionsOf(report: Report): readonly Section[] {
  const sections: { key: string; under: string; sentences: Version[] }[] = [];
  for (const block of report.parts.flatMap((part) => part.blocks)) {
    if (block.kind === "table" || block.kind === "contents" || block.kind === "signature") continue;
    if (block.kind === "cover" || block.kind === "heading") {
      const under = block.lines.join("");
      sections.push({ key: keyOf(block.kind, under), under, sentences: [wholeBlock(block, under)] });
    } else {
      if (sections.length === 0) sections.push({ key: "", under: "", sentences: [] });
      sections.at(-1)?.sentences.push(...sentencesOf(block));
    }
  }
  return sections;
}

function keyOf(kind: "cover" | "heading", line: string): string {
  return kind === "cover" ? "封面" : line.replace(NUMBER, "");
}

/** The words around a table's cells: its title, what stands above it, its heads and its notes. */
export function wordsAround(table: Table): readonly Version[] {
  const { title, left, right, columns } = table;
  const lines = [title, left, right, ...columns.flatMap(headers)].filter((text) => text !== "");
  return [...lines.map((text) => wholeBlock(table, text)), ...table.notes.flatMap(sentencesOf)];
}

function wholeBlock(block: Block, text: string): Version {
  return { text, spots: [{ element: block }] };
}

function sentencesOf(paragraph: Paragraph): readonly Version[] {
  const text = paragraph.runs.map(runText).join("");
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence !== "")
    .map((match) => ({
      text: match[0],
      spots: spotsOf(paragraph, match.index, match.index + match[0].length),
    }));
}

function spotsOf({ runs }: Paragraph, from: number, to: number): readonly Spot[] {
  let end = 0;
  return runs.flatMap((run) => {
    const start = end;
    end += runText(run).length;
    const stretch = { from: Math.max(from, start) - start, to: Math.min(to, end) - start };
    return stretch.from < stretch.to ? [{ element: run, stretch }] : [];
  });
}

/** Of a sentence's spots those that hold its text from `from` to before `to`. */
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
