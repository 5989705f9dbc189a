import { type Diagnostic, problem, warning } from "../diagnostic.js";
import type { Budget } from "../model/budget.js";
import type { Pack } from "../model/pack.js";
import { isNarrative, printedText } from "../model/passage.js";
import type { Report } from "../model/report.js";
import type { TextSource } from "../model/source.js";
import { DISCLOSED } from "./disclosed.js";
import { type Galley, galleyOf } from "./galleys.js";
import { passagesOf } from "./passages.js";
import { placesOf } from "./places.js";
import type { Finding, Rule } from "./rule.js";
import { RULES } from "./rules.js";

/** So many words are quoted on either side of what was found. */
const QUOTED = 14;

/** What is read, and what it was made from. */
export interface Copy {
  readonly report: Report;
  readonly budget: Budget;
  readonly pack: Pack;
  /** the files that the report's words come from */
  readonly sources: readonly TextSource[];
  /** the characters of a text that no font has */
  readonly missing: (text: string) => readonly string[];
}

/** What is wrong with the words of a report, and with printed numbers among themselves, wherever it stands in the sources. */
export function proofread({ sources, ...copy }: Copy): readonly Diagnostic[] {
  const proof = { ...copy, passages: passagesOf(copy.report) };
  const all = RULES.flatMap((rule) => rule.examine(proof).map((finding) => ({ rule, finding })));
  const found = all.some(isSlip) ? all.filter(({ rule }) => rule !== DISCLOSED) : all;
  const galleys = found.length > 0 ? sources.map((source) => galleyOf(source, copy.budget)) : [];
  return onceEach(found.flatMap(({ rule, finding }) => diagnose(rule, finding, galleys)));
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Something wrong in a sentence: where it is said wrongly it is not missing. */
function isSlip({ rule, finding }: Found): boolean {
  return rule !== DISCLOSED && rule.severity === "错误" && isNarrative(finding.passage);
}

function diagnose(rule: Rule, finding: Finding, galleys: readonly Galley[]): readonly Diagnostic[] {
  const { passage, start, end, message, remedy } = finding;
  const report = rule.severity === "错误" ? problem : warning;
  const notes = [
    `规则：${rule.says}（${rule.basis}）`,
    `原文（${passage.under}）：${quotation(finding)}`,
    `怎么改：${remedy}`,
  ];
  const places = placesOf(passage.text, start, end, galleys);
  if (places.length === 0) return [report(rule.code, message, undefined, ...notes)];
  return places.map((place) => report(rule.code, message, place, ...notes));
}

/** What was found, among the words around it. */
function quotation({ passage, start, end }: Finding): string {
  const from = Math.max(0, start - QUOTED);
  const to = Math.min(passage.text.length, end + QUOTED);
  const before = from > 0 ? "…" : "";
  const behind = to < passage.text.length ? "…" : "";
  return before + printedText(passage, from, to) + behind;
}

/** One thing in a source may be printed in many places; it is reported once. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, place, notes }) => {
    const where = place ? [place.file, place.line, place.column, place.length] : [message, ...notes];
    const key = [code, ...where].join("\n");
    return !seen.has(key) && seen.add(key);
  });
}
