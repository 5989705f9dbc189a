import type { Attachment } from "../../model/record.js";
import type { Report } from "../../model/report.js";
import { FIELDS } from "./fields.js";
import { printedFigures } from "./figures.js";

/** Counts the shapes of the data, so that who reads it knows what to expect. */
export const FORMAT_VERSION = "1.0";

export const PACKAGE_FILE = "datapackage.json";
export const CSV_FILE = "figures.csv";

/**
 * The figures that a report prints, as they are printed, as a Tabular Data Package (Frictionless Data) and as a table
 * for spreadsheets. The same report gives the same bytes; nothing is in it that is not printed, but for the names of
 * measures.
 */
export function exportFigures(report: Report): readonly Attachment[] {
  const figures = printedFigures(report);
  const rows = figures.map((figure, index) => FIELDS.map((field) => field.value(figure, index)));
  return [
    {
      name: PACKAGE_FILE,
      mediaType: "application/json",
      says: "印出来的金额、百分比和个数，供程序读取（Tabular Data Package）",
      content: encode(`${JSON.stringify(describe(report, rows), undefined, 1)}\n`),
    },
    {
      name: CSV_FILE,
      mediaType: "text/csv",
      says: "印出来的金额、百分比和个数，供电子表格打开（CSV）",
      content: encode(csv([FIELDS.map(({ name }) => name), ...rows])),
    },
  ];
}

function describe(report: Report, rows: readonly (readonly string[])[]): object {
  const { title, subject, author, unitCode, year } = report;
  const resource = { profile: "tabular-data-resource", title: subject, schema: SCHEMA };
  return {
    profile: "tabular-data-package",
    name: `budget-disclosure-${unitCode}-${year}`,
    title: title.text,
    formatVersion: FORMAT_VERSION,
    language: "zh-CN",
    countryCode: "CN",
    currency: "CNY",
    fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` },
    unit: { code: unitCode, name: author },
    year,
    resources: [
      {
        name: "figures-csv",
        ...resource,
        path: CSV_FILE,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
      },
      { name: "figures", ...resource, data: rows.map(asObject) },
    ],
  };
}

const SCHEMA = {
  fields: FIELDS.map(({ name, type, says, columnType, required }) => ({
    name,
    type,
    description: says,
    ...(columnType !== undefined && { columnType }),
    ...(required && { constraints: { required } }),
  })),
  primaryKey: "序号",
  missingValues: [""],
};

function asObject(row: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(FIELDS.flatMap(({ name }, index) => (row[index] ? [[name, row[index]]] : [])));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

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
