import type { Cell, Element as Printed, Table } from "../../model/report.js";
import type { SetLine } from "../layout/set-line.js";
import { placeOf } from "../layout/source-text.js";
import type { Reference } from "./references.js";
import { spanIn } from "./spans.js";
import { addElement, type Element, type Link, type Span } from "./structure.js";

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
