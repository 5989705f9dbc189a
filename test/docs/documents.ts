import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LEDGER_RULES } from "../../src/check/rules.js";
import { CERTAINTIES, type Certainty } from "../../src/diagnostic/diagnostic.js";
import { CODES, type Code } from "../../src/diagnostic/diagnostic-codes.js";
import { RULES as REPORT_RULES } from "../../src/proofread/rules.js";
import { FIELDS } from "../../src/render/figures/fields.js";
import { CSV_FILE, FORMAT_VERSION, PACKAGE_FILE } from "../../src/render/figures/package.js";
import { RENEWAL_RULES, TREATMENTS } from "../../src/renew/rules.js";
import { CASES, caseNames } from "../faults/fault-case.js";
import { PROGRAM } from "../project.js";
import { packsGuide } from "./packs/guide.js";

/** The generated documents, by file. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  "docs/errors.md": errorsDocument,
  "docs/rules.md": rulesDocument,
  "docs/new-year.md": newYearDocument,
  "docs/data.md": dataDocument,
  "docs/packs.md": () => `${GENERATED}\n\n${packsGuide()}`,
};

const GENERATED = "<!-- 由 UPDATE=1 npm test 生成，不要手改 -->";

/** Every code with what it means, and a smallest case of it with all that the program prints. */
function errorsDocument(): string {
  const usual = [...caseNames().map(expectedOf), ...GALLERIES.flatMap(sectionsOf)];
  const others = OTHER_GALLERIES.flatMap(sectionsOf);
  const sections = (Object.keys(CODES) as Code[]).map((code) => {
    const shortest = shortestOf(code, usual) ?? shortestOf(code, others);
    return [`## ${code}`, CODES[code], ...(shortest ? [fenced(shortest)] : [])].join("\n\n");
  });
  return `${[GENERATED, "# 程序会报告的问题", ...sections].join("\n\n")}\n`;
}

function shortestOf(code: Code, printed: readonly string[]): string | undefined {
  const found = printed.filter((text) => text.includes(`[${code}]`));
  return found.sort((a, b) => a.length - b.length)[0];
}

/** Files in which cases stand one after the other, each under a heading. */
const GALLERIES = ["test/check/expected.txt", "test/proofread/expected.txt"];

/** Cases of other commands, for what no build reports. */
const OTHER_GALLERIES = [
  "test/new-year/refusals.txt",
  "test/import/refused.txt",
  "test/import/told.txt",
  "test/correct/refusals.txt",
  "test/audit/expected.txt",
  "test/audit/refused.txt",
  "test/audit/unread.txt",
];

