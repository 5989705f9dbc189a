import { type Diagnostic, unplaced } from "../../diagnostic/diagnostic.js";

/** Why the system would not write, and what the officer can do about it. */
export interface WriteCause {
  readonly says: string;
  readonly remedy: string;
}

const FULL: WriteCause = { says: "磁盘满了，或者超出了给你的限额", remedy: "腾出磁盘空间，再运行一次" };

/** The causes that are the same whatever is written, by the system's name for them. */
const COMMON: Readonly<Record<string, WriteCause>> = {
  EDQUOT: FULL,
  EFBIG: FULL,
  ENOSPC: FULL,
  EROFS: { says: "磁盘是只读的", remedy: "把项目放到能写的磁盘上，再运行一次" },
};

/** That `file` could not be written because of a system's `error`; `causes` are those that have words of their own. */
export function unwritable(
  file: string,
  error: unknown,
  causes: Readonly<Record<string, WriteCause>>,
): Diagnostic {
  const code = String((error as { readonly code?: unknown }).code ?? error);
  const other = { says: `系统报告 ${code}`, remedy: "看磁盘是否完好，再运行一次" };
  const { says, remedy } = causes[code] ?? COMMON[code] ?? other;
  return unplaced("文件/不能写", `结果写不进 ${file}：${says}。原来的文件没有动`, `怎么改：${remedy}`);
}
