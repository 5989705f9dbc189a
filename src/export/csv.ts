/** Without it, Chinese spreadsheets take a file for GBK. */
const BYTE_ORDER_MARK = "\uFEFF";

/** What makes a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Lines as RFC 4180 wants them, for spreadsheets: a text that would be a formula gets an apostrophe before it. */
export function csv(lines: readonly (readonly string[])[]): string {
  const text = lines.map((values) => values.map(quoted).join(",")).join("\r\n");
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}

function quoted(value: string): string {
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
