import type { SetLine } from "../layout/set-line.js";
import type { Artifact, Content, Element, Span } from "./structure.js";

/** So many characters of a line, in UTF-16 units, and the element that they are in, or the artifact that they are. */
export interface Stretch {
  readonly length: number;
  readonly within: Element | Artifact;
}

/** The line as one stretch. */
export function whole({ runs }: SetLine, within: Element | Artifact): readonly Stretch[] {
  return [{ length: runs.reduce((sum, run) => sum + run.text.length, 0), within }];
}

/**
 * What each character of a line is. Stretches are asked for one by one, each after the text of the one before is in its
 * element, so that elements come in the order in which they are read.
 */
export function spansOf(stretches: Iterable<Stretch>): readonly Span[] {
  const spans: Span[] = [];
  for (const { length, within } of stretches) {
    if (length > 0) spans.push({ tag: "kind" in within ? within : contentAtEnd(within), length });
  }
  return spans;
}

/** The content that text at the end of an element belongs to. */
function contentAtEnd(element: Element): Content {
  const last = element.kids.at(-1);
  if (last && "kind" in last) return last;
  const content: Content = { kind: "content", of: element };
  element.kids.push(content);
  return content;
}
