import { createHash } from "node:crypto";
import { type Diagnostic, warning } from "../diagnostic/diagnostic.js";
import { CODES } from "../diagnostic/diagnostic-codes.js";
import type { Budget, Located } from "../model/budget.js";
import { consolidated } from "../model/consolidation.js";
import { groupedBy } from "../model/groups.js";
import { meantWord } from "../validate/schema/names.js";

/** So many digits tell the warnings of one disclosure apart, and are soon typed. */
const DIGITS = 8;

/**
 * Without the warnings, and the errors that can be, that the officer has confirmed in the data; each of the others says
 * how to confirm it. A confirmation of the disclosure's own file that confirms nothing is of figures that have changed,
 * where there is a warning of its kind, which says so; where there is none and all gates were passed, it is warned of.
 */
export function withoutConfirmed(
  found: readonly Diagnostic[],
  budget: Budget,
  passedAll: boolean,
): readonly Diagnostic[] {
  const confirmed = confirmedIn(budget);
  const marks = new Set(found.filter(canBeConfirmed).map(markOf));
  const idle = budget.confirmed.filter(({ value }) => !marks.has(value));
  const formers = formerMarks(
    new Set([...marks].filter((mark) => !confirmed.has(mark))),
    idle.map(({ value }) => value),
  );
  const left = found.filter((each) => !canBeConfirmed(each) || !confirmed.has(markOf(each)));
  const replaced = new Set(formers.values());
  const vain = passedAll ? idle.filter(({ value }) => !replaced.has(value)) : [];
  return [...left.map((each) => withConfirmation(each, formers, budget)), ...vain.map(confirmsNothing)];
}

/** A warning with how to confirm it; anything else as it is. */
function withConfirmation(
  each: Diagnostic,
  formers: ReadonlyMap<string, string>,
  { confirms: hasKey, lastYear }: Budget,
): Diagnostic {
  if (!canBeConfirmed(each)) return each;
  const mark = markOf(each);
  const former = formers.get(mark);
  const { file } = lastYear.place;
  return { ...each, confirmation: { file, mark, ...(former !== undefined && { former }), hasKey } };
}

/** The marks that warnings have now, each with the one of its kind that stands in the data and is met no more. */
function formerMarks(marks: ReadonlySet<string>, idle: readonly string[]): ReadonlyMap<string, string> {
  const waiting = groupedBy(idle, kindOf);
  return new Map(
    [...groupedBy([...marks], kindOf)].flatMap(([kind, now]) =>
      (waiting.get(kind) ?? []).slice(0, now.length).map((former, at) => [now[at] ?? "", former] as const),
    ),
  );
}

function kindOf(mark: string): string {
  return mark.slice(0, mark.lastIndexOf(" "));
}

/** Whether what is found is confirmed in the data of the disclosure. */
export function isConfirmedIn(budget: Budget): (found: Diagnostic) => boolean {
  const confirmed = confirmedIn(budget);
  return (found) => canBeConfirmed(found) && confirmed.has(markOf(found));
}

function confirmedIn(budget: Budget): ReadonlySet<string> {
  return new Set(consolidated(budget).flatMap((each) => each.confirmed.map(({ value }) => value)));
}

/** What is wrong with a pack, or lies beside its files, is mended there, and is no matter of a unit's data. */
const OF_PACKS = /^(?:模板|文件)\//;

function canBeConfirmed({ severity, confirmable, code }: Diagnostic): boolean {
  return (severity === "警告" && !OF_PACKS.test(code)) || confirmable === true;
}

/**
 * What the officer writes to confirm a warning: its code, and digits that are others once the figures, codes or words
 * that it speaks of are, but not when anything else of the file changes, or when a department's disclosure tells the same.
 */
function markOf({ code, message, about, place }: Diagnostic): string {
  const telling = [code, about ?? `${message}\n${writtenAt(place)}`, place?.file ?? ""];
  const hash = createHash("sha256").update(telling.join("\n").replaceAll(/第 \d+ 行/g, "行"));
  const number = BigInt(`0x${hash.digest("hex").slice(0, 16)}`) % 10n ** BigInt(DIGITS);
  return `${code} ${String(number).padStart(DIGITS, "0")}`;
}

/** The line of a place, however it is indented and remarked on. */
function writtenAt(place: Diagnostic["place"]): string {
  const line = (place?.excerpt ?? "").replace(/(?:^|\s)#.*$/u, "").trim();
  return line.replaceAll(/\s+/g, " ");
}

function confirmsNothing({ value, place }: Located<string>): Diagnostic {
  return warning(
    "数据/已核对",
    `“已核对”里的“${value}”没有对应的警告`,
    place,
    "说明：核对过的数或话改了，原来的核对就不算了；警告已经没有的，也不用再写",
    ...(Object.hasOwn(CODES, kindOf(value)) ? [] : meantWord(kindOf(value), Object.keys(CODES))),
    "怎么改：删去它；写错了的，照警告里印出的写",
  );
}
