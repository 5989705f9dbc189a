import type { Figure } from "../model/ledger.js";
import { FIGURE, type Passage, type PassageKind, type PassageTable } from "../model/passage.js";
import type { Unit } from "../money/money.js";
import type { TableMatch } from "./tables/match.js";
import { isHeading } from "./words/sentences.js";
import { beginsLine, type Stretch, type Strip, sliced, whole } from "./words/strip.js";
import { smallTokens } from "./words/tokens.js";

/** A passage of the document, and for each of its characters where in its strip it stands. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly strip: Strip;
  readonly at: readonly number[];
}

const UNITS: readonly string[] = ["元", "万元", "%", "个", "辆", "套", "家"] satisfies readonly Unit[];

/** The headings of a text, and what stands between them, each as one passage. */
export function narrativePassages(strip: Strip): readonly FoundPassage[] {
  const passages: FoundPassage[] = [];
  let under = "";
  let from = 0;
  const end = (to: number): void => {
    if (to > from) passages.push(passageOf("paragraph", sliced(strip, from, to), under));
    from = to;
  };
  for (let at = 0; at < strip.text.length; at++) {
    if (!beginsLine(strip, at) || !isHeading(strip.lines[at]?.text ?? "")) continue;
    end(at);
    while (at + 1 < strip.text.length && strip.lines[at + 1] === strip.lines[from]) at++;
    const heading = sliced(strip, from, at + 1);
    under = heading.text;
    passages.push(passageOf("heading", heading, under));
    from = at + 1;
  }
  end(strip.text.length);
  return passages;
}

/** The title, cells and notes of a table. */
export function tablePassages({
  form,
  caption,
  pairs,
  superfluous,
  notes,
}: TableMatch): readonly FoundPassage[] {
  const under = `${form.table.number.text} ${form.table.title.text}`;
  const entries = [...pairs.map(({ found }) => found), ...superfluous];
  const table: PassageTable = {
    number: form.table.number,
    hasFigure: entries.some((entry) => entry.figures.length > 0),
    notes: [{ kind: "paragraph", runs: [{ kind: "text", origins: [], text: notes.text }] }],
  };
  const cells = entries.flatMap(({ label, words }) => [
    label,
    ...words.map(({ stretch }) => cutOut(stretch)),
  ]);
  const unique = [...new Map(cells.map((strip) => [keyOf(strip), strip])).values()];
  return [
    passageOf("title", caption, under),
    ...unique.filter(({ text }) => text !== "").map((strip) => passageOf("cell", strip, under)),
    ...(notes.text === "" ? [] : [passageOf("note", notes, under, table)]),
  ];
}

function keyOf({ lines, indexes, text }: Strip): string {
  return [lines[0]?.offset, indexes[0], text].join(" ");
}

function cutOut({ strip, start, end }: Stretch): Strip {
  return sliced(strip, start, end);
}

function passageOf(kind: PassageKind, strip: Strip, under: string, table?: PassageTable): FoundPassage {
  let text = "";
  const figures: Figure[] = [];
  const at: number[] = [];
  for (const token of smallTokens(strip.text)) {
    const { amount } = token;
    if (amount && UNITS.includes(amount.unit)) {
      figures.push({
        amount: amount.value,
        unit: amount.unit as Unit,
        decimals: amount.decimals,
        measure: "",
        lines: [],
      });
      text += FIGURE;
      at.push(token.start);
    } else {
      text += token.text;
      for (let index = token.start; index < token.end; index++) at.push(index);
    }
  }
  at.push(strip.text.length);
  return { passage: { kind, text, figures, under, ...(table && { table }) }, strip, at };
}

/** Where a stretch of a passage stands in the document. */
export function stretchIn({ strip, at }: FoundPassage, start: number, end: number): Stretch {
  return { ...whole(strip), start: at[start] ?? 0, end: at[end] ?? strip.text.length };
}
