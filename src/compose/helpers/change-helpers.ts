import { type Diagnostic, type Place, problem } from "../../diagnostic/diagnostic.js";
import { ACCOUNT_DIMENSIONS } from "../../model/dimensions.js";
import type { Measure } from "../../model/pack/measure.js";
import type { Pack, PackWords } from "../../model/pack/pack.js";
import type { Written } from "../../model/source.js";
import type { HelperName } from "../../model/template.js";
import { ownWording, wordingOf } from "../../model/wording.js";
import { type Change, type Changes, changeKey, changeWords, type UnknownChange } from "../change.js";
import type { Printed } from "../fill.js";
import type { PrintWords } from "../quotes.js";

export interface ChangeSetting {
  readonly changes: Changes;
  readonly pack: Pick<Pack, "words">;
  readonly quotes: PrintWords;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** How a template calls a helper: where, and with which named arguments. */
export interface Call {
  readonly place: () => Place;
  readonly hash: {
    readonly 小数?: Written;
    readonly 单位?: Written;
    readonly 原因?: Written;
    readonly 比?: Measure;
  };
}

export type Helper = (arguments_: readonly unknown[], call: Call) => unknown;

type ChangeHelper = Extract<
  HelperName,
  "增减" | "增减词" | "增减额" | "升降词" | "增减率" | "增减原因" | "同增减" | "持平" | "持平原因"
>;

/** Helpers that say how measures changed: all in one, or each piece of it by itself. */
export function createChangeHelpers(setting: ChangeSetting): Readonly<Record<ChangeHelper, Helper>> {
  const { changes, pack, quotes } = setting;
  const piece = (of: (change: Change, words: PackWords) => Printed["printed"]): Helper => {
    return ([measure], call) => {
      const change = changeIn(measure as Measure, setting, call);
      return { printed: change.kind === "unknown" ? [change.gap] : of(change, pack.words) };
    };
  };
  return {
    增减: ([measure], call) => wholeChange(measure as Measure, setting, call),
    增减词: piece((change, words) => [
      wordingOf(change.kind === "unchanged" ? words.unchanged : words[change.kind].amount),
    ]),
    增减额: piece((change) => (change.kind === "unchanged" ? [] : [change.amount])),
    升降词: piece((change, words) => {
      if (change.kind === "unchanged") return [wordingOf(words.unchanged)];
      return change.rate ? [wordingOf(words[change.kind].rate)] : [];
    }),
    增减率: piece((change, words) =>
      change.kind === "unchanged" ? [] : [change.rate ?? wordingOf(words.noBase)],
    ),
    增减原因: (measures) => {
      const reasons = changes.reasonsFor(measures as readonly Measure[]);
      const printed = reasons.map((reason) => quotes(reason).printed);
      return { printed: printed.flatMap((each, index) => (index > 0 ? [ownWording("；"), ...each] : each)) };
    },
    同增减: (measures) => areAlike(measures as readonly Measure[], changes),
    持平: ([measure], call) => {
      const change = changeIn(measure as Measure, setting, call);
      return change.kind === "unknown" ? { printed: [change.gap] } : change.kind === "unchanged";
    },
    持平原因: ([measure], { hash }) => flatReason(measure as Measure, setting, hash.原因),
  };
}

/** Against last year's amount, or another measure's where the call says so. */
function changeIn(
  measure: Measure,
  { changes, report }: ChangeSetting,
  { hash: { 比: base }, place }: Call,
): Change | UnknownChange {
  if (!base) return changes.of(measure);
  const other = ofSameItem(base, measure);
  const change = other && changes.against(measure, other);
  if (change) return change;
  const [message, remedy] = other
    ? [`“${measure.name}”和“${base.name}”的单位不同，不能比`, "换成同一单位的口径"]
    : [
        `“${base.name}”不能只取“${measure.name}”这一项的来比`,
        "换成在有这一维度的账上求和（account）的口径，不是几个口径相加的",
      ];
  report(problem("模板/口径", message, place(), `怎么改：${remedy}`));
  return { kind: "unchanged" };
}

/** What an item of a list is compared with is of the same item; undefined where nothing tells that of it. */
function ofSameItem(base: Measure, measure: Measure): Measure | undefined {
  const item = measure.kind === "sum" && measure.item;
  if (!item || base.kind === "constant") return base;
  if (base.kind !== "sum") return undefined;
  const known: readonly string[] = ACCOUNT_DIMENSIONS[base.account];
  const isTold = Object.keys(item).every((each) => known.includes(each));
  return isTold ? { ...base, where: { ...base.where, ...item } } : undefined;
}

function wholeChange(measure: Measure, setting: ChangeSetting, { hash }: Call): Printed {
  const { changes, quotes, pack } = setting;
  const change = changes.of(measure);
  if (change.kind === "unknown") return { printed: [change.gap] };
  if (change.kind === "unchanged") {
    const reason = flatReason(measure, setting, hash.原因);
    return { printed: [wordingOf(pack.words.unchanged), ...reason.printed] };
  }
  const reason = quotes(changes.reasonFor(measure));
  return {
    printed: [
      ...changeWords(change, pack.words),
      wordingOf(hash.原因 ?? pack.words.reason),
      ...reason.printed,
    ],
  };
}

/** Whether they all changed by the same, or none did; unknown where a gap decides it. */
function areAlike(measures: readonly Measure[], changes: Changes): boolean | Printed {
  const all: string[] = [];
  for (const measure of measures) {
    const change = changes.of(measure);
    if (change.kind === "unknown") return { printed: [change.gap] };
    all.push(changeKey(change));
  }
  return new Set(all).size === 1;
}

/** Why a measure stayed as it was, where the officer says so; nothing else. */
function flatReason(
  measure: Measure,
  { changes, pack, quotes }: ChangeSetting,
  before: Written = pack.words.reason,
): Printed {
  const reason = changes.of(measure).kind === "unchanged" ? changes.flatReason(measure) : undefined;
  return { printed: reason ? [wordingOf(before), ...quotes(reason).printed] : [] };
}
