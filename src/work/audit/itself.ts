import { documentOfPages, documentOfParagraphs, type ForeignDocument } from "../../audit/itself/document.js";
import type { DocumentFinding } from "../../audit/itself/finding.js";
import { type HeldToItself, judgeItself } from "../../audit/itself/itself.js";
import { whoseIs } from "../../audit/itself/whose.js";
import { type Diagnostic, problem, warning } from "../../diagnostic/diagnostic.js";
import { orElse } from "../../diagnostic/refusal.js";
import { extract } from "../../extract/extract.js";
import { proseOfHtml } from "../../extract/recover/html-prose.js";
import { recoverManuscript } from "../../extract/recover/manuscript-tables.js";
import { recover } from "../../extract/recover/recover.js";
import { recoverText } from "../../extract/recover/text-tables.js";
import { namesIn } from "../../files/bytes.js";
import { readGivenDocument } from "../../files/given.js";
import type { CodeLists } from "../../model/budget.js";
import type { Pack } from "../../model/pack/pack.js";
import { readCodeLists } from "../../project/codes.js";
import { readPack, TEMPLATES } from "../../project/pack.js";
import { reread } from "../../proofread/proofread.js";
import { compact, literally } from "../../text/fold.js";
import { validateCodeLists } from "../../validate/budget/code-lists.js";
import { validatePack } from "../../validate/pack/pack.js";
import type { Setting } from "../build.js";
import { unknownBudget } from "./unknown-budget.js";

/** What was found in a document without data. */
export interface AuditedItself extends HeldToItself {
  readonly file: string;
  readonly pages: number;
  readonly tables: number;
  /** what a reader does not see of it, or could not be read */
  readonly unseen: readonly string[];
  /** the format that it is printed in, where a pack knows its tables */
  readonly format: string | undefined;
}

/** Holds a document of any unit to itself: no data is asked for, and nothing is written. Throws a Refusal when it cannot be read. */
export async function auditItself(file: string, setting: Setting): Promise<AuditedItself> {
  const { step } = setting;
  const document = await step("读取", file, () => documentIn(file, setting));
  return step("审读", "合计、各表、文字", () => auditDocument(document, setting));
}

/** What is found in a document that has been read. */
export function auditDocument(
  document: ForeignDocument,
  { program, project }: Pick<Setting, "program" | "project">,
): AuditedItself {
  const { file, pages, tables } = document;
  const { unit = "", year = NEWEST_YEAR } = whoseIs(document);
  const codes = validateCodeLists(readCodeLists(program.folder, project, year), program.schemas);
  const packs = packsIn({ program, project }, codes);
  const fitting = packs.find((pack) => prints(pack, document));
  const pack = fitting ?? packs[0];
  if (!pack) throw new Error("no pack");
  const passages = document.narrative.map(({ passage }) => passage);
  const budget = unknownBudget(file, unit, year, pack.name);
  const slips = reread({ passages, budget, pack }).filter(({ code }) => !OF_THE_FORMAT.includes(code));
  const judged = judgeItself(document, { slips, words: pack.words, codes });
  return { ...judged, file, pages, unseen: document.unseen, tables: tables.length, format: fitting?.name };
}

/** Of a document without a year the newest lists are asked. */
const NEWEST_YEAR = 2025;

/** What only the words of a format and of its data can tell. */
const OF_THE_FORMAT: readonly string[] = ["校对/年份", "校对/称呼", "校对/标点", "校对/空表"];

async function documentIn(file: string, { given, project }: Setting): Promise<ForeignDocument> {
  const document = readGivenDocument(given ?? project, file);
  if (document.kind === "tables") return documentOfParagraphs(await recover(document));
  if (document.kind === "text" && /^\s*<(?:!doctype|html|\?xml)/i.test(document.text)) {
    const recovered = await recover(document);
    const { paragraphs, captions } = proseOfHtml(document.text);
    const tables = recovered.tables.map((table, index) => ({ ...table, ...captions[index] }));
    return documentOfParagraphs({ ...recovered, tables, paragraphs });
  }
  const manuscript = await extract(document);
  const recovered = document.kind === "pdf" ? recoverManuscript(manuscript) : recoverText(document.text);
  return documentOfPages(manuscript, { file, ...recovered, remarks: [] });
}

function packsIn(
  { project, program }: Pick<Setting, "program" | "project">,
  codes: CodeLists,
): readonly Pack[] {
  return namesIn(project, TEMPLATES).flatMap((name) =>
    orElse(
      () => [validatePack(readPack(project, name), program.schemas, codes)],
      (): readonly Pack[] => [],
    ),
  );
}

/** Whether most tables of a document have titles of the pack's. */
function prints({ tables }: Pack, document: ForeignDocument): boolean {
  const titles = [...tables.values()].map(({ title }) => {
    const parts = compact(title.text)
      .split(/\{\{[^}]*\}\}/u)
      .map(literally);
    return new RegExp(`^${parts.join(".{0,20}")}$`, "u");
  });
  const own = document.tables.filter((table) => titles.some((title) => title.test(table.title)));
  return own.length * 2 > document.tables.length;
}

/** A finding as the program tells it: what is only a matter of form is a warning. */
export function diagnosisOf({
  weight,
  code,
  message,
  place,
  where,
  basis,
  remedy,
}: DocumentFinding): Diagnostic {
  const tell = weight === "格式" ? warning : problem;
  const placed = place ? [] : [`在哪里：${where}`];
  return tell(
    code,
    message,
    place,
    `轻重：${weight}`,
    ...placed,
    `规则：${basis.rule}（${basis.source}）`,
    `怎么改：${remedy}`,
  );
}
