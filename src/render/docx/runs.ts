import { InternalHyperlink, type IRunOptions, type ParagraphChild, ShadingType, TextRun } from "docx";
import { runText } from "../../model/printed.js";
import type { Element, FontRole, Marked, Run, Stretch } from "../../model/report.js";
import { HIGHLIGHT } from "../layout/highlight.js";
import { overlap } from "../layout/source-text.js";
import { markupText } from "../markup-text.js";
import type { WordAnchors } from "./anchors.js";
import { fontOf } from "./fonts.js";

/** What words are written with besides themselves. */
export interface WordSetting {
  readonly anchors: WordAnchors;
  /** of a copy for review */
  readonly marked: Marked;
  /** the names of bookmarks of blocks */
  readonly marks: ReadonlyMap<Element, { readonly id: string }>;
}

/** Marks that both Chinese and Latin fonts have: the Chinese ones are meant. */
const AMBIGUOUS = /[“”‘’…—·×±°]/u;

/** Words as they are, in the font of their style or of `font`. */
export function textRun(text: string, font?: FontRole, more: IRunOptions = {}): TextRun {
  const own = font ? fontOf(font) : {};
  const hint = AMBIGUOUS.test(text) ? { hint: "eastAsia" } : {};
  return new TextRun({ text: markupText(text), font: { ...own, ...hint }, ...more });
}

/** Words that an element prints from `from` on, what of them is marked on a ground. */
export function markedRuns(
  of: Element,
  text: string,
  { marked }: Pick<WordSetting, "marked">,
  { from = 0, font }: { readonly from?: number; readonly font?: FontRole | undefined } = {},
): readonly TextRun[] {
  if (text === "") return [];
  const extent = marked.get(of);
  if (!extent) return [textRun(text, font)];
  if (extent === "whole") return [textRun(text, font, GROUND)];
  const place = { from, to: from + text.length };
  const grounds = extent.flatMap((each) => overlap(each, place) ?? []);
  return cutAt(place, grounds).map((each) => {
    const piece = text.slice(each.from - from, each.to - from);
    return textRun(piece, font, grounds.some((ground) => overlap(ground, each)) ? GROUND : {});
  });
}

const GROUND: IRunOptions = {
  shading: { type: ShadingType.CLEAR, color: "auto", fill: HIGHLIGHT.replace("#", "") },
};

/** A stretch in pieces, none of which stands on both sides of a beginning or end of others. */
function cutAt({ from, to }: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  const places = [from, ...others.flatMap((each) => [each.from, each.to]), to];
  const cuts = [...new Set(places)].toSorted((a, b) => a - b);
  return cuts.slice(1).map((cut, index) => ({ from: cuts[index] ?? from, to: cut }));
}

/** A run of a paragraph, with its links. */
export function runChildren(run: Run, setting: WordSetting): readonly ParagraphChild[] {
  const text = runText(run);
  const { anchors, marks } = setting;
  const written = (from: number, to: number) => markedRuns(run, text.slice(from, to), setting, { from });
  let at = 0;
  const children: ParagraphChild[] = [];
  for (const { from, to, target } of anchors.references.get(run) ?? []) {
    const anchor = target.kind === "table" ? marks.get(target)?.id : anchors.nameOf(target);
    if (anchor === undefined) continue;
    children.push(...written(at, from), new InternalHyperlink({ anchor, children: written(from, to) }));
    at = to;
  }
  return [...children, ...written(at, text.length)];
}
