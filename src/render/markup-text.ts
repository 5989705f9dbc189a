/** What neither XML nor HTML can hold: control characters, halves of characters, and what is none. */
const UNFIT = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text as a file of markup can hold it. */
export function markupText(text: string): string {
  return text.replaceAll(UNFIT, "");
}
