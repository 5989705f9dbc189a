import type { CellStyle } from "hucre/xlsx";

const RULE = { style: "thin", color: { rgb: "808080" } } as const;
const RULES: CellStyle["border"] & {} = { top: RULE, right: RULE, bottom: RULE, left: RULE };

/** What a workbook is set in where nothing else is said. */
export const FONT = { name: "宋体", size: 10 } as const;

export const BESIDE: CellStyle = { alignment: { vertical: "center", wrapText: true } };
export const TITLE: CellStyle = {
  font: { ...FONT, size: 16, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
export const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
  border: RULES,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
export const BODY: CellStyle = { border: RULES, alignment: { vertical: "center", wrapText: true } };
export const TOTAL: CellStyle = { ...BODY, font: { ...FONT, bold: true } };
export const NOTE: CellStyle = { alignment: { vertical: "top", wrapText: true } };
export const LINK: CellStyle = { ...BODY, font: { ...FONT, underline: true, color: { rgb: "1F5F99" } } };

/** Of what is set off in a copy for review, as in its PDF. */
export const MARKED: CellStyle["fill"] & {} = {
  type: "pattern",
  pattern: "solid",
  fgColor: { rgb: "FFD966" },
};
