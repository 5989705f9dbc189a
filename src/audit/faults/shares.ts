import { digits, percentage, type Quantity, rounded, ZERO } from "../../money/money.js";
import type { AmountToken } from "../words/tokens.js";
import { contradiction, type DocumentFault } from "./fault.js";
import { isOf, type Sentence } from "./mentions.js";

const REMEDY = "按文件里的数用计算器验算；用程序重新生成，占比由它算";

/** Shares, X 万元，占 p%, that X is not of any amount in the text. */
export function sharesFaults(paragraphs: readonly (readonly Sentence[])[]): readonly DocumentFault[] {
  const amounts = paragraphs.map((sentences) =>
    sentences.flatMap(({ mentions }) => mentions.filter(isOf("万元")).map(({ amount }) => amount.value)),
  );
  const wholes = amounts.flat();
  return paragraphs.flatMap((sentences, index) =>
    sentences.flatMap((sentence) => sentenceFaults(sentence, wholes, amounts[index] ?? [])),
  );
}

function largest(amounts: readonly Quantity[]): Quantity {
  return amounts.reduce((most, each) => (each.gt(most) ? each : most), ZERO);
}

/** `near` are the amounts of the paragraph: of the largest its shares most likely are. */
function sentenceFaults(
  { text, mentions, at }: Sentence,
  wholes: readonly Quantity[],
  near: readonly Quantity[],
): readonly DocumentFault[] {
  const whole = largest(near);
  // what is less than the last digit may be any share of what is less, too
  const isNothing = near.filter((amount) => amount.isZero()).length > 1;
  return mentions.flatMap((share, index) => {
    const part = mentions[index - 1];
    if (!part || !isOf("万元")(part) || !isOf("%")(share)) return [];
    if (!/^[，,]占[^，。；]{0,12}$/u.test(text.slice(part.end, share.start))) return [];
    if (isNothing && part.amount.value.isZero()) return [];
    const right = percentage(part.amount.value, whole);
    if (!right || whole.equals(part.amount.value) || wholes.some((each) => isShare(part, each, share)))
      return [];
    const shown = text.slice(part.start, share.end);
    const message = `“${shown}”算得不对：占 ${digits(whole, 2, false)}万元 的 ${digits(right, 2, false)}%`;
    return [contradiction(message, at(share.start, share.end), at(part.start, share.end), REMEDY)];
  });
}

function isShare(part: AmountToken, whole: Quantity, { amount }: AmountToken): boolean {
  const share = percentage(part.amount.value, whole);
  return share !== undefined && rounded(share, amount.decimals).equals(amount.value);
}
