import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PROGRAM } from "../project.js";
import { APPROPRIATED, INSTITUTION } from "./facts.js";

type Groups = readonly {
  readonly 状态?: string;
  readonly 代码?: Record<string, string>;
  readonly 对应?: Record<string, string>;
}[];

function load(name: string): Readonly<Record<string, Groups>> {
  return parse(readFileSync(join(PROGRAM, "schemas/codes", `${name}.yaml`), "utf8"));
}

function codesOf(name: string, length: number): readonly string[] {
  const codes = (load(name).科目 ?? []).flatMap((group) => Object.keys(group.代码 ?? {}));
  return codes.filter((code) => code.length === length).sort();
}

export const FUNCTIONS = codesOf("功能科目", 7);
export const DEPARTMENTS = codesOf("部门经济科目", 5);
export const GOVERNMENTS = codesOf("政府经济科目", 5);

/** The beginnings of functions that surely belong to one budget, with that budget. */
const OWN_FUNDS = (load("功能科目").资金归属 ?? []).flatMap(({ 状态: status, 代码: rows = {} }) =>
  status === "未核对" ? [] : Object.entries(rows),
);
const [COMMON = ""] = FUNCTIONS;

/** A function that money of the fund may be spent under: the one given, if it surely belongs to no other budget. */
export function functionFor(code: string, fund: string): string {
  const [, own = fund] = OWN_FUNDS.find(([beginning]) => code.startsWith(beginning)) ?? [];
  return own === fund || !APPROPRIATED.some((each) => each === fund) ? code : COMMON;
}

const correspondence = load("经济科目对应");

function corresponding(kind: string): ReadonlySet<string> {
  return new Set((correspondence[kind] ?? []).flatMap((group) => Object.keys(group.对应 ?? {})));
}

const ADMINISTRATIVE = corresponding("行政");
const INSTITUTIONAL = corresponding("事业");

/** Whether the program knows the government code that goes with a departmental one. */
export function hasCorrespondence(unitKind: string, department: string): boolean {
  return ADMINISTRATIVE.has(department) || (unitKind === INSTITUTION && INSTITUTIONAL.has(department));
}
