import { isScalar, type Pair, type Scalar } from "yaml";
import { problem } from "../diagnostic/diagnostic.js";
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

/** 财政拨款：是 */
const COLON = /^([^:：]+)[:：]\s*/;
/** Behind it, another pair: 资金来源：其他收入，财政拨款：否 */
const NEXT_PAIR = /，\s*(?=[^，:：]{1,12}[:：])/;

function loneKey(source: TextSource, node: Scalar): Fault {
  const key = String(node.value);
  const [from, to] = node.range ?? [0, 0];
  const place = source.at(from, to - from);
  if (COLON.test(key)) return colonOfKey(source, from, to);
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

/** A colon behind a key that is none, and the commas of an amount behind it. */
function colonOfKey(source: TextSource, from: number, to: number): Fault {
  const written = source.text.slice(from, to);
  const pairs = written
    .split(NEXT_PAIR)
    .map((pair) => pair.trimEnd().replace(COLON, (_, name: string) => `${name.trimEnd()}: `));
  const meant = pairs.join(", ").replace(/(?<=: )\d+(?:,\s*\d+)+(?:\.\d+)?$/, ungrouped);
  const cause = /^[^:：]+：/.test(written) ? FULL_WIDTH_COLON : NO_BLANK;
  return {
    ...problem("语法/YAML", cause, source.at(from, to - from), `怎么改：写成 ${meant}`),
    mends: [{ from, to, meant }],
  };
}

function ungrouped(amount: string): string {
  return amount.replaceAll(/[,\s]/g, "");
}

/**
 * 1,001.90 without quotation marks is parted at its commas: the first part is a value, or stands behind a colon that is
 * none; the others are lone keys. Said once, at the first of them.
 */
function groupedAmount(
  source: TextSource,
  pairs: readonly Pair[],
  index: number,
): readonly Fault[] | undefined {
  const start = pairs.findLastIndex((pair, at) => at <= index && (!isLoneKey(pair) || hasColon(pair)));
  const next = pairs.findIndex((pair, at) => at > index && (!isLoneKey(pair) || hasColon(pair)));
  const [first, last] = [pairs[start], pairs[(next < 0 ? pairs.length : next) - 1]?.key];
  const isKey = isLoneKey(first);
  const begin = isKey ? first?.key : first?.value;
  if (!isScalar(begin) || !isScalar(last)) return undefined;
  const [from, to] = [begin.range?.[0] ?? 0, last.range?.[1] ?? 0];
  const whole = source.text.slice(from, to);
  const amount = isKey ? whole.replace(/^.*[:：]\s*/s, "") : whole;
  if (amount.length > LONGEST_AMOUNT || !/^\d+(,\s*\d+)+(\.\d+)?$/.test(amount)) return undefined;
  if (index > (isKey ? start : start + 1)) return [];
  if (isKey) return [colonOfKey(source, from, to)];
  const { cause, remedy } = groupedFault(whole);
  const place = source.at(from, whole.length);
  return [
    {
      ...problem("数据/金额", `金额“${whole}”${cause}`, place, `怎么改：${remedy}`),
      mends: [{ from, to, meant: ungrouped(whole) }],
    },
  ];
}

function hasColon({ key }: Pair): boolean {
  return isScalar(key) && COLON.test(String(key.value));
}
