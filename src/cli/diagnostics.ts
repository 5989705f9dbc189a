import { byPlace, type Diagnostic, type Place, type Severity } from "../diagnostic.js";
import { type Palette, palette } from "./colour.js";
import { columns, showable } from "./width.js";

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
  // lines of a page are not numbered for those who look at it
  const where = place.page === undefined ? `:${place.line}:${place.column}` : ` 第 ${place.page} 页`;
  if (isWholeFile(place)) return [place.page === undefined ? arrow : arrow + where];
  const gutter = place.page === undefined ? String(place.line) : " ";
  const [line, caret] = excerptLines(place);
  return [
    arrow + where,
    `  ${paint.faint(`${gutter} |`)} ${line}`,
    `  ${paint.faint(`${" ".repeat(gutter.length)} |`)} ${paint.severity(severity, caret)}`,
  ];
}

/** As much of a line as is shown, in characters; longer ones are cut around the place. */
const LONGEST = 160;
const BEFORE = 40;

/** The line of a place and, below it, the caret line that marks the place. */
function excerptLines(place: Place): readonly [string, string] {
  const characters = [...place.excerpt];
  const start = place.column - 1;
  const from = characters.length > LONGEST ? Math.max(0, start - BEFORE) : 0;
  const to = Math.min(characters.length, from + LONGEST);
  const length = Math.max(1, Math.min(place.length, to - start));
  const before = (from > 0 ? "…" : "") + showable(characters.slice(from, start).join(""));
  const marked = showable(characters.slice(start, start + length).join(""));
  const after = showable(characters.slice(start + length, to).join("")) + (to < characters.length ? "…" : "");
  return [before + marked + after, " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(marked)))];
}

/** The beginning of a file, or of a page, with nothing to show of it stands for all of it. */
function isWholeFile({ line, column, length, excerpt }: Place): boolean {
  return line === 1 && column === 1 && length === 0 && excerpt === "";
}

/** How many errors and warnings there are. */
export function counts(diagnostics: readonly Diagnostic[]): string {
  return (["错误", "警告"] as const)
    .map((severity) => [diagnostics.filter((each) => each.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [`${count} 个${severity}`] : []))
    .join("，");
}
