import { NUMBERED, type NumberedLevel, type NumberForms } from "../model/pack/pack.js";

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const TENS = ["", "十", "百", "千"];

/** `count` (1 to 9999) as a Chinese ordinal: 一, 十, 十一, 二十, 一百零一. */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 9999) throw new RangeError(`no ordinal for ${count}`);
  const digits = [...String(count)].map((digit, index, { length }) => {
    return digit === "0" ? "零" : `${DIGITS[Number(digit)]}${TENS[length - 1 - index]}`;
  });
  const said = digits.join("").replace(/零+$/, "").replace(/零+/g, "零");
  return said.replace(/^一十/, "十");
}

/** Beyond it the fonts have no number in a circle. */
const CIRCLED = 10;

/** The number of this count in the form that the first has: 一、, （一）, 1., ① or 第一章; none where it is 无. */
function numberIn(form: string, count: number): string {
  if (form === UNNUMBERED) return "";
  return form.replace(/[一1①]/, (first) => {
    if (first === "一") return chineseNumeral(count);
    return first === "①" && count <= CIRCLED ? String.fromCodePoint(0x2460 + count - 1) : String(count);
  });
}

const UNNUMBERED = "无";

/** Numbers what is on each level, as it comes in one part of the document, anew below each of the level above. */
export interface Numbering {
  next(level: NumberedLevel): string;
}

/** Where a format does not say it; its items are numbered with the subsections then. */
const USUAL: Readonly<Record<NumberedLevel, string>> = {
  section: "一、",
  subsection: "（一）",
  item: "（一）",
  subitem: "1.",
  term: "一、",
};

export function createNumbering(forms: NumberForms): Numbering {
  const counts = new Map<NumberedLevel, number>();
  return {
    next(level) {
      const counted = level === "item" && forms.item === undefined ? "subsection" : level;
      const count = (counts.get(counted) ?? 0) + 1;
      for (const deeper of NUMBERED.slice(NUMBERED.indexOf(counted) + 1)) counts.delete(deeper);
      counts.set(counted, count);
      return numberIn(forms[level] ?? USUAL[level], count);
    },
  };
}
