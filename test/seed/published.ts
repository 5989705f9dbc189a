import { readFileSync } from "node:fs";
import { cutSections, type Section } from "./narrative.js";
import { headDifference, type TableForm, type TableText } from "./table.js";
import { compact } from "./text.js";

/** The text of the document of 2023 as it was published, faults included. */
export function publishedLines(): string[] {
  const text = readFileSync(new URL("published.txt", import.meta.url), "utf8");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const NUMBER = /^预算\d\d表$/u;
const TITLE = /^2023年.+表$/u;
const NOTE = /^(?:注|备注|说明)[:：]/u;

export function publishedSections(lines: readonly string[]): Section[] {
  return cutSections(
    lines.slice(
      0,
      lines.findIndex((line) => TITLE.test(line)),
    ),
  );
}

export function publishedTables(lines: readonly string[], forms: readonly TableForm[]): TableText[] {
  const starts = lines.flatMap((line, index) => (TITLE.test(line) ? [index] : []));
  if (starts.length !== forms.length)
    throw new Error(`公布的文本有 ${starts.length} 个表，应有 ${forms.length} 个`);
  return forms.map((form, index) => {
    const start = starts[index] ?? 0;
    return cutTable(form, lines[start - 1] ?? "", lines.slice(start, starts[index + 1]));
  });
}

function cutTable(form: TableForm, lineBefore: string, lines: readonly string[]): TableText {
  const [title = "", unit = "", ...rest] = lines.filter((line) => !NUMBER.test(line));
  const body = firstIndex(rest, form.rowStart);
  const note = firstIndex(rest, NOTE);
  const head = compact(rest.slice(0, Math.min(body, note)).join(""));
  const fault = headDifference(head, form.headers);
  if (fault !== undefined) throw new Error(`${form.name} 公布的表头与 forms.yaml 不符。${fault}`);
  return {
    name: form.name,
    number: NUMBER.test(lineBefore) ? lineBefore : "",
    title: compact(title),
    unit: compact(unit),
    headers: form.headers,
    rows: withoutRepeatedProject(cutRows(form, rest.slice(body, note))),
    notes: compact(rest.slice(note).join("")),
  };
}

function firstIndex(lines: readonly string[], pattern: RegExp): number {
  const index = lines.findIndex((line) => pattern.test(line));
  return index < 0 ? lines.length : index;
}

function cutRows(form: TableForm, lines: readonly string[]): string[] {
  const rows: string[] = [];
  for (const line of lines) {
    if (form.rowStart.test(line)) rows.push(compact(line));
    else rows.push((rows.pop() ?? "") + compact(line));
  }
  return rows;
}

const PROJECT = /^\d{21}.*?(?:\d+\.\d)+/u;

/** A project that runs over a page begins with its code, name and amounts again: one row all the same. */
function withoutRepeatedProject(rows: readonly string[]): string[] {
  const result: string[] = [];
  for (const row of rows) {
    const lead = PROJECT.exec(row)?.[0];
    const last = result.at(-1);
    if (lead !== undefined && last?.startsWith(lead))
      result[result.length - 1] = last + row.slice(lead.length);
    else result.push(row);
  }
  return result;
}
