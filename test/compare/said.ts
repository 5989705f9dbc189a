import { compareReports } from "../../src/compare/reports.js";
import type { Correction } from "../../src/model/correction.js";
import type { Report } from "../../src/model/report.js";

/** What is found between two reports, a line each: the place, what read before, what reads now. */
export function said(before: Report, after: Report): readonly string[] {
  return compareReports(before, after).map(line);
}

function line(correction: Correction): string {
  const [old, now] = [correction.before?.text ?? "无", correction.after?.text ?? "无"];
  return `${[correction.kind, ...placeOf(correction)].join(" ")}：${old} → ${now}`;
}

function placeOf(correction: Correction): readonly string[] {
  if (correction.kind === "sentence") return correction.under;
  if (correction.kind === "caption") return [correction.title];
  if (correction.kind === "cell") return [...correction.row, correction.column];
  return correction.row;
}
