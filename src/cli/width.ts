import { eastAsianWidth } from "get-east-asian-width";

/** Characters that a terminal would obey, hide or reorder instead of showing them. */
const UNSHOWABLE = /[\u00A0\u2007\u202F\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** `text` on one line, safe to print: a tab as a blank, what cannot be shown as �. */
export function showable(text: string): string {
  return text.replaceAll("\t", " ").replace(UNSHOWABLE, "\uFFFD");
}

/** How many columns of a terminal `text` takes: a Chinese character takes two. */
export function columns(text: string): number {
  let total = 0;
  for (const character of text) total += columnsOf(character.codePointAt(0) ?? 0);
  return total;
}

/** The beginning of `text` that `width` columns hold. */
export function clip(text: string, width: number): string {
  let end = 0;
  let total = 0;
  for (const character of text) {
    total += columnsOf(character.codePointAt(0) ?? 0);
    if (total > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Quotation marks and the like, ambiguous in width, are as wide as terminals outside of East Asian modes make them. */
function columnsOf(codePoint: number): number {
  return eastAsianWidth(codePoint, { ambiguousAsWide: false });
}
