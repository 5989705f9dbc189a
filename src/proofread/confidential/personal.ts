import { matches, type Proof, type Remarks, type Rule } from "../rule.js";

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";

/** Digits are often typed in groups; of one number they are parted by one sign. */
const ID_CARD =
  /(?<![0-9A-Za-z])[1-8]\d{5}([ -]?)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\1\d{3}[\dXx](?![0-9A-Za-z])/g;
const OLD_ID_CARD = /(?<![0-9A-Za-z])[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/g;
const MOBILE =
  /(?<!\d|\d[.-])(?:(?:\+|00)86[ -]?|86[ -])?1[3-9]\d(?:\d{8}|([ .-])\d{4}\1\d{4})(?!\d|[.,]\d)/g;
/** In groups only as cards begin that are issued here: amounts, too, may stand in a row of four digits each. */
const BANK_CARD =
  /(?<![0-9A-Za-z])(?:[3-69]\d{15,18}|(?:6[02]|4\d|5[1-5]|3[5-7])\d\d([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?)(?![0-9A-Za-z])/g;
const PASSPORT = /(?<=护照(?:号码|号)?[为是：:]?\s*)(?:[DEGPS]\d{8}|E[A-Z]\d{7})(?![0-9A-Za-z])/g;
/** A car that the text calls somebody's own: those of the office are no secret. */
const OWN_CAR =
  /(?<=(?:私家车|私车|私人车辆|个人车辆|车主)[^，。；]{0,12})[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-HJ-NP-Z\d]{5,6}(?![0-9A-Za-z])/g;
/** As long as the part before the sign may be, and begun only where it begins: else long runs of letters take for ever. */
const E_MAIL = /(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;

/** All that looks like a person's number or address, true or not. */
export const PERSONAL: readonly RegExp[] = [
  ID_CARD,
  OLD_ID_CARD,
  MOBILE,
  BANK_CARD,
  PASSPORT,
  OWN_CAR,
  E_MAIL,
];

const KINDS: readonly (readonly [name: string, pattern: RegExp, isOne: (text: string) => boolean])[] = [
  ["身份证号", ID_CARD, hasIdCheck],
  ["身份证号", OLD_ID_CARD, () => true],
  ["手机号", MOBILE, () => true],
  ["银行卡号", BANK_CARD, (text) => hasLuhnCheck(text) && !hasIdCheck(text)],
  ["护照号", PASSPORT, () => true],
  ["个人的车牌号", OWN_CAR, () => true],
  ["电子邮箱", E_MAIL, () => true],
];

export const PERSONAL_DATA: Rule<Proof> = {
  code: "校对/个人信息",
  severity: "错误",
  says: "公开的文件里没有身份证号、手机号、银行卡号、护照号、个人的车牌号和电子邮箱",
  basis: "政府信息公开条例、个人信息保护法，条文未核对",
  examine: ({ passages }) =>
    KINDS.flatMap(([name, pattern, isOne]) =>
      matches(passages, pattern, () => remark(name)).filter(({ passage, start, end }) =>
        isOne(passage.text.slice(start, end).replace(/[ -]/g, "")),
      ),
    ),
};

function remark(name: string): Remarks {
  return { message: `这里像是一个${name}，不能公开`, remedy: `删去${name}，用不涉及个人的话来写` };
}

/** The check character of an identity card (GB 11643). */
function hasIdCheck(text: string): boolean {
  if (text.length !== ID_WEIGHTS.length + 1) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return ID_CHECKS[sum % ID_CHECKS.length] === text.at(-1)?.toUpperCase();
}

/** The check digit of a bank card (Luhn): every second digit from the right counts double. */
function hasLuhnCheck(text: string): boolean {
  const digits = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const value = index % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
