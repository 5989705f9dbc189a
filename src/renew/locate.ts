import type { Place } from "../diagnostic/diagnostic.js";
import type { Path, Source, Span } from "../model/source.js";
import { whereabouts } from "../model/whereabouts.js";
import { type Edit, type EditedChange, offsetAfter } from "./edits.js";
import type { LocatedChange } from "./renewal.js";
import { yearMentions } from "./years.js";

/**
 * All there is to say of the new file, in its order: the changes, whose paths are the same in both files, and its
 * comments that name the year before, `year`, or one near it.
 */
export function locate(
  file: Source,
  changes: readonly EditedChange[],
  comments: readonly Span[],
  year: number,
): readonly LocatedChange[] {
  const all = changes.flatMap((change) => change.edits);
  const located = changes.map(({ path, edits, ...change }) => ({
    ...change,
    place: placeOf(file, path, edits, all),
    where: whereabouts(file.value, path),
  }));
  return [...located, ...comments.flatMap((comment) => datedComment(file, comment, year))].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

/** What is no longer there has the place where it was. */
function placeOf(file: Source, path: Path, edits: readonly Edit[], all: readonly Edit[]): Place {
  const [edit] = edits;
  const gone = edit && typeof path[0] === "string" && !Object.hasOwn(file.value as object, path[0]);
  return gone ? file.at(offsetAfter(edit.from, all), 1) : file.placeOf(path);
}

/** A comment is the officer's: it stays, also where it is out of date. */
function datedComment({ text, at }: Source, { from, to }: Span, year: number): readonly LocatedChange[] {
  const written = text.slice(from, to);
  const [mention] = yearMentions(written, year);
  if (!mention) return [];
  const place = at(from + mention.from, mention.to - mention.from);
  const where = { key: "", section: "注释", part: "", kind: "", whole: "注释" };
  return [{ kind: "doubt", text: written, why: `${mention.written} 是注释里的，没有改`, where, place }];
}
