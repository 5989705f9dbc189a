import type { PackWords } from "../../model/pack/pack.js";
import type { TextRange } from "../words/placed-text.js";
import { type DocumentFault, fault } from "./fault.js";
import { isOf, type Sentence } from "./mentions.js";

const VERBS = /(增加|增长|减少|下降|降低)了?$/u;

interface Use {
  readonly verb: string;
  readonly range: TextRange;
}

/** 减少 11.45% here and 下降 11.45% there. */
export function verbsFaults(sentences: readonly Sentence[], words: PackWords): readonly DocumentFault[] {
  const uses = sentences.flatMap(({ text, mentions, at }) =>
    mentions.filter(isOf("%")).flatMap(({ start }): Use[] => {
      const [phrase = "", verb] = VERBS.exec(text.slice(0, start)) ?? [];
      return verb ? [{ verb, range: at(start - phrase.length, start) }] : [];
    }),
  );
  return [
    mixed(uses, words.increase.rate.text, ["增加", "增长"]),
    mixed(uses, words.decrease.rate.text, ["减少", "下降", "降低"]),
  ].flat();
}

function mixed(uses: readonly Use[], right: string, all: readonly string[]): readonly DocumentFault[] {
  const own = uses.filter(({ verb }) => all.includes(verb));
  const others = own.filter(({ verb }) => verb !== right);
  const [first, ...rest] = others.map(({ range }) => range);
  if (!first || others.length === own.length) return [];
  const kinds = [...new Set(others.map(({ verb }) => verb))].join("、");
  const message = `百分比前面有的写“${kinds}”，有的写“${right}”，全文要一致`;
  return [fault("审核/文字", message, [first, ...rest], `都改成“${right}”`)];
}
