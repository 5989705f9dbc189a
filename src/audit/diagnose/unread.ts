import { type Diagnostic, type Place, warning } from "../../diagnostic/diagnostic.js";
import type { Manuscript } from "../../model/manuscript.js";
import type { Table } from "../../model/report.js";
import { tableName } from "../../model/table-words.js";
import { quoted } from "./saying.js";

/** What could not be held against the data: pages without words, and tables whose words are jumbled. */
export function diagnoseUnread(manuscript: Manuscript, jumbled: readonly Table[]): readonly Diagnostic[] {
  const { file, pages } = manuscript;
  const remedy = "怎么改：用生成它的 Word、WPS 或 Excel 文件重新导出 PDF，再核对；不能的，用眼睛看这一页";
  const partly = pages.filter(({ unread }) => unread !== undefined);
  const said = partly.map(({ number, unread }) =>
    warning("审核/没有核对", `第 ${number} 页没有核对：${unread}`, topOf(file, number), remedy),
  );
  return [...said, ...jumbledTables(file, jumbled)];
}

function topOf(file: string, page = 1): Place {
  return { file, page, line: 1, column: 1, length: 0, excerpt: "" };
}

function jumbledTables(file: string, jumbled: readonly Table[]): readonly Diagnostic[] {
  if (jumbled.length === 0) return [];
  const numbers = jumbled.map(tableName).join("、");
  const message = `${file} 里有 ${jumbled.length} 张表没有核对：${numbers}`;
  const why = "读出来的字不是一行一行排的，分不清哪个数在哪一格";
  const remedy = "怎么改：是文本的，换成原来的 PDF 来核对；是 PDF 的，表格要有格线";
  return [warning("审核/没有核对", message, undefined, why, remedy)];
}

/** Words that run across the pages, each once: they are nothing to be held against the data. */
export function diagnoseWatermarks({ file, pages }: Manuscript): readonly Diagnostic[] {
  const marked = pages.filter(({ slanting }) => slanting !== undefined);
  const words = [...new Set(marked.flatMap(({ slanting = "" }) => slanting))];
  return words.map((each) => {
    const on = marked.filter(({ slanting }) => slanting === each);
    const message = `有 ${on.length} 页斜着印着${quoted(each)}，没有与数据比`;
    const remedy = "怎么改：公开的文件不印“草稿”之类的字；用 npm run build-report 生成的来公开";
    return warning("审核/多出", message, topOf(file, on[0]?.number), remedy);
  });
}
