import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES as LEDGER_RULES } from "../../src/check/rules.js";
import { CODES, type Code } from "../../src/diagnostic.js";
import { RULES as REPORT_RULES } from "../../src/proofread/rules.js";
import { CASES, caseNames } from "../faults/fault-case.js";
import { PROGRAM } from "../project.js";

/** The generated documents, by file. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  "docs/errors.md": errorsDocument,
  "docs/rules.md": rulesDocument,
};

const GENERATED = "<!-- 由 UPDATE=1 npm test 生成，不要手改 -->";

/** Every code with what it means, and a smallest case of it with all that the program prints. */
function errorsDocument(): string {
  const ofData = [...caseNames().map(expectedOf), ...GALLERIES.flatMap(sectionsOf)];
  const ofAudits = AUDITS.flatMap(sectionsOf);
  const sections = (Object.keys(CODES) as Code[]).map((code) => {
    const shows = (text: string): boolean => text.includes(`[${code}]`);
    const printed = ofData.some(shows) ? ofData : ofAudits;
    const [shortest] = printed.filter(shows).sort((a, b) => a.length - b.length);
    return [`## ${code}`, CODES[code], ...(shortest ? [fenced(shortest)] : [])].join("\n\n");
  });
  return `${[GENERATED, "# 程序会报告的问题", ...sections].join("\n\n")}\n`;
}

/** Files in which cases stand one after the other, each under a heading. */
const GALLERIES = ["test/check/expected.txt", "test/proofread/expected.txt"];
/** What an audit says; of a code that data can have too, the data's case is shown. */
const AUDITS = ["test/audit/expected.txt", "test/audit/refused.txt", "test/audit/unread.txt"];

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

/** Every rule with its basis. */
function rulesDocument(): string {
  const rows = [...LEDGER_RULES, ...REPORT_RULES].map(
    ({ code, severity, says, basis }) => `| ${code} | ${severity} | ${says} | ${basis} |`,
  );
  const table = ["| 规则 | 不合时 | 内容 | 依据 |", "|---|---|---|---|", ...rows].join("\n");
  return `${[GENERATED, "# 程序核对的规则", "错误不生成 PDF；警告提请再看一眼。勾稽的规则看数据，校对的规则看排好的文字和表。", table].join("\n\n")}\n`;
}
