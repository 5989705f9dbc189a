import { firstOfEach } from "../model/groups.js";
import type { Figure } from "../model/ledger.js";
import { FIGURE, type Passage, type PassageKind, type PassageTable } from "../model/passage.js";
import { tableCaption } from "../model/table-words.js";
import type { Unit } from "../money/money.js";
import type { TableMatch } from "./tables/match.js";
import { splitAtHeadings } from "./words/found-sentences.js";
import { cutOut, type ScriptText, type TextRange, textOf, whole } from "./words/placed-text.js";
import { smallTokens } from "./words/tokens.js";

/** A passage of the document, and for each of its characters where in its source it stands. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly source: ScriptText;
  readonly at: readonly number[];
}

const UNITS: readonly string[] = [
  "元",
  "万元",
  "%",
  "个",
  "辆",
  "套",
  "台（套）",
  "家",
] satisfies readonly Unit[];

/** The headings of a text, and what stands between them, each as one passage. */
export function narrativePassages(source: ScriptText): readonly FoundPassage[] {
  let under = "";
  return splitAtHeadings(source, 0, source.text.length).map(({ range, isHeading }) => {
    if (isHeading) under = textOf(range);
    return passageOf(isHeading ? "heading" : "paragraph", cutOut(range), under);
  });
}

const NOT_NOTHING = /[1-9]/;

/** The title, cells and notes of a table. */
export function tablePassages({
  form,
  caption,
  pairs,
  superfluous,
  notes,
}: TableMatch): readonly FoundPassage[] {
  const under = tableCaption(form.table);
  const entries = [...pairs.map(({ found }) => found), ...superfluous];
  const table: PassageTable = {
    number: form.table.number,
    title: form.table.title,
    hasFigure: entries.some(({ figures }) => figures.some(({ range }) => NOT_NOTHING.test(textOf(range)))),
    notes: [{ kind: "paragraph", runs: [{ kind: "text", origins: [], text: notes.text }] }],
  };
  const cells = entries.flatMap(({ label, words }) => [label, ...words.map(({ range }) => cutOut(range))]);
  const unique = firstOfEach(cells, ({ lines, indexes, text }) =>
    [lines[0]?.offset, indexes[0], text].join(" "),
  );
  return [
    passageOf("title", caption, under),
    ...unique.filter(({ text }) => text !== "").map((source) => passageOf("cell", source, under)),
    ...(notes.text === "" ? [] : [passageOf("note", notes, under, table)]),
  ];
}

function passageOf(kind: PassageKind, source: ScriptText, under: string, table?: PassageTable): FoundPassage {
  let text = "";
  const figures: Figure[] = [];
  const at: number[] = [];
  for (const token of smallTokens(source.text)) {
    const { amount } = token;
    if (amount && UNITS.includes(amount.unit)) {
      const { value, unit, decimals } = amount;
      figures.push({ amount: value, unit: unit as Unit, decimals, measure: "", lines: [] });
      text += FIGURE;
      at.push(token.start);
    } else {
      text += token.text;
      for (let index = token.start; index < token.end; index++) at.push(index);
    }
  }
  at.push(source.text.length);
  return { passage: { kind, text, figures, under, ...(table && { table }) }, source, at };
}

/** Where a range of a passage stands in the document. */
export function rangeIn({ source, at }: FoundPassage, start: number, end: number): TextRange {
  return { ...whole(source), start: at[start] ?? 0, end: at[end] ?? source.text.length };
}
