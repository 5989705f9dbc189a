import { createHash } from "node:crypto";
import { type Diagnostic, warning } from "../diagnostic.js";
import type { Budget } from "../model/budget.js";
import { consolidated } from "../model/consolidation.js";

/** Notes that say the same of any figures. */
const GENERAL = /^(?:规则|依据|说明|怎么改)：/;

/** So many digits tell the warnings of one disclosure apart, and are soon typed. */
const DIGITS = 8;

/**
 * Without the warnings, and the errors that can be, that the officer has confirmed in the data; each of the others says how to confirm it. Where all
 * gates were passed, a confirmation of the disclosure's own file that confirms nothing is warned of itself.
 */
export function withoutConfirmed(
  found: readonly Diagnostic[],
  budget: Budget,
  passedAll: boolean,
): readonly Diagnostic[] {
  const confirmed = confirmedIn(budget);
  const met = new Set<string>();
  const left = found.flatMap((each) => {
    if (!canBeConfirmed(each)) return [each];
    const confirmation = confirmationOf(each);
    if (confirmed.has(confirmation)) met.add(confirmation);
    return met.has(confirmation)
      ? []
      : [{ ...each, notes: [...each.notes, howToConfirm(confirmation, budget)] }];
  });
  const idle = budget.confirmed.filter(({ value }) => !met.has(value));
  return [...left, ...(passedAll ? idle.map(({ value, place }) => confirmsNothing(value, place)) : [])];
}

/** Whether what is found is confirmed in the data of the disclosure. */
export function isConfirmedIn(budget: Budget): (found: Diagnostic) => boolean {
  const confirmed = confirmedIn(budget);
  return (found) => canBeConfirmed(found) && confirmed.has(confirmationOf(found));
}

function confirmedIn(budget: Budget): ReadonlySet<string> {
  return new Set(consolidated(budget).flatMap((each) => each.confirmed.map(({ value }) => value)));
}

function canBeConfirmed({ severity, confirmable }: Diagnostic): boolean {
  return severity === "警告" || confirmable === true;
}

/**
 * What the officer writes to confirm a warning: what it is about, and digits that are others once the figures or words
 * are, but not when the lines of the file move, or when a department's disclosure tells the same.
 */
export function confirmationOf({ code, message, unnamed = message, place, notes }: Diagnostic): string {
  const telling = [code, unnamed, ...notes.filter((note) => !GENERAL.test(note)), writtenAt(place)];
  const hash = createHash("sha256").update(telling.join("\n").replaceAll(/第 \d+ 行/g, "行"));
  const number = BigInt(`0x${hash.digest("hex").slice(0, 16)}`) % 10n ** BigInt(DIGITS);
  return `${code} ${String(number).padStart(DIGITS, "0")}`;
}

/** The line of a place, however it is indented and remarked on. */
function writtenAt(place: Diagnostic["place"]): string {
  const { file = "", excerpt = "" } = place ?? {};
  const line = excerpt.replace(/(?:^|\s)#.*$/u, "").trim();
  return `${file} ${line.replaceAll(/\s+/g, " ")}`;
}

function howToConfirm(confirmation: string, { confirmed, lastYear }: Budget): string {
  const [first] = confirmed;
  const where = first
    ? `${first.place.file} 的“已核对”里加上：${confirmation}`
    : `${lastYear.place.file} 里写一行：已核对: [${confirmation}]`;
  return `核对无误、不必改的：在 ${where}`;
}

function confirmsNothing(confirmation: string, place: Diagnostic["place"]): Diagnostic {
  return warning(
    "数据/已核对",
    `“已核对”里的“${confirmation}”没有对应的警告`,
    place,
    "说明：核对过的数或话改了，原来的核对就不算了；警告已经没有的，也不用再写",
    "怎么改：删去它；又有警告的，核对以后照警告里的写",
  );
}
