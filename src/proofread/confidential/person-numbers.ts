/** A stretch of a text that looks like a number of a person. */
export interface PersonNumber {
  /** what it is called */
  readonly name: string;
  /** whether it can hardly be anything else */
  readonly isSure: boolean;
  readonly start: number;
  readonly end: number;
}

/** Digits that stand together, and what stands for the check character of an identity card. */
const GROUP = /\d+(?:[ -]?[Xx×Ⅹⅹ](?![0-9A-Za-z]))?/g;

/** No number of a person has more digits, nor then more groups of them. */
const MOST_DIGITS = 19;

/** What parts digits that were typed in groups: one sign, with or without blanks, seen or not. */
const PARTED =
  /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*(?:([-.·•・—–_/])[\s\u00AD\u200B-\u200D\u2060\uFEFF]*)?$/;
const WIDEST_GAP = 3;

/** Groups that stand one behind the other, and may be one number. */
interface Grouped {
  readonly digits: string;
  /** how many digits each group has */
  readonly lengths: readonly number[];
  /** the sign in front of each group but the first, nothing for blanks alone */
  readonly signs: readonly string[];
  readonly before: string;
  readonly behind: string;
  readonly start: number;
  readonly end: number;
}

/** The numbers of people in a text; of several that begin with the same digit the longest. */
export function personNumbersIn(text: string): readonly PersonNumber[] {
  const groups = [...text.matchAll(GROUP)];
  const found: PersonNumber[] = [];
  for (const first of groups.keys()) {
    if ((groups[first]?.index ?? 0) < (found.at(-1)?.end ?? 0)) continue;
    const candidates = groupedFrom(text, groups.slice(first, first + MOST_DIGITS));
    const longest = candidates.flatMap((grouped) => numberOf(grouped) ?? []).at(-1);
    if (longest) found.push(longest);
  }
  return found;
}

/** The first group alone, the first two, and so on, for as long as they may be one number. */
function groupedFrom(text: string, groups: readonly RegExpExecArray[]): readonly Grouped[] {
  const candidates: Grouped[] = [];
  const start = groups[0]?.index ?? 0;
  let [digits, end] = ["", start];
  const lengths: number[] = [];
  const signs: string[] = [];
  for (const { index, 0: words } of groups) {
    const sign = signBetween(text.slice(end, index));
    if (sign === undefined) break;
    if (index > start) signs.push(sign);
    const own = words.replace(/[ -]?\D$/, "X");
    digits += own;
    lengths.push(own.length);
    end = index + words.length;
    if (digits.length > MOST_DIGITS) break;
    candidates.push({
      digits,
      lengths: [...lengths],
      signs: [...signs],
      before: text.slice(Math.max(0, start - 12), start),
      behind: text.slice(end, end + 2),
      start,
      end,
    });
  }
  return candidates;
}

/** The one sign between groups; undefined where they differ. */
function oneOf(signs: readonly string[]): string | undefined {
  const [first = ""] = signs;
  return signs.every((each) => each === first) ? first : undefined;
}

function signBetween(between: string): string | undefined {
  const parted = between.length > WIDEST_GAP ? null : PARTED.exec(between);
  return parted ? (parted[1] ?? "") : undefined;
}

type Kind = (grouped: Grouped) => Pick<PersonNumber, "name" | "isSure"> | undefined;

function numberOf(grouped: Grouped): PersonNumber | undefined {
  const [kind] = KINDS.flatMap((kindOf) => kindOf(grouped) ?? []);
  if (!kind) return undefined;
  const [country = ""] = (kind.name === MOBILE_NUMBER && COUNTRY.exec(grouped.before)) || [];
  return { ...kind, start: grouped.start - country.length, end: grouped.end };
}

const ID_CARD_NUMBER = "身份证号";
const MOBILE_NUMBER = "手机号";
const BANK_CARD_NUMBER = "银行卡号";

/** What may stand before a mobile number: +, +86-, (+86), （0086）. */
const COUNTRY = /\+$|(?:\+|00)86[ -]{1,2}$|[(（](?:\+|00)?86[)）] ?-?$/;

const PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])";
const DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
const ID_CARD = new RegExp(`^${PROVINCE}\\d{4}(?:19|20)\\d{2}${DAY}\\d{3}[\\dX]$`);
const OLD_ID_CARD = new RegExp(`^${PROVINCE}\\d{6}${DAY}\\d{3}$`);
const SAYS_ID_CARD = /身份证(?:号码|号)?[是为：:（(\s]*$/;

/** Sure where the check character is right, or where the text calls it so. */
function idCard({ digits, lengths, before, behind }: Grouped): ReturnType<Kind> {
  if (!ID_CARD.test(digits) || !standsAlone(before, behind)) return undefined;
  const isSure = hasIdCheck(digits) || SAYS_ID_CARD.test(before);
  return isSure || /^(?:18|6-8-4)$/.test(lengths.join("-")) ? { name: ID_CARD_NUMBER, isSure } : undefined;
}

function oldIdCard({ digits, lengths, before, behind }: Grouped): ReturnType<Kind> {
  if (!OLD_ID_CARD.test(digits) || !/^(?:15|6-6-3)$/.test(lengths.join("-")) || !standsAlone(before, behind))
    return undefined;
  return { name: ID_CARD_NUMBER, isSure: true };
}

/** How mobile numbers are typed in groups; 15000-200000 is a range. */
const MOBILE_SHAPE = /^(?:11|3-4-4|3-8|7-4|3-3-5|3-5-3|4-4-3|3-2-2-2-2|(?:1-){10}1)$/;

function mobile({ digits, lengths, signs, before, behind }: Grouped): ReturnType<Kind> {
  const match = /^((?:00)?86)?1[3-9]\d{9}$/.exec(digits);
  if (!match) return undefined;
  const [, country = ""] = match;
  const [first = 0, ...others] = lengths;
  const own = country.length === first ? signs.slice(1) : signs;
  const sign = oneOf(own);
  // 150-2000 3000 may be something else
  const isMixed = sign === undefined;
  if (isMixed && !own.every((each) => each === "" || each === "-")) return undefined;
  // 13 digits that nothing parts may as well be a code
  const isSure =
    country === "" ? !isMixed : country !== "86" || first === country.length || before.endsWith("+");
  const shape = [first - country.length, ...others].filter((length) => length > 0).join("-");
  if (!MOBILE_SHAPE.test(shape)) return undefined;
  // 138.12345678 is an amount, and 2023-13812345678 part of a code
  if ((isMixed || /[./]/.test(sign)) && shape !== "3-4-4") return undefined;
  return isPartOfMore(before, behind) ? undefined : { name: MOBILE_NUMBER, isSure };
}

/** What the cards begin with that are issued here; codes of many offices begin with other digits, 4112 among them. */
const ISSUER =
  /^(?:6[02]|9558|5[1-5]|35[2-8]|4(?:0[49]|1[35]|2[17]|340|367|38|39|5[16]|5801|6[0-3]|7[0-5]|8[1-4]))/;
const SAYS_CARD = /(?:银行卡|工资卡|社保卡|信用卡|借记卡|储蓄卡|卡号)(?:号码|号)?[是为：:（(\s]*$/;

function bankCard({ digits, lengths, signs, before, behind }: Grouped): ReturnType<Kind> {
  if (!/^[3-69]\d{15,18}$/.test(digits) || oneOf(signs) === undefined) return undefined;
  if (!standsAlone(before, behind) || isPartOfMore(before, behind)) return undefined;
  if (SAYS_CARD.test(before)) return { name: BANK_CARD_NUMBER, isSure: true };
  const isGrouped = lengths.length > 1;
  const isSure =
    ISSUER.test(digits) && (!isGrouped || lengths[0] === 4 || lengths[0] === 6 || digits.startsWith("62"));
  return hasLuhnCheck(digits) && (isSure || !isGrouped) ? { name: BANK_CARD_NUMBER, isSure } : undefined;
}

const KINDS: readonly Kind[] = [idCard, oldIdCard, mobile, bankCard];

function standsAlone(before: string, behind: string): boolean {
  return !/[0-9A-Za-z]$/.test(before) && !/^[0-9A-Za-z]/.test(behind);
}

/** Of a code with hyphens or points, or of an amount. */
function isPartOfMore(before: string, behind: string): boolean {
  return /\d[-.,]$/.test(before) || /^[.,]\d/.test(behind);
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";

/** The check character of an identity card (GB 11643). */
function hasIdCheck(text: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return ID_CHECKS[sum % ID_CHECKS.length] === text.at(-1);
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
