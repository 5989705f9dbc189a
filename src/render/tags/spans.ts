import type { Stretch } from "../../model/report.js";
import type { Artifact, Content, Element, Span } from "./structure.js";

/** A stretch of a line, read at the end of an element, or an artifact; nothing where nothing stands on it. */
export function spanIn(within: Element | Artifact, { from, to }: Stretch): readonly Span[] {
  return from < to ? [{ tag: "kind" in within ? within : contentAtEnd(within), from, to }] : [];
}

/** The content that text at the end of an element belongs to. */
function contentAtEnd(element: Element): Content {
  const last = element.kids.at(-1);
  if (last && "kind" in last) return last;
  const content: Content = { kind: "content", of: element };
  element.kids.push(content);
  return content;
}
