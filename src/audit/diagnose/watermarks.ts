import { type Diagnostic, warning } from "../../diagnostic.js";
import type { Manuscript } from "../../model/manuscript.js";
import { quoted } from "./saying.js";

/** Words that run across the pages, each once: they are nothing to be held against the data. */
export function diagnoseWatermarks({ file, pages }: Manuscript): readonly Diagnostic[] {
  const marked = pages.filter(({ slanting }) => slanting !== undefined);
  const words = [...new Set(marked.flatMap(({ slanting = "" }) => slanting))];
  return words.map((each) => {
    const on = marked.filter(({ slanting }) => slanting === each);
    const message = `有 ${on.length} 页斜着印着${quoted(each)}，没有与数据比`;
    const place = { file, page: on[0]?.number ?? 1, line: 1, column: 1, length: 0, excerpt: "" };
    const remedy = "怎么改：公开的文件不印“草稿”之类的字；用 npm run build-report 生成的来公开";
    return warning("审核/多出", message, place, remedy);
  });
}
