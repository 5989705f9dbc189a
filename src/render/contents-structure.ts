import type { Mark, SetLine } from "./set-line.js";
import { addElement, contentAtEnd, type Element, ORNAMENT, type Span } from "./structure.js";

/** Adds a line of the contents to the document, whose last element they are; undefined where it is their title. */
export function tagContentsLine(
  line: SetLine,
  document: Element,
  marks: ReadonlyMap<string, Mark>,
): readonly Span[] | undefined {
  const mark = line.link === undefined ? undefined : marks.get(line.link);
  if (!mark) return undefined;
  const content = contentAtEnd(entryOf(mark, document));
  return line.runs.map((run) => ({ tag: run.ornament ? ORNAMENT : content, length: run.text.length }));
}

/** The link of an entry: that of the line before, where the entry is longer than a line, or a new one. */
function entryOf({ id, title, depth }: Mark, document: Element): Element {
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
