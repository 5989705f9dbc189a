import type { Diagnostic, Place } from "../diagnostic.js";
import { hasGap } from "../model/figure.js";
import { GAP } from "../model/gap.js";
import type { Figure } from "../model/ledger.js";
import type { Block, Cell, Run, Stretch } from "../model/report.js";
import { runsOf } from "../model/walk.js";

type Element = Block | Run | Cell;

/** A text or a figure of the report, with what it is part of. */
export interface Text {
  readonly element: Element;
  readonly text: string;
  readonly figure?: Figure;
}

export function textsIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return [{ element: block, text: block.lines.join("") }];
    case "contents":
    case "signature":
      return [];
    case "paragraph":
      return runsOf(block).map(runText);
    case "table":
      return [
        { element: block, text: block.title },
        ...block.rows.flatMap(({ cells }) => cells.flatMap(cellText)),
        ...runsOf(block).map(runText),
      ];
  }
}

function runText(run: Run): Text {
  return run.kind === "text"
    ? { element: run, text: run.text }
    : { element: run, text: "", figure: run.figure };
}

function cellText(cell: Cell): readonly Text[] {
  if (cell.kind === "text") return [{ element: cell, text: cell.text }];
  return cell.kind === "figure" ? [{ element: cell, text: "", figure: cell.figure }] : [];
}

/** What is set off of an element. */
export type Spot = readonly [Element, readonly Stretch[] | "whole"];

export function added(old: Spot[1] | undefined, more: Spot[1]): Spot[1] {
  if (old === undefined || more === "whole") return more;
  if (old === "whole") return old;
  const isOver = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;
  return [...old, ...more.filter((each) => !old.some((other) => isOver(each, other)))];
}

export function gapsIn(texts: readonly Text[]): readonly Spot[] {
  return texts.flatMap(({ element, text, figure }) => {
    if (figure) return hasGap(figure) ? [[element, "whole"] as const] : [];
    const stretches = [...text.matchAll(new RegExp(GAP, "g"))].map(({ index }) => {
      return { from: index, to: index + GAP.length };
    });
    return stretches.length === 0 ? [] : [[element, element.kind === "text" ? stretches : "whole"] as const];
  });
}

/** What of the report comes from the place that was found faulty: figures from its line, words that it holds. */
export function spotsOf({ place }: Diagnostic, texts: readonly Text[]): readonly Spot[] {
  if (!place) return [];
  return texts.flatMap(({ element, text, figure }): readonly Spot[] => {
    if (figure) {
      const comes = figure.lines.some(
        (line) => line.place.file === place.file && line.place.line === place.line,
      );
      return comes ? [[element, "whole"]] : [];
    }
    const stretches = wordsOf(place, text);
    return stretches.length === 0 ? [] : [[element, element.kind === "text" ? stretches : "whole"]];
  });
}

/** Shorter words stand everywhere and point nowhere, unless those about them are the same, too. */
const TELLING = 3;

/** Where a text has the words of a place, and is not a text of something else. */
function wordsOf({ excerpt, column, length }: Place, text: string): readonly Stretch[] {
  const characters = [...excerpt];
  const [before, words, behind] = [
    characters.slice(0, column - 1),
    characters.slice(column - 1, column - 1 + length),
    characters.slice(column - 1 + length),
  ].map((part) => part.join("")) as [string, string, string];
  if (words === "" || /^[\d.,\s-]+$/.test(words)) return [];
  const stretches: Stretch[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length;
    const about = sameEnd(before, text.slice(0, from)) + sameBeginning(behind, text.slice(to));
    if (words.length + about >= TELLING) stretches.push({ from, to });
  }
  return stretches;
}

function sameBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function sameEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
