import { digits, percentage, type Quantity, rounded } from "../../money/money.js";
import { type Fault, fault, type Script } from "./fault.js";
import { isOf, type Mention, paragraphsOf, type Sentence } from "./sentences.js";

const REMEDY = "按文件里的数用计算器验算；用程序重新生成，占比由它算";

/** Shares, X 万元，占 p%, that X is not of any amount in the text. */
export function sharesFaults(script: Script): readonly Fault[] {
  const paragraphs = paragraphsOf(script);
  const wholes = paragraphs
    .flat()
    .flatMap(({ mentions }) => mentions.filter(isOf("万元")).map(({ amount }) => amount.value));
  return paragraphs.flatMap((sentences) => sentences.flatMap((sentence) => sentenceFaults(sentence, wholes)));
}

function sentenceFaults({ text, mentions, at }: Sentence, wholes: readonly Quantity[]): readonly Fault[] {
  return mentions.flatMap((share, index) => {
    const part = mentions[index - 1];
    if (!part || !isOf("万元")(part) || !isOf("%")(share)) return [];
    if (!/^[，,]占[^，。；]{0,12}$/u.test(text.slice(part.end, share.start))) return [];
    if (wholes.some((whole) => isShare(part, whole, share))) return [];
    const whole = mentions.find((each) => isOf("万元")(each) && each.amount.value.gte(part.amount.value));
    const right = whole && whole !== part && percentage(part.amount.value, whole.amount.value);
    if (!right) return [];
    const message = `“${part.text}，占${share.text}”算得不对：占 ${whole.text} 的 ${digits(right, 2, false)}%`;
    return [fault("审核/矛盾", message, [at(share.start, share.end)], REMEDY)];
  });
}

function isShare(part: Mention, whole: Quantity, { amount }: Mention): boolean {
  const share = percentage(part.amount.value, whole);
  return share !== undefined && rounded(share, amount.decimals).equals(amount.value);
}
