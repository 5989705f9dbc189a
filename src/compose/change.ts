import { type Diagnostic, type Place, problem } from "../diagnostic/diagnostic.js";
import { type Budget, type DataSection, LAST_YEAR_SCOPE, RESTATED } from "../model/budget.js";
import { difference, figureOfLines, hasGap, inMoney, printedValue, share } from "../model/figure.js";
import { GAP } from "../model/gap.js";
import { firstOfEach, groupedBy } from "../model/groups.js";
import type { Books, Figure } from "../model/ledger.js";
import type { Measure } from "../model/pack/measure.js";
import type { Pack, PackWords } from "../model/pack/pack.js";
import { figureText } from "../model/printed.js";
import type { Written } from "../model/source.js";
import { joined, ownWording, standsFor, type Wording, wordingOf } from "../model/wording.js";
import { namesChange } from "../text/direction.js";

/** How a measure compares with last year, by what is printed. */
export type Change =
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "increase" | "decrease";
      readonly amount: Figure;
      /** undefined where last year is zero: nothing grows from nothing */
      readonly rate: Figure | undefined;
    };

/** A figure has still to be filled in, or last year's is missing, which is reported: `gap` is printed, and says where. */
export interface UnknownChange {
  readonly kind: "unknown";
  readonly gap: Figure | Wording;
}

/** Comparisons with last year, each with its reason exactly where something changed. */
export interface Changes {
  of(measure: Measure): Change | UnknownChange;
  /** how it compares with another measure of this year; undefined where they are not counted in the same unit */
  against(measure: Measure, base: Measure): Change | UnknownChange | undefined;
  /** the reason the officer gave for a change; a gap where there is none, which is reported */
  reasonFor(measure: Measure): Written;
  /**
   * the reasons the officer gave, each once: those that changed alike share one; what stayed as it was needs none beside
   * what changed
   */
  reasonsFor(measures: readonly Measure[]): readonly Written[];
  /** the reason the officer gave for what stayed as it was; undefined where it says that something changed, which is reported */
  flatReason(measure: Measure): Written | undefined;
  /** what is wrong: figures and reasons that are missing, reasons that nothing asked for */
  problems(): readonly Diagnostic[];
}

export function compareYears(
  budget: Budget,
  books: Books,
  { measures, money: { prose } }: Pick<Pack, "measures" | "money">,
  /** what is not told, as it follows from something that is */
  aside: ReadonlySet<string> = new Set(),
): Changes {
  const unknown = new Map<string, Measure>();
  const unexplained = new Set<string>();
  const asked = new Set<string>(budget.lastYear.restated ? [LAST_YEAR_SCOPE] : []);
  /** what is not known may not have been asked for yet */
  const isOpen = (name: string): boolean => {
    const measure = measures.get(name);
    return [measure && books.figure(measure), measure && books.lastYear(measure)].some(
      (each) => each && hasGap(each),
    );
  };
  const changed = (measure: Measure | undefined): Change | undefined => {
    const [now, before] = measure ? [books.figure(measure), books.lastYear(measure)] : [];
    const isKnown = now && before && !hasGap(now) && !hasGap(before);
    return isKnown ? changeOf(inMoney(now, prose), inMoney(before, prose)) : undefined;
  };
  const reasonFor = ({ name }: Measure): Written => {
    asked.add(name);
    const reason = budget.reasons.value.get(name);
    if (!reason && !isOpen(name)) unexplained.add(name);
    return reason?.value ?? gapAt(budget.reasons.place);
  };
  const flatReason = ({ name }: Measure): Written | undefined => {
    const reason = budget.reasons.value.get(name)?.value;
    if (!reason || namesChange(reason.text)) return undefined;
    asked.add(name);
    return reason;
  };
  const isTold = (name: string): boolean => !aside.has(name);
  return {
    of(measure) {
      const [now, before] = [books.figure(measure), books.lastYear(measure)];
      if (before && !hasGap(now) && !hasGap(before))
        return changeOf(inMoney(now, prose), inMoney(before, prose));
      // whether there will be a change, and so a reason, is not known yet
      asked.add(measure.name);
      if (before || hasGap(now))
        return { kind: "unknown", gap: before ? unknownBy(now, before) : unknownBy(now) };
      unknown.set(measure.name, measure);
      return { kind: "unknown", gap: wordingOf(gapAt(budget.lastYear.place)) };
    },
    against(measure, base) {
      const [now, before] = [books.figure(measure), books.figure(base)];
      if (now.unit !== before.unit) return undefined;
      if (hasGap(now) || hasGap(before)) return { kind: "unknown", gap: unknownBy(now, before) };
      return changeOf(inMoney(now, prose), inMoney(before, prose));
    },
    reasonFor,
    reasonsFor(all) {
      const known = all.map((measure) => ({ measure, change: changed(measure) }));
      const groups = groupedBy(known, ({ measure, change }) => (change ? changeKey(change) : measure.name));
      const reasons = [...groups.values()].flatMap((group) => {
        const given = group.filter(({ measure: { name } }) => budget.reasons.value.has(name));
        const [{ measure, change }] = group;
        if (change?.kind === "unchanged") {
          const flat = given.flatMap((each) => flatReason(each.measure) ?? []);
          return flat.length > 0 || groups.size > 1 || given.length > 0 ? flat : [reasonFor(measure)];
        }
        return given.length > 0 ? given.map((each) => reasonFor(each.measure)) : [reasonFor(measure)];
      });
      return firstOfEach(reasons, ({ text }) => text);
    },
    flatReason,
    problems: () => [
      ...missingFigures(
        [...unknown.values()].filter(({ name }) => isTold(name)),
        budget.lastYear,
      ),
      ...missingReasons(
        [...unexplained].filter(isTold).map((name) => [name, changed(measures.get(name))] as const),
        budget.reasons,
      ),
      ...unexplainedScope(budget),
      ...superfluousReasons(
        budget,
        new Set([...asked, ...[...budget.reasons.value.keys()].filter(isOpen), ...aside]),
        (name) => changed(measures.get(name))?.kind,
      ),
    ],
  };
}

