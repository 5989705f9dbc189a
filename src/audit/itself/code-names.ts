import type { CodeLists } from "../../model/budget.js";
import { compact, folded } from "../../text/fold.js";
import { type DocumentTable, placeOfCell } from "./document-table.js";
import { BASES, type DocumentFinding } from "./finding.js";

/** Rows whose code and name are not of one 科目, as far as the lists have the code. */
export function codeNames(
  file: string,
  tables: readonly DocumentTable[],
  lists: CodeLists,
): readonly DocumentFinding[] {
  return tables.flatMap((table) =>
    table.body.flatMap((row): DocumentFinding[] => {
      const found: DocumentFinding[] = [];
      let code = "";
      for (const { text, where } of row) {
        const words = compact(text);
        if (/^\d{2,7}$/u.test(words)) code += words;
        if (!/\p{Script=Han}/u.test(words)) continue;
        const right = nameOf(code, lists);
        const isNamed = right === undefined || isAlike(words, right) || !hasName(words, code, lists);
        const line = row
          .map((cell) => compact(cell.text))
          .filter((each) => each !== "")
          .join("  ");
        if (!isNamed && right !== undefined)
          found.push(told(file, table, { code, right, words, where, line }));
        code = "";
      }
      return found;
    }),
  );
}

function nameOf(code: string, { functional, departmental, governmental }: CodeLists): string | undefined {
  if (![3, 5, 7].includes(code.length)) return undefined;
  const list = code.startsWith("2") ? functional : code.startsWith("3") ? departmental : governmental;
  return list.get(code)?.name.text;
}

/** Whether another code of the list is called so: only then it is surely the wrong name, and no bureau's own wording. */
function hasName(
  words: string,
  code: string,
  { functional, departmental, governmental }: CodeLists,
): boolean {
  const list = code.startsWith("2") ? functional : code.startsWith("3") ? departmental : governmental;
  return [...list.values()].some(({ name }) => folded(name.text) === folded(words));
}

function isAlike(words: string, right: string): boolean {
  const plain = (text: string): string => folded(text).replace(/支出$/u, "");
  return plain(words) === plain(right);
}

function told(
  file: string,
  { title }: DocumentTable,
  {
    code,
    right,
    words,
    where,
    line,
  }: Readonly<Record<"code" | "right" | "words" | "where" | "line", string>>,
): DocumentFinding {
  const place = placeOfCell(file, { where, line, text: words });
  return {
    weight: "一般",
    code: "审核/矛盾",
    message: `${title}：代码 ${code} 是“${right}”，印的名称是“${words}”`,
    ...(place && { place }),
    where: `${title}，${where}`,
    basis: BASES.codes,
    remedy: "核对是代码错了还是名称错了",
  };
}
