import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { compact } from "./text.js";

/** What is known beforehand of a table of the published document. */
export interface TableForm {
  /** 表一 … 表十一 */
  readonly name: string;
  readonly rowStart: RegExp;
  /** the text of every cell of the head */
  readonly headers: readonly string[];
}

/** The text of a table, without white space. */
export interface TableText {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  /** 单位名称 and 单位：万元 */
  readonly unit: string;
  readonly headers: readonly string[];
  readonly rows: readonly string[];
  readonly notes: string;
}

type FormsFile = Readonly<Record<string, { readonly 行首: string; readonly 表头: readonly string[] }>>;

export function readForms(): TableForm[] {
  const file: FormsFile = parse(readFileSync(new URL("forms.yaml", import.meta.url), "utf8"));
  return Object.entries(file).map(([name, { 行首, 表头 }]) => ({
    name,
    rowStart: new RegExp(行首, "u"),
    headers: 表头.map(compact),
  }));
}

/** What keeps the text of a head from being these cells in any order; undefined where nothing does. */
export function headDifference(head: string, headers: readonly string[]): string | undefined {
  let rest = head;
  const missing: string[] = [];
  for (const header of [...headers].sort((a, b) => b.length - a.length)) {
    if (rest.includes(header)) rest = rest.replace(header, "｜");
    else missing.push(header);
  }
  const extra = rest.split("｜").filter((part) => part !== "");
  if (missing.length === 0 && extra.length === 0) return undefined;
  return `缺少：${missing.join("、") || "无"}；多出：${extra.join("、") || "无"}`;
}

const PROJECT = /^(?:\d{21}|未赋码).*?(?:\d[\d,]*\.\d\d)+/u;

/** Code, name and amounts of a project: what is repeated where the project runs over a page. */
export function projectLead(row: string): string | undefined {
  return PROJECT.exec(row)?.[0];
}
