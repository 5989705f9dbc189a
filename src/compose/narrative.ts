import { hasGap, inMoney, printedValue } from "../model/figure.js";
import type { PackChart } from "../model/pack/pack.js";
import { figureText } from "../model/printed.js";
import type { Block, Chart, Heading, Paragraph, Run } from "../model/report.js";
import { MARKS } from "../model/template.js";
import { joined, ownWording, sliced, type Wording, wordingOf } from "../model/wording.js";
import { PARAGRAPH } from "./fill.js";
import type { Numbering } from "./numerals.js";
import type { DisclosureSetting } from "./scopes.js";
import { inWords } from "./template.js";

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
  const mark = (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((each) => text.startsWith(each));
  if (!mark || first?.kind !== "text") return { kind: "paragraph", runs };
  const level = MARKS[mark];
  const numbered = joined([ownWording(numbering.next(level)), sliced(first, mark.length)]);
  const all = [{ kind: "text", ...numbered } as const, ...others];
  return level === "section" || level === "subsection"
    ? heading(level, all)
    : { kind: "paragraph", runs: all };
}

/** What the officer wrote is words, whatever it begins with. */
function beginsWithFact({ origins }: Wording): boolean {
  return origins.some(({ from, written }) => from === 0 && written.fact);
}

function heading(level: Heading["level"], runs: readonly Run[]): Heading {
  return { kind: "heading", level, lines: [joined(runs.map(inWords))] };
}

/** A chart that a format asks for; undefined where there is nothing to be seen on it. */
export function composeChart(spec: PackChart, setting: DisclosureSetting): Chart | undefined {
  const { books, pack, templates } = setting;
  const points = spec.measures.flatMap((name) => {
    const measure = pack.measures.get(name);
    if (!measure) return [];
    const label = measure.label ? wordingOf(measure.label) : ownWording(measure.name);
    return [
      { kind: "point" as const, name: label, figure: inMoney(books.figure(measure), pack.money.prose) },
    ];
  });
  if (points.every(({ figure }) => hasGap(figure) || printedValue(figure).isZero())) return undefined;
  const title = templates.line(spec.title);
  const table = pack.tables.get(spec.table);
  const named = table?.number?.text ?? (table ? `《${templates.line(table.title).text}》` : "");
  const shown = points.map(({ name, figure }) => `${name.text}${figureText(figure)}`).join("，");
  return { kind: "chart", form: spec.form, title, points, says: `${title.text}：${shown}（见${named}）。` };
}
