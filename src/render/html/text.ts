import { hasGap } from "../../model/figure.js";
import type { Figure } from "../../model/ledger.js";
import { figureText, plainNumber, runText } from "../../model/printed.js";
import type { Element, Extent, Marked, Paragraph, Run, Stretch } from "../../model/report.js";
import type { Reference } from "../tags/references.js";
import type { Anchors } from "./anchors.js";
import { element, type Markup, type MarkupContent } from "./markup.js";

/** What a page is written with besides the report itself. */
export interface PageWriting {
  readonly anchors: Anchors;
  /** of a copy for review */
  readonly marked: Marked;
  /** what measures mean, by their names */
  readonly meanings: ReadonlyMap<string, string>;
}

export function paragraph({ runs, apart }: Paragraph, page: PageWriting): Markup {
  return element("p", { class: apart && "apart" }, ...runs.map((run) => runContent(run, page)));
}

function runContent(run: Run, page: PageWriting): MarkupContent {
  const text = runText(run);
  const extent = page.marked.get(run);
  const references = page.anchors.referencesOf(run);
  if (run.kind === "figure") return figureRun(run, text, references[0], page);
  let at = 0;
  const pieces: MarkupContent[] = [];
  for (const reference of references) {
    const { from, to, says } = reference;
    pieces.push(highlighted(text.slice(at, from), extent, at));
    const link = { href: hrefOf(reference, page), title: says };
    pieces.push(element("a", link, highlighted(text.slice(from, to), extent, from)));
    at = to;
  }
  return [...pieces, highlighted(text.slice(at), extent, at)];
}

function figureRun(
  run: Extract<Run, { readonly kind: "figure" }>,
  text: string,
  reference: Reference | undefined,
  page: PageWriting,
): MarkupContent {
  const { figure } = run;
  const meaning = meaningOf(figure, page);
  const to = hasGap(figure) ? text.length : text.length - figure.unit.length;
  const number = data(figure, text.slice(0, to), reference ? undefined : meaning);
  const id = page.anchors.ids.get(run);
  const linked = reference
    ? element("a", { id, href: hrefOf(reference, page), title: `${meaning}；见${reference.says}` }, number)
    : number;
  const whole = element("span", { class: "figure" }, linked, text.slice(to));
  return page.marked.has(run) ? element("mark", {}, whole) : whole;
}

/** A figure as it is printed, with its number for machines and what it is in words; one that is not known is no number. */
export function data(figure: Figure, printed: string, title: string | undefined): Markup {
  if (hasGap(figure)) return element("span", { title }, printed);
  return element("data", { value: plainNumber(figure), title }, printed);
}

/** A figure with its unit, as a sentence prints it. */
export function figureWithUnit(figure: Figure, page: Pick<PageWriting, "meanings">): Markup {
  const text = figureText(figure);
  const to = hasGap(figure) ? text.length : text.length - figure.unit.length;
  return element(
    "span",
    { class: "figure" },
    data(figure, text.slice(0, to), meaningOf(figure, page)),
    text.slice(to),
  );
}

function meaningOf({ measure }: Figure, { meanings }: Pick<PageWriting, "meanings">): string {
  const says = meanings.get(measure);
  return says === undefined || says === measure ? measure : `${measure}：${says}`;
}

function hrefOf({ target }: Reference, { anchors }: PageWriting): string {
  return `#${anchors.ids.get(target) ?? ""}`;
}

/** The words that an element prints from `from` on, with what of it is marked. */
export function highlighted(text: string, extent: Extent | undefined, from = 0): MarkupContent {
  if (!extent || text === "") return text;
  if (extent === "whole") return element("mark", {}, text);
  const within = extent
    .map((each) => ({ from: Math.max(0, each.from - from), to: Math.min(text.length, each.to - from) }))
    .filter((each) => each.from < each.to)
    .toSorted((a, b) => a.from - b.from);
  return cut(text, within);
}

function cut(text: string, stretches: readonly Stretch[]): MarkupContent {
  let at = 0;
  const pieces = stretches.flatMap(({ from, to }): readonly MarkupContent[] => {
    const piece = [text.slice(at, from), element("mark", {}, text.slice(Math.max(at, from), to))];
    at = Math.max(at, to);
    return piece;
  });
  return [...pieces, text.slice(at)];
}

/** The words of an element's own, one behind the other, each with what of it is marked. */
export function ownLines(
  of: Element,
  lines: readonly { readonly text: string }[],
  { marked }: PageWriting,
): readonly MarkupContent[] {
  let from = 0;
  return lines.map(({ text }) => {
    const line = highlighted(text, marked.get(of), from);
    from += text.length;
    return line;
  });
}
