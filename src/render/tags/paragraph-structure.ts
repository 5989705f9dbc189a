import type { Cell, Table } from "../../model/report.js";
import type { SetLine } from "../layout/set-line.js";
import type { Reference, References } from "./references.js";
import type { Stretch } from "./spans.js";
import { addElement, type Element, type Link } from "./structure.js";

/** What a paragraph's line consists of; what leads somewhere is a link, which may go on from the line before. */
export function* paragraphStretches(
  line: SetLine,
  paragraph: Element,
  references: References,
  names: ReadonlyMap<Cell | Table, string>,
): Iterable<Stretch> {
  for (const { run, text, from } of line.parts ?? []) {
    let position = from;
    const end = from + text.length;
    for (const reference of references.get(run) ?? []) {
      const start = Math.max(reference.from, position);
      const stop = Math.min(reference.to, end);
      if (start >= stop) continue;
      yield { length: start - position, within: paragraph };
      yield { length: stop - start, within: linkAtEnd(paragraph, linkTo(reference, names)) };
      position = stop;
    }
    yield { length: end - position, within: paragraph };
  }
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
