import type { Element, Stretch } from "../../model/report.js";
import { type Bookmark, placesOfRuns, type SetLine } from "../layout/set-line.js";
import { placeOf } from "../layout/source-text.js";
import type { Reference, References } from "./references.js";
import {
  type Artifact,
  addElement,
  type Content,
  type Link,
  ORNAMENT,
  type StructureElement,
  type TaggedSpan,
} from "./structure.js";

/** A stretch of a line, read at the end of an element, or an artifact; nothing where nothing stands on it. */
export function spanIn(within: StructureElement | Artifact, { from, to }: Stretch): readonly TaggedSpan[] {
  return from < to ? [{ tag: "kind" in within ? within : contentAtEnd(within), from, to }] : [];
}

function contentAtEnd(element: StructureElement): Content {
  const last = element.kids.at(-1);
  if (last && "kind" in last) return last;
  const content: Content = { kind: "content", of: element };
  element.kids.push(content);
  return content;
}

/** The names by which tables and cells are led to. */
export type Names = ReadonlyMap<Element, string>;

/** What a paragraph's line consists of; what leads somewhere is a link, which may go on from the line before. */
export function paragraphSpans(
  { parts }: SetLine,
  paragraph: StructureElement,
  references: References,
  names: Names,
): readonly TaggedSpan[] {
  return parts.flatMap((part) => {
    const spans: TaggedSpan[] = [];
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

function linkTo({ target, says }: Reference, names: Names): Link {
  const to = names.get(target);
  if (to === undefined) throw new Error(`a paragraph leads to what is not printed: ${says}`);
  return { to, says };
}

/** The link that the line before broke off, or a new one. */
function linkAtEnd(paragraph: StructureElement, link: Link): StructureElement {
  const last = paragraph.kids.at(-1);
  if (last && "type" in last && last.link?.to === link.to) return last;
  return addElement(paragraph, "Link", { link });
}

/** What a line of an entry in the contents consists of; the contents are the last element of the document. */
export function entrySpans(line: SetLine, mark: Bookmark, document: StructureElement): readonly TaggedSpan[] {
  const link = linkOfEntry(mark, document);
  return placesOfRuns(line).flatMap(({ run, ...place }) => spanIn(run.ornament ? ORNAMENT : link, place));
}

/** The link of an entry: that of the line before, where the entry is longer than a line, or a new one. */
function linkOfEntry({ id, title, depth }: Bookmark, document: StructureElement): StructureElement {
  const contents = listOfDepth(depth, document);
  const open = linkOf(lastOf(contents));
  if (open?.link?.to === id) return open;
  const reference = addElement(addElement(contents, "TOCI"), "Reference");
  return addElement(reference, "Link", { link: { to: id, says: title } });
}

/** The list that holds the entries of a depth, each within the one of lesser depth. */
function listOfDepth(depth: number, parent: StructureElement): StructureElement {
  const last = lastOf(parent);
  const list = last?.type === "TOC" ? last : addElement(parent, "TOC");
  return depth === 0 ? list : listOfDepth(depth - 1, list);
}

function linkOf(entry: StructureElement | undefined): StructureElement | undefined {
  const reference = entry?.type === "TOCI" ? lastOf(entry) : undefined;
  return reference && lastOf(reference);
}

function lastOf(element: StructureElement): StructureElement | undefined {
  const last = element.kids.at(-1);
  return last && "type" in last ? last : undefined;
}
