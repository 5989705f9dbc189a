import type { TakenUp } from "../work/codes.js";

const MOST_SHOWN = 5;

/** What has become of the bureau's list: what was not understood, in what it differs from what there was, where it is now. */
export function codeListWords(taken: TakenUp): string {
  const { year, file, changed, lists, contradictory, passedOver, unread } = taken;
  const compared = lists.flatMap(({ name, listed, added, renamed, lacking }) => [
    `${name} ${listed.length} 个（${year} 年）`,
    ...shown("原来没有的", added, (each) => `${each.code} ${each.name}（${lineOf(each)}）`),
    ...shown("名称不同的", renamed, renaming),
    ...shown("原来有、这里没有的，照旧能用", lacking, ({ code, name: text }) => `${code} ${text.text}`),
  ]);
  return [
    ...shown("没有看懂、没有录入的行", unread, (each) => `${lineOf(each)}“${each.words}”`, ""),
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
    ...doubts(taken),
  ].join("\n");
}

type Renamed = TakenUp["lists"][number]["renamed"][number];

function renaming({ now, known }: Renamed): string {
  const before = known.former.some((each) => each.name === now.name) ? "，这是以前的名称" : "";
  return `${now.code} ${now.name}（${lineOf(now)}${before}），原来是“${known.name.text}”（${known.status}）`;
}

/** Names that hardly ever change, or that a document has: more likely the file was misread. */
function doubts({ file, lists }: TakenUp): readonly string[] {
  const doubtful = lists
    .flatMap(({ renamed }) => renamed)
    .filter(({ known }) => known.code.length === 3 || known.status === "官方" || known.status === "公开文件");
  if (doubtful.length === 0) return [];
  return [
    ...shown(
      "请核对：与官方、公开文件里的或者类的名称不同，现在改用了科目表的",
      doubtful,
      ({ now }) => `${now.code} ${now.name}`,
      "",
    ),
    `科目表里确是这样的，不必管；不是的，改好科目表再录入，多出来的从 ${file} 里删去那一行`,
  ];
}

function shown<Item>(
  title: string,
  items: readonly Item[],
  words: (item: Item) => string,
  indent = "  ",
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > MOST_SHOWN ? " 等" : "";
  return [`${indent}${title} ${items.length} 个：${items.slice(0, MOST_SHOWN).map(words).join("、")}${more}`];
}

function lineOf({ sheet, line }: Pick<TakenUp["unread"][number], "sheet" | "line">): string {
  return `${sheet} 第 ${line} 行`.trimStart();
}
