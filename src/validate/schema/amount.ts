import { digits, quantity } from "../../money/money.js";

/** 元 to the 分, as the officer writes it. */
const AMOUNT = /^(0|[1-9]\d*)(\.\d{1,2})?$/;

const TEN_THOUSANDS: Readonly<Record<string, number>> = {
  元: 1,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};

export interface AmountFault {
  /** what is wrong, to stand behind 金额“…” */
  readonly cause: string;
  readonly remedy: string;
}

/** What to do where there is no amount: a line of a list is left out, a figure that has a name of its own is zero. */
type Absence = "删去这一整行" | "写 0.00";

/** Why `text` is no amount, and what to write instead. */
export function amountFault(text: string, absence: Absence): AmountFault {
  const remedy = `没有金额的，${absence}`;
  if (text.trim() === "") return { cause: "没有填写", remedy: `漏了数的，补上；${remedy}` };
  if (/^[-–—−－﹣]+$/.test(text)) return { cause: "只是一个横线", remedy };
  if (/^(?:无|没有|暂无|无数据|空|[/／\\×])$/.test(text)) return { cause: "不是一个数", remedy };
  const [, explain] = EXPLANATIONS.find(([pattern]) => pattern.test(text)) ?? [];
  return explain?.(text) ?? { cause: "不是一个数", remedy: "以元计，只写数字，最多两位小数，如 155000.00" };
}

/** The ways in which amounts are written wrongly, the telling ones first. */
const EXPLANATIONS: readonly (readonly [RegExp, (text: string) => AmountFault])[] = [
  [/[０-９Ａ-Ｚａ-ｚ．，－＋￥％。“”‘’]/, fullWidth],
  [/^(?:[￥¥]\s*[\d.,]+\s*(?:亿元|亿|万元|万|元)?|\s*[\d.,]+\s*(?:亿元|亿|万元|万|元))$/, withUnit],
  [/^-?\d[\d,']*[,'][\d,']*(\.\d+)?$/, groupedFault],
  [
    /^-?[\d.]+[eE][+-]?\d+$/,
    () => ({
      cause: "是科学记数法",
      remedy: "写出全部数字，如 100000.00；从 Excel 复制时，先把单元格格式设为“数值”、两位小数",
    }),
  ],
  [
    /^[-–—−﹣(（]/,
    () => ({ cause: "是负数，预算的金额不能小于零", remedy: "冲减的，写冲减以后的数；写反了的，去掉负号" }),
  ],
  [
    /^\d+\.\d{3,}$/,
    (text) => ({
      cause: `有 ${text.length - text.indexOf(".") - 1} 位小数，金额只到分（两位小数）`,
      remedy: /^\d+\.\d\d0+$/.test(text)
        ? `去掉末尾多余的零，写成 ${text.replace(/(?<=\.\d\d)0+$/, "")}，以元计`
        : "按批复的元、分填写；万元的数要换算成元，如 12.345 万元写 123450.00",
    }),
  ],
  [/\s/, (text) => ({ cause: "中间有空格", remedy: rewrite(text.replace(/\s/g, ""), "去掉空格") })],
  [/^\d+\.$/, (text) => ({ cause: "小数点后面没有数字", remedy: `改成 ${text}00` })],
  [/^\.\d[\d.]*$/, (text) => ({ cause: "小数点前面没有数字", remedy: `改成 0${text}` })],
  [
    /\d[.,;、；：:]+$/,
    (text) => ({
      cause: "后面多了标点",
      remedy: rewrite(text.replace(/[.,;、；：:]+$/, ""), "去掉标点"),
    }),
  ],
  [
    /^\d*\.\d*\.[\d.]*$/,
    () => ({ cause: "里有不止一个小数点", remedy: "只留一个小数点；以元计，最多两位小数" }),
  ],
  [
    /^[+0]+\d[\d.]*$/,
    (text) => ({
      cause: "前面有多余的零或加号",
      remedy: rewrite(text.replace(/^[+0]+(?=\d)/, ""), "去掉前面的零和加号"),
    }),
  ],
  [
    /^(?=.*\d)[\dOoIl.]+$/,
    (text) => ({
      cause: "里有字母，不是数字",
      remedy: rewrite(text.replace(/[Oo]/g, "0").replace(/[Il]/g, "1"), "字母 O、l 改成数字 0、1"),
    }),
  ],
  [
    /^[^\d.]*\d+(?:\.\d{1,2})?[^\d.]*$/,
    (text) => ({
      cause: "里除了数还有别的文字",
      remedy: /[十百千万亿w%‰]/.test(text)
        ? "只写数字；以元计，最多两位小数"
        : rewrite(text.replace(/[^\d.]/g, ""), "只写数字"),
    }),
  ],
];

/** The marks of the keyboard's other half, and whatever else is wrong without them. */
function fullWidth(text: string): AmountFault {
  const cause = "里有中文（全角）的数字或符号";
  const plain = text
    .normalize("NFKC")
    .replaceAll("。", ".")
    .replace(/[“”‘’]/g, "");
  const remedy = "关掉输入法的全角状态，重新录入";
  if (AMOUNT.test(plain) || plain === text) return { cause, remedy: rewrite(plain, remedy) };
  return { cause, remedy: `${remedy}；${amountFault(plain, "写 0.00").remedy}` };
}

/** Why an amount with commas in it is none: they part thousands, or 万, or stand for a point. */
export function groupedFault(text: string): AmountFault {
  const bare = text.replace(/[,'\s]/g, "");
  if (/^-?\d{1,3}(?:[,']\s*\d{3})+(?:\.\d+)?$/.test(text))
    return { cause: "里有千分位逗号", remedy: rewrite(bare, "去掉逗号") };
  const [, yuan, cents] = /^(\d+)[,']\s*(\d{1,2})$/.exec(text) ?? [];
  const remedy =
    yuan === undefined
      ? rewrite(bare, "去掉逗号")
      : `逗号是小数点的，写成 ${yuan}.${cents}，以元计；不是的，去掉逗号`;
  return { cause: "里有逗号", remedy };
}

function withUnit(text: string): AmountFault {
  const [, number = "", unit] = /^[￥¥]?\s*([\d.,]+)\s*(亿元|亿|万元|万|元)?$/.exec(text) ?? [];
  const bare = number.replaceAll(",", "");
  const cause = unit ? `后面写了单位“${unit}”` : "前面写了货币符号";
  if (!/^(0|[1-9]\d*)(\.\d+)?$/.test(bare)) return { cause, remedy: "只写数字，以元计" };
  const yuan = quantity(bare).times(TEN_THOUSANDS[unit ?? "元"] ?? 1);
  return { cause, remedy: `只写数字，以元计：${digits(yuan, 2, false)}` };
}

function rewrite(text: string, remedy: string): string {
  return AMOUNT.test(text) ? `${remedy}，写成 ${text}，以元计` : `${remedy}；以元计，最多两位小数`;
}