function sectionsOf(file: string): readonly string[] {
  const path = join(PROGRAM, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  return text.split(/^## .*\n/m).map((section) => section.trim());
}

function fenced(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}

function expectedOf(name: string): string {
  return readFileSync(join(CASES, name, "expected.txt"), "utf8");
}

const CERTAINTY_SAYS: Readonly<Record<Certainty, string>> = {
  法规原文: "读过法律、法规或财政部文件的条文",
  公开文件: "读过各地公开的文件、目录或转述",
  实务: "各地通行的做法，没有条文",
  未核对: "还没有与任何来源对照过",
};

/** Every rule with its basis, and how sure it is. */
function rulesDocument(): string {
  const rows = [...LEDGER_RULES, ...REPORT_RULES].map(
    ({ code, severity, says, certainty, basis }) =>
      `| ${code} | ${severity} | ${says} | ${certainty} | ${basis} |`,
  );
  const table = ["| 规则 | 不合时 | 内容 | 有多确实 | 依据 |", "|---|---|---|---|---|", ...rows].join("\n");
  return `${[GENERATED, "# 程序核对的规则", ...RULES_READ, table].join("\n\n")}\n`;
}

const RULES_READ = [
  "错误不生成 PDF；警告提请再看一眼，核对过的写在数据的“已核对”里，就不再提。勾稽的规则看数据，校对的规则看排好的文字和表。",
  `有多确实，照依据里最不确实的一部分：${CERTAINTIES.map((each) => `${each}，${CERTAINTY_SAYS[each]}`).join("；")}。`,
];

/** What becomes of each part of the data, with the reason. */
function newYearDocument(): string {
  const rows = RENEWAL_RULES.map(
    ({ paths, treatment, why }) => `| ${partsOf(paths)} | ${TREATMENTS[treatment]} | ${why} |`,
  );
  const table = ["| 数据 | 新的一年 | 为什么 |", "|---|---|---|", ...rows].join("\n");
  return `${[GENERATED, "# 新一年的数据怎样从上年的来", ...NEW_YEAR, table].join("\n\n")}\n`;
}

const NEW_YEAR = [
  "上年的数据文件不动，新的一年是另一个文件。没有改的地方一个字也不变，次序、空格都在，注释也在；只有清空的值后面说它的数、年份、增减的注释不照搬，逐处列出。写着“待填”的地方填完以前，核对时逐处列出来，不生成 PDF。上年的数不用写：程序从上年的数据文件算。",
  "年份往后移的，只是确实指上年的四位年份，如从 2023 年的做 2024 年的，“2023物业管理费”“2023年12月31日前”改成 2024；与再上一年比较的也移，如“比2022年增长”。跨年的、文号里的、看来是数量的、单位职责和注释里的年份不改，都列出来请看。",
];

/** 收入：资金来源、财政拨款 of the paths of a rule. */
function partsOf(paths: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const steps = path.split("/").filter((step) => step !== "*");
    const list = steps.slice(0, -1).join(" · ");
    groups.set(list, [...(groups.get(list) ?? []), steps.at(-1) ?? ""]);
  }
  return [...groups]
    .map(([list, keys]) => (list === "" ? keys.join("、") : `${list}：${keys.join("、")}`))
    .join("；");
}

/** The data inside the PDF: where it is, and what every field says. */
function dataDocument(): string {
  const rows = FIELDS.map(
    ({ name, type, required, says, columnType = "" }) =>
      `| ${name} | ${type} | ${required ? "是" : ""} | ${says} | ${columnType} |`,
  );
  return `${[
    GENERATED,
    "# 文件里附的数据",
    `公开的 PDF 里附着两个文件，内容是说明和附表里印出来的每一个金额、百分比和个数，一个不多，一个不少：没有印出来的明细（精确到元、分的数）不在里面；名称、绩效指标和年份里的数字是文字，表下说明尾差的数（如 0.02万元）是算出来的，都不列。用 PDF 阅读器打开“附件”就能看到、另存。`,
    [
      `- \`${PACKAGE_FILE}\`：给程序用。[Tabular Data Package](https://specs.frictionlessdata.io/tabular-data-package/)，\`resources\` 里名为 \`figures\` 的一项的 \`data\` 是数据；字段的 \`columnType\` 用 [Fiscal Data Package](https://specs.frictionlessdata.io/fiscal-data-package/) 的词，它没有合适的词的不写。`,
      `- \`${CSV_FILE}\`：同样的数据，给电子表格用。UTF-8，有 BOM，用 Excel、WPS 直接打开不会乱码。以 =、+、-、@ 开头的文字前加了一个 '，免得当成公式。编码有 21 位，直接打开会变成科学记数，要用“从文本/CSV 导入”，把编码各列设为文本。`,
    ].join("\n"),
    `现在的格式是 ${FORMAT_VERSION} 版，写在 \`${PACKAGE_FILE}\` 的 \`formatVersion\` 里。只增加字段时小数点后加 1，改动或删去字段时小数点前加 1。除了字段，\`${PACKAGE_FILE}\` 还写着 \`title\`（文件标题）、\`unit\`（预算单位的编码和名称）、\`year\` 和 \`fiscalPeriod\`（预算年度）、\`language\`、\`currency\`。没有生成时间：同样的数据得到同样的文件。`,
    "## 字段",
    "一行是印出来的一个数。空的栏、没有数的格不列。",
    ["| 字段 | 类型 | 必有 | 内容 | columnType |", "|---|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n")}\n`;
}
