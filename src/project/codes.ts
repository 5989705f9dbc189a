import { collectRefusals, type Diagnostic, Refusal, unplaced } from "../diagnostic.js";
import { namesIn, type Shelf } from "../files/bytes.js";
import type { CodeListSources } from "../model/budget.js";
import { readSharedYaml } from "../yaml/shared.js";

export const CODE_LISTS = "schemas/codes";

const LISTS = ["功能科目", "部门经济科目", "政府经济科目", "经济科目对应"];

/** The names of the files that the code lists for a budget of `year` stand in. */
export function codeListFiles(project: Shelf, year: number): readonly string[] {
  return LISTS.map((name) => `${CODE_LISTS}/${yearOfLists(project, year)}/${name}.yaml`);
}

/** The code lists for a budget of `year`: the newest that are not later, or else the oldest. */
export function readCodeLists(project: Shelf, year: number): CodeListSources {
  const [functional, departmental, governmental, correspondence] = collectRefusals(
    ...codeListFiles(project, year).map((file) => () => readSharedYaml(project, file)),
  );
  if (!functional || !departmental || !governmental || !correspondence) throw new Error("not four lists");
  return { functional, departmental, governmental, correspondence };
}

function yearOfLists(project: Shelf, year: number): number {
  const years = namesIn(project, CODE_LISTS)
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number);
  const oldest = years[0];
  if (oldest === undefined) throw new Refusal([noLists()]);
  return years.findLast((each) => each <= year) ?? oldest;
}

function noLists(): Diagnostic {
  return unplaced(
    "文件/找不到",
    `文件夹 ${CODE_LISTS} 里没有科目表`,
    "怎么改：科目表是程序自带的，按年度放在这个文件夹里；从原来的程序包里恢复它",
  );
}
