import { type DocumentFault, fault, type Script } from "./fault.js";
import { isOf, paragraphsOf } from "./mentions.js";

/** 每人 500 元 and 单价 50 元 are small on purpose. */
const SMALL = /每|人均|单价|标准|不足|限额/u;

/** Amounts in 元 with two decimals among amounts in 万元. */
export function yuanFaults(script: Script): readonly DocumentFault[] {
  const sentences = paragraphsOf(script).flat();
  const money = sentences.flatMap(({ mentions }) => mentions);
  const [yuan, wan] = [money.filter(isOf("元")).length, money.filter(isOf("万元")).length];
  if (yuan >= wan) return [];
  return sentences.flatMap(({ text, mentions, at }) =>
    mentions
      .filter(
        ({ amount, start }) =>
          amount.unit === "元" &&
          amount.decimals === 2 &&
          !SMALL.test(text.slice(Math.max(0, start - 10), start)),
      )
      .map(({ text: shown, start, end }) =>
        fault(
          "审核/单位",
          `“${shown}”以元计，文件里别处都以万元计`,
          [at(start, end)],
          "把“元”改成“万元”；用程序重新生成，单位由它印",
        ),
      ),
  );
}
