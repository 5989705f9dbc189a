import { type Diagnostic, warning } from "../../diagnostic.js";
import type { CodeLists } from "../../model/budget.js";
import type { Source } from "../../model/source.js";
import { textOf } from "./written.js";

/** Says so when the code lists are of another year than the budget: codes are added, renamed and abolished every year. */
export function checkListYear(source: Source, { folder, year: listed }: CodeLists): readonly Diagnostic[] {
  const year = yearOf(source);
  if (year === undefined || year === listed) return [];
  return [
    warning(
      "数据/科目表年份",
      `没有 ${year} 年的科目表，科目是按 ${listed} 年的核对的`,
      source.placeOf(["年度"]),
      `规则：科目每年都可能增加、改名、取消；${listed} 年有的，${year} 年不一定有`,
      `怎么改：照财政部公布的 ${year} 年政府收支分类科目，把本单位用到的核对一遍；有变化的，先把文件夹 ${folder} 复制成 ${folderOf(folder, year)}，在那里改`,
    ),
  ];
}

/** Where a code that the lists lack is to be added, so that the lists of other years stay as they are. */
export function whereToAdd(source: Source, { folder, year: listed }: CodeLists, file: string): string {
  const year = yearOf(source);
  if (year === undefined || year === listed) return `加进 ${folder}/${file}`;
  return `加进 ${folderOf(folder, year)}/${file}（没有这个文件夹，先把 ${folder} 复制成它）`;
}

function folderOf(folder: string, year: number): string {
  return folder.replace(/\d{4}$/, String(year));
}

/** The year that the file is named after and says; where these are two, that is reported, and nothing follows from it. */
function yearOf({ file, value }: Source): number | undefined {
  const year = /(?:^|\/)(\d{4})\.yaml$/.exec(file)?.[1];
  return year !== undefined && textOf(value, "年度") === year ? Number(year) : undefined;
}
