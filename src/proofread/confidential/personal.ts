import { COVERED, withCovered } from "../masks.js";
import type { Finding, Proof, Remarks, Rule } from "../rule.js";
import { type PersonNumber, personNumbersIn } from "./person-numbers.js";
import { withDigits } from "./spelled-digits.js";

/** Words of a person that are no number with a check of its own. */
interface Mark {
  readonly name: string;
  readonly pattern: RegExp;
  readonly isSure: boolean;
}

const PASSPORT = "(?:[DEGPS]\\d{8}|E[A-Z]\\d{7})(?![0-9A-Za-z])";
const GROUPED_PASSPORT = "(?:[DEGPS][- ]?\\d{4}[- ]?\\d{4}|E[A-Z][- ]?\\d{3,4}[- ]?\\d{3,4})(?![0-9A-Za-z])";
const BEGINS_PLATE = "(?=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z])";
const PRIVATE = "(?:私家车|私车|私人车辆|个人车辆|个人车|车主)";
const PLATE = ". ?.[-·• ]?(?=[A-HJ-NP-Z]{0,3}\\d)[A-HJ-NP-Z\\d]{5,6}(?![0-9A-Za-z])";
/** As long as the part before the sign may be, and begun only where it begins: else long runs of letters take for ever. */
const E_MAIL_USER = "(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64} ?";
const E_MAIL = `${E_MAIL_USER}@ ?`;
const OFFICE = "(?:[A-Za-z0-9-]{1,63}\\.){0,5}(?:gov|edu|org|mil)\\.cn(?![A-Za-z0-9.-])";
/** The sign and the points as they are written to keep machines from reading an address. */
const SPELLED_AT = "(?:[@#]|[(（\\[【〔{<] ?(?:at|@|艾特) ?[)）\\]】〕}>]|艾特|(?<= )at(?= )) ?";
const SPELLED_DOT = "(?:\\.|点| ?[(（\\[【] ?(?:dot|点) ?[)）\\]】] ?)";
const DOMAIN_ENDS = "(?:com|cn|net|org|vip|edu|gov|cc|top)(?![A-Za-z])";

const MARKS: readonly Mark[] = [
  {
    name: "护照号",
    pattern: new RegExp(`(?<=护照(?:号码|号)?[为是：:（(]?\\s?)${GROUPED_PASSPORT}`, "g"),
    isSure: true,
  },
  {
    name: "通行证号",
    pattern: /(?<=通行证(?:号码|号)?[为是：:（(]?\s?)[CHMLTW][A-Z]?\d{7,10}(?![0-9A-Za-z])/g,
    isSure: true,
  },
  { name: "护照号", pattern: new RegExp(`(?<![0-9A-Za-z])${PASSPORT}`, "g"), isSure: false },
  {
    name: "个人的车牌号",
    pattern: new RegExp(
      `${BEGINS_PLATE}(?:(?<=${PRIVATE}[^，。；]{0,12})${PLATE}|${PLATE}(?=[^，。；]{0,4}${PRIVATE}))`,
      "g",
    ),
    isSure: true,
  },
  // those of the office are no secret
  {
    name: "车牌号",
    pattern: new RegExp(
      `${BEGINS_PLATE}(?<!(?:公务|公车|执法|用车|消防|救护|环卫)[^，。；]{0,12})${PLATE}`,
      "g",
    ),
    isSure: false,
  },
  {
    name: "电子邮箱",
    pattern: new RegExp(`${E_MAIL}(?!${OFFICE})[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+`, "g"),
    isSure: true,
  },
  { name: "单位的电子邮箱", pattern: new RegExp(E_MAIL + OFFICE, "g"), isSure: false },
  {
    name: "单位的电子邮箱",
    pattern: new RegExp(E_MAIL_USER + SPELLED_AT + OFFICE, "gi"),
    isSure: false,
  },
  {
    name: "电子邮箱",
    pattern: new RegExp(
      `${E_MAIL_USER}${SPELLED_AT}[A-Za-z0-9-]{1,63}(?:${SPELLED_DOT}[A-Za-z0-9-]{1,63}){0,4}?${SPELLED_DOT}${DOMAIN_ENDS}`,
      "gi",
    ),
    isSure: true,
  },
  {
    name: "QQ 号或微信号",
    pattern: /(?:(?<![A-Za-z])QQ号?|微信号|微信(?=[：: ]))[为是：: ]*[A-Za-z0-9_-]{5,20}/g,
    isSure: false,
  },
];

/** Most texts have none of what one of these looks like. */
const MAY_HOLD = /[\d@#幺]|微信|at|艾特|[零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{3}/i;

/** All that looks like a person's number or address, each stretch once, and the text with all of it covered. */
function personalIn(text: string): { readonly found: readonly PersonNumber[]; readonly rest: string } {
  if (!MAY_HOLD.test(text)) return { found: [], rest: text };
  const found: PersonNumber[] = [];
  let rest = text;
  for (const { name, pattern, isSure } of MARKS) {
    for (const { index, 0: words } of rest.matchAll(pattern))
      found.push({ name, isSure, start: index, end: index + words.length });
    rest = rest.replace(pattern, (words) => COVERED.repeat(words.length));
  }
  const numbers = personNumbersIn(withDigits(rest));
  const stretches = numbers.map(({ start: from, end: to }) => ({ from, to }));
  return { found: [...found, ...numbers], rest: withCovered(rest, stretches) };
}

/** A text with all that looks like a person's number or address covered. */
export function withoutPersonal(text: string): string {
  return personalIn(text).rest;
}

export const PERSONAL_DATA: Rule<Proof> = {
  code: "校对/个人信息",
  severity: "错误",
  says: "公开的文件里没有身份证号、手机号、银行卡号、护照号、个人的车牌号和电子邮箱",
  certainty: "未核对",
  basis: "政府信息公开条例、个人信息保护法，条文未核对",
  examine: (proof) =>
    personal(proof, true, (name) => ({
      message: `这里像是一个${name}，不能公开`,
      remedy: `删去${name}，用不涉及个人的话来写`,
    })),
};

export const PERHAPS_PERSONAL_DATA: Rule = {
  code: "校对/可能是个人信息",
  severity: "警告",
  says: "像证件号、卡号、车牌号、联系方式的，公开以前核对是不是个人的",
  certainty: "未核对",
  basis: "政府信息公开条例、个人信息保护法，条文未核对；单位的联系方式可以公开",
  examine: (proof) =>
    personal(proof, false, (name) => ({
      message: `这里可能是一个${name}`,
      remedy: "是个人的，删去；是单位的，或者是别的编号，可以留着",
    })),
};

function personal({ passages }: Proof, sure: boolean, remark: (name: string) => Remarks): readonly Finding[] {
  return passages.flatMap((passage) =>
    personalIn(passage.text)
      .found.filter(({ isSure }) => isSure === sure)
      .map(({ name, start, end }) => ({ passage, start, end, ...remark(name) })),
  );
}
