import type { PackWords } from "../../model/pack.js";
import type { Stretch } from "../words/strip.js";
import { type Fault, fault, type Script } from "./fault.js";
import { isOf, paragraphsOf } from "./sentences.js";

const VERBS = /(增加|增长|减少|下降|降低)了?$/u;

interface Use {
  readonly verb: string;
  readonly stretch: Stretch;
}

/** 减少 11.45% here and 下降 11.45% there. */
export function verbsFaults(script: Script, words: PackWords): readonly Fault[] {
  const uses = paragraphsOf(script)
    .flat()
    .flatMap(({ text, mentions, at }) =>
      mentions.filter(isOf("%")).flatMap(({ start }): Use[] => {
        const verb = VERBS.exec(text.slice(0, start))?.[1];
        return verb
          ? [{ verb, stretch: at(start - (VERBS.exec(text.slice(0, start))?.[0].length ?? 0), start) }]
          : [];
      }),
    );
  return [
    mixed(uses, words.increase.rate.text, ["增加", "增长"]),
    mixed(uses, words.decrease.rate.text, ["减少", "下降", "降低"]),
  ].flat();
}

function mixed(uses: readonly Use[], right: string, all: readonly string[]): readonly Fault[] {
  const own = uses.filter(({ verb }) => all.includes(verb));
  const others = own.filter(({ verb }) => verb !== right);
  const [first, ...rest] = others.map(({ stretch }) => stretch);
  if (!first || others.length === own.length) return [];
  const kinds = [...new Set(others.map(({ verb }) => verb))].join("、");
  const message = `百分比前面有的写“${kinds}”，有的写“${right}”，全文要一致`;
  return [fault("审核/文字", message, [first, ...rest], `都改成“${right}”`)];
}