/** What depends on figures of which one is not known. */
export function unknownBy(...figures: readonly Figure[]): Figure {
  const names = figures.map(({ measure }) => measure).join("、");
  const lines = figures.flatMap((figure) => figure.lines);
  return { ...figureOfLines(names, lines, "元"), derived: true };
}

function gapAt(place: Place): Written {
  return standsFor(GAP, () => place);
}

function changeOf(now: Figure, before: Figure): Change {
  const delta = difference(now, before);
  if (delta.amount.isZero()) return { kind: "unchanged" };
  const amount = { ...delta, amount: delta.amount.abs() };
  const rate = printedValue(before).isZero() ? undefined : share(amount, before);
  return { kind: delta.amount.isNegative() ? "decrease" : "increase", amount, rate };
}

/** The same for changes that read the same. */
export function changeKey(change: Change): string {
  if (change.kind === "unchanged") return change.kind;
  return `${change.kind} ${figureText(change.amount)} ${change.rate ? figureText(change.rate) : ""}`;
}

/** The words for what rose or fell, without its reason, and the figures among them. */
export function changeWords(
  change: Extract<Change, { readonly amount: Figure }>,
  words: PackWords,
): readonly (Wording | Figure)[] {
  const { amount, rate } = words[change.kind];
  const tail = change.rate
    ? [ownWording("，"), wordingOf(rate), change.rate]
    : [joined([ownWording("（"), wordingOf(words.noBase), ownWording("）")])];
  return [wordingOf(amount), change.amount, ...tail];
}

/** One problem, however many are missing: they are written in one go. */
function missingFigures(measures: readonly Measure[], section: Budget["lastYear"]): readonly Diagnostic[] {
  if (measures.length === 0 || section.unsaid) return [];
  const names = measures.map(({ name }) => name);
  const found = problem(
    "口径/上年数",
    `要与上年比较的有 ${names.length} 项，“上年”里没有：${names.map((name) => `“${name}”`).join("")}`,
    section.place,
    ...measures.map(({ name, says }) => `${name}：${says}`),
    ...(section.restated ? [`说明：“上年口径”写了${RESTATED}，各项都取自“上年”，不取上年的数据文件`] : []),
    `怎么改：${whereToPaste("上年", section)}，把“待填”换成上年的数（元）；上年没有的，写 0.00：`,
  );
  return [{ ...found, paste: pasted("上年", names, section) }];
}

