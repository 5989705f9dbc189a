import type { Correction, DataCorrection, LocatedCorrection } from "../model/correction.js";
import { FORM_WORDS, type FormName } from "../model/form.js";
import type { CorrectionResult } from "../work/correct.js";
import { showable } from "./width.js";

/** All that was corrected, in the data and in the document, old and new, for the officer to read through. */
export function correctionWords(result: Omit<CorrectionResult, "warnings" | "lacking">): string {
  const { title, published, data, files, corrections, printed, forms } = result;
  const groups: readonly (readonly [head: string, lines: readonly string[]])[] = [
    [`《${title}》与公开的比（${published}）：`, []],
    [`数据改了 ${data.length} 处：`, data.map(dataLine)],
    ["此外改过的文件：", files.map(({ file, change }) => `${file}（${FILE_WORDS[change]}）`)],
    [`文件改了 ${corrections.length} 处：`, corrections.map(correctionLine)],
  ];
  const said = groups
    .filter(([, lines], index) => index === 0 || lines.length > 0)
    .flatMap(([head, lines]) => [head, ...lines.map((line) => `  ${showable(line)}`)]);
  const others = corrections.length > 0 && forms.length > 0 ? [alsoPublished(forms)] : [];
  return [...said, ...conclusion(corrections.length, data.length + files.length, printed), ...others].join(
    "\n",
  );
}

function alsoPublished(forms: readonly FormName[]): string {
  const words = forms.map((form) => FORM_WORDS[form]).join("、");
  return `公开过的还有${words}，更正后的一起生成：npm run build-report -- --also ${forms.join(",")}`;
}

const FILE_WORDS = { new: "新增", changed: "改过", gone: "删去" } as const;

function conclusion(corrected: number, changed: number, printed: readonly string[]): readonly string[] {
  if (corrected > 0) return printed.map((file) => `已生成 ${file}`);
  return [changed > 0 ? "无更正：印出的内容没有变" : "无更正：与公开的相同"];
}

/** What is gone stands in the file that was published only. */
function dataLine({ name, before, after, place }: DataCorrection): string {
  const when = after === undefined ? "公开时的 " : "";
  return `${when}${place.file}:${place.line} ${name}：${change(before, after)}`;
}

const NOTHING = "（空白）";

function correctionLine({ correction, page }: LocatedCorrection): string {
  const pages = page === undefined ? "封面" : `第 ${page} 页`;
  const where = placeWords(correction);
  return `${[pages, ...(where === "" ? [] : [where])].join(" ")}：${contentWords(correction)}`;
}

function placeWords(correction: Correction): string {
  if (correction.kind === "sentence") return correction.under.join(" ");
  const { number, title } = correction;
  const names = correction.kind === "caption" ? [] : [...correction.row];
  // the columns of a form have no names
  if (correction.kind === "cell" && correction.column !== "") names.push(correction.column);
  return names.length > 0 ? `${number} ${title}（${names.join("，")}）` : `${number} ${title}`;
}

function contentWords({ kind, before, after }: Correction): string {
  if (kind !== "order") return change(before?.text, after?.text);
  const behind = (name: string | undefined): string => (name ? `列在“${name}”之后` : "列在最前");
  return `${behind(before?.text)} → ${behind(after?.text)}`;
}

function change(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `增加 ${after || NOTHING}`;
  if (after === undefined) return `删去 ${before || NOTHING}`;
  return `${before || NOTHING} → ${after || NOTHING}`;
}
