import { type Mark, placesOfRuns, type SetLine } from "../layout/set-line.js";
import { spanIn } from "./spans.js";
import { addElement, type Element, ORNAMENT, type Span } from "./structure.js";

/** What a line of an entry in the contents consists of; the contents are the last element of the document. */
export function entrySpans(line: SetLine, mark: Mark, document: Element): readonly Span[] {
  const link = linkOfEntry(mark, document);
  return placesOfRuns(line).flatMap(({ run, ...place }) => spanIn(run.ornament ? ORNAMENT : link, place));
}

/** The link of an entry: that of the line before, where the entry is longer than a line, or a new one. */
function linkOfEntry({ id, title, depth }: Mark, document: Element): Element {
  const contents = listOfDepth(depth, document);
  const open = linkOf(lastOf(contents));
  if (open?.link?.to === id) return open;
  const reference = addElement(addElement(contents, "TOCI"), "Reference");
  return addElement(reference, "Link", { link: { to: id, says: title } });
}

/** The list that holds the entries of a depth, each within the one of lesser depth. */
function listOfDepth(depth: number, parent: Element): Element {
  const last = lastOf(parent);
  const list = last?.type === "TOC" ? last : addElement(parent, "TOC");
  return depth === 0 ? list : listOfDepth(depth - 1, list);
}

function linkOf(entry: Element | undefined): Element | undefined {
  const reference = entry?.type === "TOCI" ? lastOf(entry) : undefined;
  return reference && lastOf(reference);
}

function lastOf(element: Element): Element | undefined {
  const last = element.kids.at(-1);
  return last && "type" in last ? last : undefined;
}
