import type { Confirmation, Diagnostic } from "./diagnostic.js";

/** Checks that cannot be made before the data is complete and right, as the officer calls them. */
export type LeftOut = "勾稽" | "校对";

/** That they have not been made; nothing where all have. */
export function leftOutWords(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return "";
  return `还没有填完，或者还有写错的：${leftOut.join("和")}没有做，填完、改对以后再看。`;
}

/** All lines below its message: its notes, how it is confirmed, and what is to be pasted. */
export function linesOf({ notes, confirmation, paste = [] }: Diagnostic): readonly string[] {
  return [...notes, ...(confirmation ? [confirmationNote(confirmation)] : []), ...paste];
}

/** The note of a warning that says how to confirm it. */
export function confirmationNote({ file, mark, former }: Confirmation): string {
  if (former === undefined) return `核对无误的，“已核对”里写：${mark}`;
  return `核对过的数改了：重新核对，无误的，把 ${file} 的“已核对”里的 ${digitsOf(former)} 换成 ${digitsOf(mark)}`;
}

function digitsOf(mark: string): string {
  return mark.slice(mark.lastIndexOf(" ") + 1);
}

/** How many errors, gaps and warnings there are, in words. */
export function counts(diagnostics: readonly Diagnostic[]): string {
  const choices = diagnostics.filter(({ gap }) => gap?.candidates).length;
  const gaps = diagnostics.filter(({ gap }) => gap).length - choices;
  const [errors, warnings] = (["错误", "警告"] as const).map(
    (severity) => diagnostics.filter((each) => each.severity === severity && !each.gap).length,
  );
  return [
    ...[[errors, "个错误"] as const, [gaps, "处待填"] as const, [choices, "处待定"] as const],
    ...[[warnings, "个警告"] as const],
  ]
    .flatMap(([count, what]) => (count ? [`${count} ${what}`] : []))
    .join("，");
}

/** For sorting: errors before warnings, each by place. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return Number(a.severity === "警告") - Number(b.severity === "警告") || byPlace(a, b);
}

/** For sorting: what others may follow from first, then what has no place, then by file and place. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.first !== b.first) return a.first ? -1 : 1;
  if (!a.place || !b.place) return Number(Boolean(a.place)) - Number(Boolean(b.place));
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  const pages = (a.place.page ?? 0) - (b.place.page ?? 0);
  return pages || a.place.line - b.place.line || a.place.column - b.place.column;
}
