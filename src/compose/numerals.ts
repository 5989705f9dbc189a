const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** `count` (1 to 99) as a Chinese ordinal: 一, 十, 十一, 二十. */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new RangeError(`no ordinal for ${count}`);
  const tens = Math.floor(count / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return ten + DIGITS[count % 10];
}
