import type { Cell, Table } from "../model/report.js";
import type { Reference, References } from "./references.js";
import type { LinePart, SetLine } from "./set-line.js";
import { addElement, contentAtEnd, type Element, type Link, lengthOf, type Span } from "./structure.js";

/** Adds a line to its paragraph; what leads somewhere becomes a link, which may go on from the line before. */
export function tagParagraphLine(
  line: SetLine,
  paragraph: Element,
  references: References,
  names: ReadonlyMap<Cell | Table, string>,
): readonly Span[] {
  const parts = line.parts ?? [];
  const spans = parts.flatMap((part) =>
    stretchesOf(part, references.get(part.run) ?? []).map(({ length, reference }) => {
      const element = reference ? linkAtEnd(paragraph, linkTo(reference, names)) : paragraph;
      return { tag: contentAtEnd(element), length };
    }),
  );
  return spans.length > 0 ? spans : [{ tag: contentAtEnd(paragraph), length: lengthOf(line) }];
}

interface Stretch {
  readonly length: number;
  readonly reference?: Reference;
}

/** A part of a run, cut where its references begin and end. */
function stretchesOf({ text, from }: LinePart, references: readonly Reference[]): Stretch[] {
  const end = from + text.length;
  const stretches: Stretch[] = [];
  let position = from;
  for (const reference of references) {
    const start = Math.max(reference.from, position);
    const stop = Math.min(reference.to, end);
    if (start >= stop) continue;
    stretches.push({ length: start - position }, { length: stop - start, reference });
    position = stop;
  }
  return [...stretches, { length: end - position }].filter(({ length }) => length > 0);
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
