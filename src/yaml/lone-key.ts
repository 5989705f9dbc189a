import { isScalar, type Pair, type Scalar } from "yaml";
import { problem } from "../diagnostic.js";
import type { TextSource } from "../model/source.js";
import { groupedFault } from "../validate/schema/amount.js";
import type { Fault } from "./fault.js";
import { FULL_WIDTH_COLON, NO_BLANK } from "./slip.js";

/** More of them in one mapping say nothing new. */
const MOST = 20;

/** No amount is longer, commas and blanks included. */
const LONGEST_AMOUNT = 40;

/** Whether a pair in `{ }` is a key alone. YAML allows it; here it is always a slip. */
export function isLoneKey(pair: Pair | undefined): boolean {
  return pair?.value === null && isScalar(pair.key);
}

/** What is wrong with the keys alone of a mapping: a comma inside a value, or a colon that is none. */
export function loneKeys(source: TextSource, pairs: readonly Pair[]): readonly Fault[] {
  const lone = pairs.flatMap((pair, index) => (isLoneKey(pair) ? [index] : [])).slice(0, MOST);
  return lone.flatMap(
    (index) => groupedAmount(source, pairs, index) ?? [loneKey(source, pairs[index]?.key as Scalar)],
  );
}

function loneKey(source: TextSource, node: Scalar): Fault {
  const key = String(node.value);
  const [from, to] = node.range ?? [0, 0];
  const place = source.at(from, to - from);
  const meant = key.replace(/\s*[:：]\s*/, ": ");
  const cause = /^[^:：]+：/.test(key) ? FULL_WIDTH_COLON : NO_BLANK;
  if (/^[^:：]+[:：]/.test(key))
    return {
      ...problem("语法/YAML", cause, place, `怎么改：写成 ${meant}`),
      mends: [{ from, to, meant: source.text.slice(from, to).replace(/\s*[:：]\s*/, ": ") }],
    };
  const [, name, blank = ""] = /^(\p{L}+)([ \t]+)\S+$/u.exec(key) ?? [];
  if (name !== undefined) {
    const at = source.text.indexOf(blank, from);
    const colonless = `“${name}”后面少了英文冒号`;
    return {
      ...problem("语法/YAML", colonless, place, `怎么改：写成 ${key.replace(blank, ": ")}`),
      mends: [{ from: at, to: at + blank.length, meant: ": " }],
    };
  }
  const told = problem(
    "语法/YAML",
    `“${key}”后面没有冒号和内容：大括号里，英文逗号把它与前面的文字分成了两项`,
    place,
    "怎么改：它是前面文字的一部分时，把英文逗号改成中文逗号“，”；它是键时，补上英文冒号、空格和内容",
  );
  return { ...told, mends: [] };
}

/**
 * 1,001.90 without quotation marks is parted at its commas: the first part is a value, the others are lone keys. Said
 * once, at the first of them.
 */
function groupedAmount(
  source: TextSource,
  pairs: readonly Pair[],
  index: number,
): readonly Fault[] | undefined {
  const start = pairs.findLastIndex((pair, at) => at < index && !isLoneKey(pair));
  const next = pairs.findIndex((pair, at) => at > index && !isLoneKey(pair));
  const value = pairs[start]?.value;
  const last = pairs[(next < 0 ? pairs.length : next) - 1]?.key;
  if (!isScalar(value) || !isScalar(last)) return undefined;
  const [from] = value.range ?? [0];
  const whole = source.text.slice(from, last.range?.[1]);
  if (whole.length > LONGEST_AMOUNT || !/^\d+(,\s*\d+)+(\.\d+)?$/.test(whole)) return undefined;
  if (index > start + 1) return [];
  const { cause, remedy } = groupedFault(whole);
  const place = source.at(from, whole.length);
  return [
    {
      ...problem("数据/金额", `金额“${whole}”${cause}`, place, `怎么改：${remedy}`),
      mends: [{ from, to: from + whole.length, meant: whole.replaceAll(/[,\s]/g, "") }],
    },
  ];
}
