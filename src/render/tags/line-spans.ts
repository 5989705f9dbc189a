import type { Cell, Element as Printed, Stretch, Table } from "../../model/report.js";
import { type Mark, placesOfRuns, type SetLine } from "../layout/set-line.js";
import { placeOf } from "../layout/source-text.js";
import type { Reference } from "./references.js";
import {
  type Artifact,
  addElement,
  type Content,
  type Element,
  type Link,
  ORNAMENT,
  type Span,
} from "./structure.js";

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

/** The references of what a line prints a part of. */
type ReferencesOf = Pick<ReadonlyMap<Printed, readonly Reference[]>, "get">;

/** What a paragraph's line consists of; what leads somewhere is a link, which may go on from the line before. */
export function paragraphSpans(
  { parts }: SetLine,
  paragraph: Element,
  references: ReferencesOf,
  names: ReadonlyMap<Cell | Table, string>,
): readonly Span[] {
  return parts.flatMap((part) => {
    const spans: Span[] = [];
    let { from } = part.at;
    for (const reference of references.get(part.of) ?? []) {
      const place = placeOf(part, reference);
      if (!place) continue;
      // in the order in which they are read
      spans.push(...spanIn(paragraph, { from, to: place.from }));
      spans.push(...spanIn(linkAtEnd(paragraph, linkTo(reference, names)), place));
      from = place.to;
    }
    return [...spans, ...spanIn(paragraph, { from, to: part.at.to })];
  });
}

function linkTo({ target, says }: Reference, names: ReadonlyMap<Cell | Table, string>): Link {
  const to = names.get(target);
  if (to === undefined) throw new Error(`a paragraph leads to what is not printed: ${says}`);
  return { to, says };
}

/** The link that the line before broke off, or a new one. */
function linkAtEnd(paragraph: Element, link: Link): Element {
  const last = paragraph.kids.at(-1);
  if (last && "type" in last && last.link?.to === link.to) return last;
  return addElement(paragraph, "Link", { link });
}

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
