import { type Diagnostic, problem, warning } from "../diagnostic/diagnostic.js";
import { firstOfEach } from "../model/groups.js";
import { isNarrative, type Passage, printedText, type Slip } from "../model/passage.js";
import { placeOfWords } from "../model/wording.js";
import { CHANGES } from "./changes.js";
import { DISCLOSED, takesChangesApart } from "./disclosed.js";
import { passagesOf } from "./passages.js";
import { asItReads, type Finding, type Proof, type ReportProof, type Rule } from "./rule.js";
import { RULES, RULES_OF_ANY } from "./rules.js";

/** So many words are quoted on either side of what was found. */
const QUOTED = 14;

/** What is wrong with the words of a report, and with printed numbers among themselves, each at the place where it was written. */
export function proofread(copy: Omit<ReportProof, "passages">): readonly Diagnostic[] {
  const proof = { ...copy, passages: passagesOf(copy.report).map(asItReads) };
  const all = RULES.flatMap((rule) => rule.examine(proof).map((finding) => ({ rule, finding })));
  const found = all.some(isSlip) ? all.filter(({ rule }) => rule !== DISCLOSED) : all;
  return onceEach(found.map(({ rule, finding }) => diagnose(rule, finding)));
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Something wrong in a sentence: where it is said wrongly it is not missing. */
function isSlip({ rule, finding }: Found): boolean {
  return rule !== DISCLOSED && rule.severity === "错误" && isNarrative(finding.passage);
}

function diagnose(rule: Rule, finding: Finding): Diagnostic {
  const { passage, start, end, message, remedy } = finding;
  const report = rule.severity === "错误" ? problem : warning;
  const notes = [
    `规则：${rule.says}（${rule.basis}）`,
    `原文（${passage.under}）：${quotation(finding)}`,
    `怎么改：${remedy}`,
  ];
  return report(rule.code, message, placeOfWords(passage.origins ?? [], start, end), ...notes);
}

/** What was found, among the words around it. */
function quotation({ passage: { original: passage }, start, end }: Finding): string {
  const from = Math.max(0, start - QUOTED);
  const to = Math.min(passage.text.length, end + QUOTED);
  const before = from > 0 ? "…" : "";
  const behind = to < passage.text.length ? "…" : "";
  return before + printedText(passage, from, to) + behind;
}

/** One thing in a source may be printed in many places; it is reported once. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return firstOfEach(diagnostics, ({ code, message, place, notes }) => {
    const where = place ? [place.file, place.line, place.column, place.length] : [message, ...notes];
    return [code, ...where].join("\n");
  });
}

/** What is wrong with the words of a document that was made elsewhere. */
export function reread(
  copy: Omit<Proof, "passages"> & { readonly passages: readonly Passage[] },
): readonly Slip[] {
  const proof = { ...copy, passages: copy.passages.map(asItReads) };
  // which change it is that has no reason beside it, words alone do not say
  const rules = takesChangesApart(copy.pack) ? RULES_OF_ANY.filter((rule) => rule !== CHANGES) : RULES_OF_ANY;
  return rules.flatMap(({ code, severity, examine }) =>
    examine(proof).map((finding) => ({ code, severity, ...finding, passage: finding.passage.original })),
  );
}
