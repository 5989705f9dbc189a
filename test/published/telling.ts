import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { BUDGETS } from "../check/facts.js";
import { examineIn } from "../project.js";
import { edited } from "../proofread/reading.js";
import { sampleOf } from "../sample.js";
import { type Document, documentOf } from "./document.js";
import type { Attempt, Printing, PublishedFault } from "./fault.js";
import { LABELS } from "./labels.js";
import { NUMBERS } from "./numbers.js";
import { SCOPES } from "./scopes.js";
import { WORDING } from "./wording.js";

export const GROUPS = { 数: NUMBERS, 口径: SCOPES, 文字: WORDING, 名称和表: LABELS };

/** What is told of the disclosures anyway: procurement is doubtful as it was published, some codes are not checked. */
const REMARKS: readonly string[] = ["数据/科目表年份", "勾稽/政府采购遗漏", "数据/科目未核"];

/** That each chosen fault, by its place in its group, is told where a person causes it, or that something else is printed. */
export function tellFaults(isChosen: (place: number) => boolean): void {
  describe.each(Object.entries(GROUPS))("%s", (_, faults) => {
    test.each(
      sampleOf(
        faults.filter((_fault, place) => isChosen(place)),
        3,
      ),
    )("$fault", async ({ attempts = [], instead, of }) => {
      for (const each of attempts) expect(await toldOf(each, of)).toEqual([...each.told].sort());
      await instead?.(printing(of));
      expect(attempts.length > 0 || instead !== undefined).toBe(true);
    });
  });
}

/** The code and the underlined words of everything that is told of a disclosure with the edits. */
async function toldOf(
  { edits, told: expected }: Attempt,
  of: PublishedFault["of"],
): Promise<readonly string[][]> {
  const project = edited(edits, folderOf(of));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const told = await diagnosticsOf(() => examineIn(project, { data, output: "out" }));
  return told
    .filter(({ code }) => !REMARKS.includes(code) || expected.some(([each]) => each === code))
    .map((each) => [each.code, wordsAt(each)])
    .sort();
}

async function diagnosticsOf(
  work: () => Promise<{ readonly warnings: readonly Diagnostic[] }>,
): Promise<readonly Diagnostic[]> {
  try {
    return (await work()).warnings;
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
}

function wordsAt({ place }: Diagnostic): string {
  if (!place) return "";
  return [...place.excerpt].slice(place.column - 1, place.column - 1 + place.length).join("");
}

function folderOf(of: PublishedFault["of"]): string {
  return BUDGETS[of ?? "sample"];
}

const unedited = new Map<PublishedFault["of"], Promise<Document>>();

/** Without edits a disclosure is printed once. */
function printing(of: PublishedFault["of"]): Printing {
  return (...edits) => {
    const known = edits.length === 0 ? unedited.get(of) : undefined;
    const document = known ?? documentOf(edited(edits, folderOf(of)));
    if (edits.length === 0) unedited.set(of, document);
    return document;
  };
}
