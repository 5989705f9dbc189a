import type { ListedCode } from "../extract/code-rows.js";
import type { TakenUp } from "../work/codes.js";

const MOST_SHOWN = 5;

/** What has become of the bureau's list: in what it differs from what there was, and where it is now. */
export function codeListWords({ year, file, changed, lists, contradictory, passedOver }: TakenUp): string {
  const compared = lists.flatMap(({ name, listed, added, renamed, lacking }) => [
    `${name} ${listed.length} 个（${year} 年）`,
    ...shown("原来没有的", added, (each) => `${each.code} ${each.name}（${lineOf(each)}）`),
    ...shown("名称不同的", renamed, ({ now, known }) => {
      const before = known.former.some((each) => each.name === now.name) ? "，这是以前的名称" : "";
      return `${now.code} ${now.name}（${lineOf(now)}${before}），原来是“${known.name.text}”（${known.status}）`;
    }),
    ...shown("原来有、这里没有的", lacking, ({ code, name: text }) => `${code} ${text.text}`),
  ]);
  return [
    ...compared,
    ...shown(
      "有几个名称、没有录入的",
      contradictory,
      (each) => `${each.code} ${each.name}（${lineOf(each)}）`,
    ),
    ...(passedOver > 0 ? [`  没有用的 ${passedOver} 行：收入科目，或者比项、款更细的代码`] : []),
    changed
      ? `已写入 ${file}：从 ${year} 年起的预算按它核对和印，科目表有变化的年度再录入`
      : `${file} 里已经是这样，没有改`,
  ].join("\n");
}

function shown<Item>(
  title: string,
  items: readonly Item[],
  words: (item: Item) => string,
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > MOST_SHOWN ? " 等" : "";
  return [`  ${title} ${items.length} 个：${items.slice(0, MOST_SHOWN).map(words).join("、")}${more}`];
}

function lineOf({ sheet, line }: ListedCode): string {
  return `${sheet} 第 ${line} 行`.trimStart();
}
