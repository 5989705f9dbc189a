import { digits, halfUnit, percentage, type Quantity } from "../../money/money.js";
import type { AmountToken } from "../words/tokens.js";
import { contradiction, type DocumentFault } from "./fault.js";
import { isOf, type Sentence } from "./mentions.js";

const REMEDY = "增减额除以上年数才是增长或下降的百分比；用程序重新生成，百分比由它算";

/** Percentages of change that are none of last year's amount. */
export function ratesFaults(paragraphs: readonly (readonly Sentence[])[]): readonly DocumentFault[] {
  return paragraphs.flatMap((sentences) =>
    sentences.flatMap((sentence, index) =>
      changesIn(sentence).flatMap((change) => rateFault(change, sentence, sentences[index - 1])),
    ),
  );
}

/** 增加 A 万元，增长 p%. */
interface Change {
  readonly rises: boolean;
  readonly amount: AmountToken;
  readonly rate: AmountToken;
}

const VERB = /(增加|增长|减少|下降|降低|压减)了?(?:约)?$/u;

function changesIn({ text, mentions }: Sentence): readonly Change[] {
  return mentions.flatMap((amount, index): Change[] => {
    const rate = mentions[index + 1];
    if (!rate || !isOf("万元")(amount) || !isOf("%")(rate)) return [];
    const verb = VERB.exec(text.slice(0, amount.start))?.[1];
    const between = text.slice(amount.end, rate.start);
    if (!verb || between.length > 10 || !VERB.test(between)) return [];
    return [{ rises: verb.startsWith("增"), amount, rate }];
  });
}

function rateFault(change: Change, sentence: Sentence, before?: Sentence): readonly DocumentFault[] {
  const { amount, rate, rises } = change;
  const own = sentence.mentions.filter((each) => isOf("万元")(each) && each.start < amount.start);
  const whose = own.length > 0 ? sentence : before;
  const amounts = own.length > 0 ? own : (before?.mentions.filter(isOf("万元")) ?? []);
  // what something changed by is the base of nothing
  const whole = amounts.filter((each) => !VERB.test((whose?.text ?? "").slice(0, each.start)));
  const candidates = whole.map((each) => ({ each, base: baseOf(each, change) }));
  if (candidates.some(({ base }) => fits(amount, base, rate)) || isLastYears(own, sentence, change))
    return [];
  const range = sentence.at(rate.start, rate.end);
  const shown = sentence.text.slice(amount.start, rate.end);
  const found = (message: string, { start, end }: AmountToken): readonly DocumentFault[] => {
    const reach = { ...range, start: whose?.at(start, end).start ?? range.start };
    return [contradiction(message, range, reach, REMEDY)];
  };
  const nothing = candidates.find(({ base }) => base.isZero());
  if (nothing) return found(`“${shown}”：上年是零，不能算增长率`, nothing.each);
  const thisYear = candidates.find(({ each }) => fits(amount, each.amount.value, rate));
  const wanted = thisYear ?? (areEqual(candidates) ? candidates[0] : undefined);
  const right = wanted && percentage(amount.amount.value, wanted.base);
  if (!right) return [];
  const why = thisYear
    ? `是用本年的 ${wanted.each.text} 作分母`
    : `按 ${wanted.each.text} ${rises ? "减" : "加"} ${amount.text} 算`;
  const message = `“${shown}”里的百分比不对：${why}，应为 ${digits(right, 2, false)}%`;
  return found(message, wanted.each);
}

function areEqual(candidates: readonly { readonly base: Quantity }[]): boolean {
  return candidates.every(({ base }) => base.equals(candidates[0]?.base ?? base));
}

function baseOf({ amount: { value } }: AmountToken, { rises, amount }: Change): Quantity {
  return rises ? value.minus(amount.amount.value) : value.plus(amount.amount.value);
}

/** An amount that is said to be last year's is the base itself. */
function isLastYears(own: readonly AmountToken[], { text }: Sentence, { amount, rate }: Change): boolean {
  return own.some(
    ({ start, amount: { value } }) =>
      /上年|去年/u.test(text.slice(Math.max(0, start - 12), start)) && fits(amount, value, rate),
  );
}

/** Whether the rate is that of the amount to the base, as far as both are rounded. */
function fits({ amount }: AmountToken, base: Quantity, { amount: rate }: AmountToken): boolean {
  if (base.lte(0)) return false;
  const [room, roomOfRate] = [halfUnit(amount.decimals), halfUnit(rate.decimals)];
  const least = percentage(amount.value.minus(room), base.plus(room.times(2)));
  const most = percentage(amount.value.plus(room), base.minus(room.times(2)).abs());
  if (!least || !most) return false;
  return rate.value.gte(least.minus(roomOfRate)) && rate.value.lte(most.plus(roomOfRate));
}
