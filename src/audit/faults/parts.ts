import { digits, halfUnit, type Quantity, sum } from "../../money/money.js";
import type { AmountToken } from "../words/tokens.js";
import { contradiction, type DocumentFault } from "./fault.js";
import { isOf, type Sentence } from "./mentions.js";

const REMEDY = "核对各个分项和合计；用程序重新生成，合计由它算";

/** Numbers of a sentence that do not add up: vehicles by kind, and the causes of a change. */
export function partsFaults(sentences: readonly Sentence[]): readonly DocumentFault[] {
  return sentences.flatMap((sentence) => [...vehicles(sentence), ...causes(sentence)]);
}

/** 共有车辆 n 辆，其中：…a 辆、…b 辆. */
function vehicles({ text, mentions, at }: Sentence): readonly DocumentFault[] {
  const [total, ...parts] = mentions.filter(isOf("辆"));
  const among = total ? /^[，,]?其中/u.exec(text.slice(total.end)) : null;
  if (!total || !among || parts.length < 2) return [];
  const added = sum(parts.map(({ amount }) => amount.value));
  if (added.equals(total.amount.value)) return [];
  const message = `车辆共 ${total.text}，各类相加却是 ${digits(added, 0, false)}辆`;
  const last = parts.at(-1) ?? total;
  return [contradiction(message, at(total.start, total.end), at(total.start, last.end), REMEDY)];
}

const REASON = "原因";
const CHANGE = /(增加|减少)了?$/u;

/** The amounts by which the causes of a change are said to raise or lower it. */
function causes({ text, mentions, at }: Sentence): readonly DocumentFault[] {
  const money = mentions.filter(isOf("万元"));
  const reasonAt = text.indexOf(REASON);
  const reasonEnd = endOfReason(text, reasonAt);
  const change = money.findLast(({ end, start }) => end <= reasonAt && CHANGE.test(text.slice(0, start)));
  const parts = money.filter(({ start }) => start > reasonAt && start < reasonEnd);
  if (reasonAt < 0 || !change || parts.length < 2) return [];
  const signed = parts.map((part) => signedAmount(part, text, directionOf(change, text)));
  if (signed.some((each) => each === undefined)) return [];
  const added = sum(signed.flatMap((each) => each ?? []));
  if (added.equals(change.amount.value)) return [];
  const message = `各项原因相加是 ${digits(added, 2, false)}万元，${directionOf(change, text)}的却是 ${change.text}`;
  const room = halfUnit(2).times(parts.length + 1);
  const isClose = added.minus(change.amount.value).abs().lte(room);
  const notes = isClose ? ["相差在四舍五入的范围内，也要在文中说明"] : [];
  const reach = at(change.start, reasonEnd);
  return [contradiction(message, at(reasonAt, reasonEnd), reach, REMEDY, ...notes)];
}

/** Where a reason ends: with its sentence, or before the clause that gives the reason for another change. */
function endOfReason(text: string, reasonAt: number): number {
  const next = text.indexOf(REASON, reasonAt + REASON.length);
  return next === -1 ? text.length : Math.max(reasonAt, text.lastIndexOf("；", next));
}

function directionOf({ start }: AmountToken, text: string): string {
  return CHANGE.exec(text.slice(0, start))?.[1] ?? "";
}

function signedAmount(part: AmountToken, text: string, direction: string): Quantity | undefined {
  const own = directionOf(part, text);
  if (own === "") return undefined;
  return own === direction ? part.amount.value : part.amount.value.negated();
}
