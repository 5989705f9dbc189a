import { isScalar, type Pair } from "yaml";
import { type Diagnostic, problem } from "../diagnostic.js";
import type { TextSource } from "../model/source.js";

/**
 * A key in `{ }` that has no colon behind it. YAML allows it; here it is always a slip: a comma inside a value, or a
 * colon that is none.
 */
export function loneKey(source: TextSource, items: readonly Pair[], index: number): Diagnostic | undefined {
  const pair = items[index];
  if (!pair || pair.value !== null || !isScalar(pair.key)) return undefined;
  const key = String(pair.key.value);
  const [from, to] = pair.key.range ?? [0, 0];
  if (/^[^:：]+：/.test(key)) return colon(source, from, to, "冒号用了中文全角的“：”", key);
  if (/^[^:]+:/.test(key)) return colon(source, from, to, "英文冒号后面少了一个空格", key);
  const before = items[index - 1]?.value;
  const start = isScalar(before) ? (before.range?.[0] ?? from) : from;
  const whole = source.text.slice(start, to);
  if (/^\d[\d,]*\d(\.\d+)?$/.test(whole)) {
    return problem(
      "数据/金额",
      `金额“${whole}”里有千分位逗号`,
      source.at(start, to - start),
      `怎么改：去掉逗号，写成 ${whole.replaceAll(",", "")}，以元计`,
    );
  }
  return problem(
    "语法/YAML",
    `“${key}”后面没有冒号和内容：大括号里，英文逗号把它与前面的文字分成了两项`,
    source.at(from, to - from),
    "怎么改：它是前面文字的一部分时，把英文逗号改成中文逗号“，”；它是键时，补上英文冒号、空格和内容",
  );
}

function colon(source: TextSource, from: number, to: number, cause: string, key: string): Diagnostic {
  const fixed = key.replace(/[:：]\s*/, ": ");
  return problem(
    "语法/YAML",
    `${cause}，程序认不出这里的键`,
    source.at(from, to - from),
    `怎么改：改成 ${fixed}`,
  );
}