/** Where there is no such section yet, the place is another line. */
function whereToPaste(key: string, { exists, place }: DataSection): string {
  if (!exists) return `文件里还没有“${key}”，在末尾加上`;
  const isEmpty = new RegExp(`^${key}:\\s*\\{\\s*\\}`).test(place.excerpt);
  return isEmpty ? `删去“${key}:”后面的 {}，在它下面加上` : `在“${key}”下面加上`;
}

function pasted(key: string, names: readonly string[], { exists }: DataSection): readonly string[] {
  return [...(exists ? [] : [`${key}:`]), ...names.map((name) => `  ${name}: ${GAP}`)];
}

/** The same of reasons, each with what there is to be explained. */
function missingReasons(
  changes: readonly (readonly [name: string, change: Change | undefined])[],
  section: DataSection,
): readonly Diagnostic[] {
  if (changes.length === 0 || section.unsaid) return [];
  const names = changes.map(([name]) => name);
  const allChanged = changes.every(([, change]) => change && change.kind !== "unchanged");
  const found = problem(
    "口径/缺少原因",
    `${allChanged ? "比上年有增减" : "说明里要写原因"}，“原因”里没有写为什么的有 ${names.length} 项`,
    section.place,
    allChanged
      ? "规则：预算数与上年有增减的，要说明原因（财预〔2016〕143号）"
      : "规则：这一版式要说明原因的，持平的也要说明",
    ...changes.map(([name, change]) => (change ? `${name}：${inWords(change)}` : name)),
    `怎么改：${whereToPaste("原因", section)}，把“待填”换成实际的原因，只写话，不写数：`,
  );
  return [{ ...found, paste: pasted("原因", names, section) }];
}

/** By how much and which way. */
function inWords(change: Change): string {
  if (change.kind === "unchanged") return "没有变化";
  const [verb, rising] = change.kind === "increase" ? ["增加", "增长"] : ["减少", "下降"];
  const rate = change.rate ? `，${rising} ${figureText(change.rate)}` : "，上年没有";
  return `比上年${verb} ${figureText(change.amount)}${rate}`;
}

/** Last year's figures are others than those published then, and nothing says why. */
function unexplainedScope({ lastYear, reasons }: Budget): readonly Diagnostic[] {
  if (!lastYear.restated || reasons.value.has(LAST_YEAR_SCOPE)) return [];
  const found = problem(
    "口径/缺少原因",
    `“上年”的数是${RESTATED}的，与上年公开的不同，但是“原因”里没有写为什么`,
    reasons.place,
    "规则：调整上年数的口径的，要说明原因",
    `怎么改：${whereToPaste("原因", reasons)}，把“待填”换成调整的原因，如 机构改革，划入应急救援职能：`,
  );
  return [{ ...found, paste: pasted("原因", [LAST_YEAR_SCOPE], reasons) }];
}

/** Reasons that the document did not ask for: nothing changed, or no template prints the change. */
function superfluousReasons(
  budget: Budget,
  asked: ReadonlySet<string>,
  changeIn: (name: string) => Change["kind"] | undefined,
): Diagnostic[] {
  return [...budget.reasons.value]
    .filter(([name]) => !asked.has(name))
    .map(([name, { place }]) => {
      const kind = changeIn(name);
      return kind === "increase" || kind === "decrease"
        ? unprintedChange(name, place)
        : superfluous(name, place, kind === "unchanged" ? "与上年相同" : "不与上年比较");
    });
}

function superfluous(name: string, place: Place, why: string): Diagnostic {
  return problem(
    "口径/多余原因",
    `“${name}”${why}，却写了变化的原因`,
    place,
    "规则：与上年持平的，不写变化的原因",
    "怎么改：核对本年数和上年数；若确实没有变化，删去这一行",
  );
}

function unprintedChange(name: string, place: Place): Diagnostic {
  return problem(
    "口径/多余原因",
    `“${name}”比上年有变化，也写了原因，但是说明里没有印出变化的原因`,
    place,
    `怎么改：说明的模板改过的，在说到它的地方写 {{增减 ${name}}}，或者 {{增减原因 ${name}}}；这一版式本来不比较它的，删去这一行；只有行政单位比较的，核对“性质”`,
  );
}
