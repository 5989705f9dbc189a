import type { Diagnostic, Place, Severity } from "../diagnostic.js";
import { type Palette, palette } from "./colour.js";
import { excerptLines } from "./excerpt.js";
import { showable } from "./width.js";

/** All diagnostics as a compiler prints them, by file and place, and how many there are; nothing where there is none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], colour = false): string {
  if (diagnostics.length === 0) return "";
  const paint = palette(colour);
  const printed = diagnostics.toSorted(byPlace).map((each) => printDiagnostic(each, paint));
  return `${[...printed, paint.strong(counts(diagnostics))].join("\n\n")}\n`;
}

function printDiagnostic({ severity, code, message, place, notes }: Diagnostic, paint: Palette): string {
  return [
    `${paint.severity(severity, severity)} ${paint.strong(showable(message))} ${paint.faint(`[${code}]`)}`,
    ...(place ? placeLines(place, severity, paint) : []),
    ...notes.map((note) => `  ${paint.faint("=")} ${showable(note)}`),
  ].join("\n");
}

function placeLines(place: Place, severity: Severity, paint: Palette): readonly string[] {
  const arrow = `  ${paint.faint("-->")} ${showable(place.file)}`;
  if (isWholeFile(place)) return [arrow];
  const gutter = String(place.line);
  const [line, caret] = excerptLines(place);
  return [
    `${arrow}:${place.line}:${place.column}`,
    `  ${paint.faint(`${gutter} |`)} ${line}`,
    `  ${paint.faint(`${" ".repeat(gutter.length)} |`)} ${paint.severity(severity, caret)}`,
  ];
}

/** The beginning of a file with nothing to show of it stands for the file. */
function isWholeFile({ line, column, length, excerpt }: Place): boolean {
  return line === 1 && column === 1 && length === 0 && excerpt === "";
}

/** By file and place, what has none first. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.place || !b.place) return Number(Boolean(a.place)) - Number(Boolean(b.place));
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function counts(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  return (["错误", "警告"] as const)
    .flatMap((severity) => (count(severity) > 0 ? [`${count(severity)} 个${severity}`] : []))
    .join("，");
}
