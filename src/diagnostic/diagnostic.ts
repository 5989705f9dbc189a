import type { Code } from "./diagnostic-codes.js";

export interface Place {
  /** relative to the project, with forward slashes; a file to be audited as the officer wrote it */
  readonly file: string;
  /** of a PDF; its lines are then counted on each page, and not shown */
  readonly page?: number;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** the whole line, without its end */
  readonly excerpt: string;
}

/** The place that stands for a whole file, or a whole page: its beginning, with nothing to show of it. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0, excerpt: "" };
}

export function isWholeFile({ line, column, length, excerpt }: Place): boolean {
  return line === 1 && column === 1 && length === 0 && excerpt === "";
}

export type Severity = "错误" | "警告";

/**
 * How sure it is that a rule holds, by the least sure part of what it rests on, surest first: read in the law or a text
 * of the ministry; read in what others have published; known to practice; not yet held against any source.
 */
export const CERTAINTIES = ["法规原文", "公开文件", "实务", "未核对"] as const;

export type Certainty = (typeof CERTAINTIES)[number];

/** One problem: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  /** one sentence in the officer's words */
  readonly message: string;
  /** the codes and figures that it speaks of, where its confirmation rests on nothing else */
  readonly about?: string;
  /** how the officer says that she has looked at it, and nothing is wrong */
  readonly confirmation?: Confirmation;
  readonly place?: Place;
  /** where else the same is wrong: one cause is one problem */
  readonly others?: readonly Place[];
  /** whether others may follow from it, so that it is told before them */
  readonly first?: true;
  /** whether it can be confirmed, as warnings can, though it is an error */
  readonly confirmable?: true;
  /** further lines: the rule, the figures on both sides, the remedy */
  readonly notes: readonly string[];
  /** lines as they are to stand in the file, ready to be pasted into it */
  readonly paste?: readonly string[];
  /** what is still to be filled in there, where that is what is wrong */
  readonly gap?: GapName;
}

/** What the officer writes into the data once she has looked at a warning. */
export interface Confirmation {
  readonly file: string;
  /** what tells the warning from others */
  readonly mark: string;
  /** the mark that stands there already, of the warning as it was before its figures changed */
  readonly former?: string;
  /** whether the key is there already */
  readonly hasKey: boolean;
}

/** What a gap is called: within what is filled in at one go, and without the names of items. */
export interface GapName {
  readonly section: string;
  /** empty where it is the section itself */
  readonly part: string;
  readonly kind: string;
  /** what is possible there, the likeliest first, where it is only to choose */
  readonly candidates?: readonly string[];
}

export function problem(code: Code, message: string, place?: Place, ...notes: string[]): Diagnostic {
  return { severity: "错误", code, message, ...(place && { place }), notes };
}

/** A problem of what has no place in a file to show. */
export function unplaced(code: Code, message: string, ...notes: string[]): Diagnostic {
  return problem(code, message, undefined, ...notes);
}

export function warning(code: Code, message: string, place?: Place, ...notes: string[]): Diagnostic {
  return { severity: "警告", code, message, ...(place && { place }), notes };
}

/** All places of a problem. */
export function placesOf({ place, others = [] }: Diagnostic): readonly Place[] {
  return place ? [place, ...others] : others;
}

/** One problem for all that are found in the same words, with the places of the others: mended once, all are gone. */
export function oncePerCause(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const each of found) {
    const key = `${each.severity} ${each.code} ${each.message}`;
    const same = causes.get(key);
    if (same) same.push(each);
    else causes.set(key, [each]);
  }
  return [...causes.values()].map(([first, ...more]) => {
    const others = [...(first.others ?? []), ...more.flatMap(placesOf)];
    return others.length > 0 ? { ...first, others } : first;
  });
}
