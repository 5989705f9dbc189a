import { isGap, isUndecided } from "../../model/gap.js";
import type { Entry } from "../../model/ledger.js";
import type { Path, Source, Written } from "../../model/source.js";
import { trimmed } from "../../model/wording.js";
import { quantity, ZERO } from "../../money/money.js";

/** Words to be printed, without blanks at their ends. */
export function words(source: Source, path: Path): Written {
  return { ...trimmed(source.written(path)), fact: true };
}

/** Words of several lines, a paragraph each; always one. */
export function paragraphs(source: Source, path: Path): readonly Written[] {
  const whole = words(source, path);
  let end = -1;
  return whole.text.split("\n").flatMap((text): Written[] => {
    const start = end + 1;
    end = start + text.length;
    const line = { text, at: (offset: number, length: number) => whole.at(start + offset, length) };
    return text.trim() === "" && text !== whole.text ? [] : [{ ...trimmed(line), fact: true }];
  });
}

/** The amount that a text says, or that it has still to be filled in. */
export function amountOf(text: string): Pick<Entry, "amount" | "gap" | "undecided"> {
  if (!isGap(text)) return { amount: quantity(text) };
  return { amount: ZERO, gap: true, ...(isUndecided(text) && { undecided: true }) };
}
