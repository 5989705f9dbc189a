import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { collectRefusals, Refusal } from "../diagnostic/refusal.js";
import { givenFiles } from "../files/given.js";
import { writeOutput } from "../files/write/output.js";
import { chooseDataFiles, type DataFile } from "../project/data-files.js";
import type { Setting } from "../work/build.js";
import type { Command } from "./command.js";
import type { Outcome } from "./dispatch.js";

/** Nothing is known of what could not be read. */
const UNREAD = "审核/没有核对";

/** Files that are held to themselves, and to the data of their unit where there are some; one that cannot be read stops no other. */
export async function auditedFiles(command: Command, setting: Setting): Promise<Outcome> {
  const files = givenFiles(setting.given ?? setting.project, command.files);
  if (files.length === 1 && command.report === undefined) {
    const [file = ""] = files;
    const withData = await auditedWithData(file, command, setting);
    if (withData) return withData;
  }
  return auditedThemselves(files, command, setting);
}

/** What is told of a file of which there are data; nothing where it is of another unit, or no file that can be compared. */
async function auditedWithData(
  file: string,
  command: Command,
  setting: Setting,
): Promise<Outcome | undefined> {
  const { pack, unit } = command;
  const data = onlyData(command, setting);
  if (!data) return undefined;
  const { audit } = await import("../work/audit/audit.js");
  try {
    const { findings, pages, sentences, cells } = await audit(
      { data, pack, file, folder: setting.given ?? setting.project },
      setting,
    );
    const compared = `${pages > 0 ? `${pages} 页，` : ""}${sentences} 句，${cells} 格，与 ${data.file} 比过`;
    const failed = findings.some(({ severity, code }) => severity === "错误" || code === UNREAD);
    return { says: `${compared}：${conclusionOf(findings)}`, warnings: findings, failed };
  } catch (error) {
    // whose data were not asked for, is held to itself
    const isOther =
      error instanceof Refusal && error.diagnostics.every(({ code }) => ELSEWHERE.includes(code));
    if (unit === undefined && isOther) return undefined;
    throw error;
  }
}

const ELSEWHERE: readonly string[] = ["审核/不是这一份", "审核/读不出"];

/** The data to hold a file against: those that are asked for, or the only ones that there are. */
function onlyData({ unit, year }: Command, { project }: Setting): DataFile | undefined {
  if (unit !== undefined || year !== undefined) return chooseDataFiles(project, { unit, year })[0];
  const files = dataFiles(project);
  return files.length === 1 ? files[0] : undefined;
}

function dataFiles(project: string): readonly DataFile[] {
  try {
    return chooseDataFiles(project, { unit: undefined, year: undefined });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function conclusionOf(findings: readonly Diagnostic[]): string {
  if (findings.length === 0) return "没有发现不同";
  const isUnread = findings.every(({ code }) => code === UNREAD);
  return isUnread ? "没有发现不同；没有核对的地方见上" : "不同和错误见上";
}

async function auditedThemselves(
  files: readonly string[],
  { report }: Command,
  setting: Setting,
): Promise<Outcome> {
  const { auditItself, diagnosisOf } = await import("../work/audit/itself.js");
  const { opinionPage, opinionWords } = await import("./opinion.js");
  const all = [];
  const unread: Diagnostic[] = [];
  for (const file of files) {
    try {
      all.push(await auditItself(file, setting));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      unread.push(...error.diagnostics);
    }
  }
  if (report !== undefined && all.length > 0) {
    const page = new TextEncoder().encode(opinionPage(all));
    collectRefusals(() => writeOutput(setting.project, report, page));
  }
  const findings = all.flatMap((audited) => audited.findings.map(diagnosisOf));
  const written = report === undefined || all.length === 0 ? [] : [`审核意见在 ${report}`];
  return {
    says: [...all.map(opinionWords), ...written].join("\n\n"),
    warnings: findings,
    lacking: unread,
    failed:
      findings.some(({ severity }) => severity === "错误") || all.some(({ unseen }) => unseen.length > 0),
  };
}
