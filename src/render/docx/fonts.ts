import type { IFontAttributesProperties } from "docx";
import type { FontRole } from "../../model/report.js";

/** What offices call the fonts of each role, and what a computer may have instead. */
const NAMES: Readonly<Record<FontRole, readonly [name: string, ...others: string[]]>> = {
  仿宋: ["仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "朱雀仿宋"],
  黑体: ["黑体", "SimHei", "方正黑体_GBK", "Noto Sans CJK SC"],
  楷体: ["楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK"],
  宋体: ["宋体", "SimSun", "Noto Serif CJK SC"],
  小标宋: ["方正小标宋简体", "方正小标宋_GBK", "华文中宋", "STZhongsong"],
};

/** Digits and Latin letters are set in it everywhere. */
const LATIN = "Times New Roman";

/** The font of a role, for Chinese and for all else. */
export function fontOf(role: FontRole): IFontAttributesProperties {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: NAMES[role][0] };
}

/** The file that says what stands in for a font that a computer lacks. */
export function fontTable(): string {
  const fonts = Object.values(NAMES).map(
    ([name, ...others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/></w:font>`,
  );
  const latin = `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>`;
  return `${DECLARATION}<w:fonts xmlns:w="${WORDPROCESSING}">${fonts.join("")}${latin}</w:fonts>`;
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
