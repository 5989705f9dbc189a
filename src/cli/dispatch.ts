import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { orElse } from "../diagnostic/refusal.js";
import { counts, type LeftOut } from "../diagnostic/telling.js";
import { writeOutput } from "../files/write/output.js";
import { FORM_WORDS, type FormName } from "../model/form.js";
import { firstOfEach } from "../model/groups.js";
import type { BuildRecord } from "../model/record.js";
import { chooseDataFiles, type DataFile, dataFile, unitsWithout } from "../project/data-files.js";
import type { UnitOutcome } from "../work/batch.js";
import { type BuiltForm, build, examine, type Setting } from "../work/build.js";
import { batchReport, batchWords, keptWords, leftOut } from "./batch.js";
import type { Command } from "./command.js";
import { type CommandName, INTO } from "./commands.js";
import type { ProgressOutput } from "./progress.js";
import { itemsOfShard, reportFile, type Shard } from "./shard.js";

/** What a command has done, and what it noticed. */
export interface Outcome {
  readonly says: string;
  readonly warnings: readonly Diagnostic[];
  /** the checks that were not made because of them */
  readonly leftOut?: readonly LeftOut[];
  /** why it has not done all that it was asked for */
  readonly lacking?: readonly Diagnostic[];
  /** the files that it has written for readers, relative to the project */
  readonly written?: readonly string[];
  /** whether something needs attention although the command went through */
  readonly failed?: boolean;
  /** whether the program itself was at fault with some of it */
  readonly crashed?: boolean;
}

export type Work = (setting: Setting) => Promise<Outcome>;

// What one command needs is loaded when it is asked for: a build reads no PDF and compares nothing.

/** The commands that go through the data of one unit after the other, and those that look at one file. */
const ON_DATA: Partial<
  Record<CommandName, (data: DataFile, command: Command, setting: Setting) => Promise<Outcome>>
> = {
  "build-report": built,
  check: checked,
  "new-year": renewed,
  correct: (data, command, setting) => corrected(data, command, setting),
};
const ON_FILE: Partial<
  Record<CommandName, (file: string, command: Command, setting: Setting) => Promise<Outcome>>
> = { verify: verified, codes: takenUp };
const ON_PACK: Partial<
  Record<CommandName, (pack: string, command: Command, setting: Setting) => Promise<Outcome>>
> = { pack: tried, "new-pack": begun };

/** The pieces of work that a command asks for; throws a Refusal when there is no data for it. */
export function worksOf(command: Command, project: string, screen: ProgressOutput): readonly Work[] {
  const { name, file, published, record } = command;
  if (record !== undefined) return [(setting) => rebuilt(record, command, setting)];
  if (name === "build-report" && command.all && command.collect !== undefined)
    return [(setting) => collected(command, command.collect ?? 1, setting)];
  if (name === "build-report" && command.all) return [(setting) => builtAll(command, setting, screen)];
  if (name === "audit")
    return [async (setting) => (await import("./audited.js")).auditedFiles(command, setting)];
  if (name === "import") return [(setting) => imported(command, setting)];
  if (name === "new-unit") return [(setting) => begunUnit(command, setting)];
  const onPack = ON_PACK[name];
  if (onPack && command.pack !== undefined) {
    const { pack } = command;
    return [(setting) => onPack(pack, command, setting)];
  }
  if (name === "correct" && published !== undefined) {
    return [(setting) => correctedFrom(published, command, setting)];
  }
  const onFile = ON_FILE[name];
  if (onFile && file !== undefined) return [(setting) => onFile(file, command, setting)];
  const onData = ON_DATA[name];
  if (!onData) throw new Error(`no work for ${name}`);
  const files = chooseDataFiles(project, command);
  const works = files.map(
    (data): Work =>
      (setting) =>
        onData(data, command, setting),
  );
  return [...works, ...leftOutOf(files, command, project)];
}

/** Tells at the end which units nothing was done for, where there are any. */
function leftOutOf(files: readonly DataFile[], command: Command, project: string): readonly Work[] {
  const words = leftOut(files, command.year, unitsLeftOut(command, project));
  return words.length > 0 ? [async () => ({ says: words.join("\n"), warnings: [] })] : [];
}

/** The units that were not asked for by name and have no data of the year that was. */
function unitsLeftOut({ unit, year }: Command, project: string): readonly string[] {
  return unit === undefined && year !== undefined ? unitsWithout(project, year) : [];
}

async function checked(data: DataFile, { pack }: Command, setting: Setting): Promise<Outcome> {
  const { warnings } = await examine({ data, pack }, setting);
  return { says: `${data.file} 没有错，${remark(warnings)}`, warnings };
}

async function built(data: DataFile, command: Command, setting: Setting): Promise<Outcome> {
  const { pack, output, also } = command;
  if (command.draft) return drafted(data, command, setting);
  const made = await build({ data, pack, output, also }, setting);
  const { file, kept, pages, bytes, forms, stale, warnings } = made;
  const says = [
    `已生成 ${file}：${pages} 页，${kilobytes(bytes)}，${remark(warnings)}`,
    ...formLines(forms),
    ...staleLines(stale),
  ];
  const keeping = kept === undefined ? [] : [keptWords(kept)];
  return { says: [...says, ...keeping].join("\n"), warnings, written: filesOf(file, forms) };
}

/** Which files beside a PDF say what was said before. */
function staleLines(stale: readonly FormName[]): readonly string[] {
  if (stale.length === 0) return [];
  const words = stale.map((form) => FORM_WORDS[form]).join("、");
  return [
    `旁边的${words}是以前生成的，这次没有重做；要一起重做：npm run build-report -- --also ${stale.join(",")}`,
  ];
}

function formLines(forms: readonly BuiltForm[]): readonly string[] {
  return forms.map(({ file, bytes }) => `已生成 ${file}：${kilobytes(bytes)}`);
}

function filesOf(pdf: string, forms: readonly BuiltForm[]): readonly string[] {
  return [pdf, ...forms.map(({ file }) => file)];
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

async function rebuilt(file: string, { output }: Command, setting: Setting): Promise<Outcome> {
  const { rebuild } = await import("../work/rebuild.js");
  const made = await rebuild({ record: file, output }, setting);
  const [pdf, ...forms] = made.files;
  const says = `已重做 ${pdf}：${made.record.pdf.pages} 页，与 ${file} 记的逐字节相同`;
  return {
    says: [says, ...forms.map((form) => `已重做 ${form}`)].join("\n"),
    warnings: [],
    written: made.files,
  };
}

/** One report for every unit, in the output folder, whatever has become of each. */
async function builtAll(command: Command, setting: Setting, screen: ProgressOutput): Promise<Outcome> {
  const { pack, output, also, strict, force, draft, shard } = command;
  const { buildAll } = await import("../work/batch.js");
  const { batchProgress } = await import("./batch-progress.js");
  const files = itemsOfShard(chooseDataFiles(setting.project, command), shard);
  const done = batchProgress(files.length, screen);
  const outcomes = await buildAll({ files, pack, output, also, strict, force, draft }, setting, done);
  return allOutcomes(outcomes, shard, [], command, setting);
}

/** What shards have left, as if it had been one run. */
async function collected(command: Command, count: number, setting: Setting): Promise<Outcome> {
  const { collect } = await import("../work/collect.js");
  const files = chooseDataFiles(setting.project, command);
  const { outcomes, lacking } = collect(
    { count, files, reportOf: (shard) => reportFile(command.output, shard) },
    setting,
  );
  return allOutcomes(outcomes, { index: 1, count: 1 }, lacking, command, setting);
}

function allOutcomes(
  outcomes: readonly UnitOutcome[],
  shard: Shard,
  missing: readonly Diagnostic[],
  command: Command,
  setting: Setting,
): Outcome {
  const { year, output, format } = command;
  const report = reportFile(output, shard);
  const lost = unwritten(setting.project, report, batchReport(outcomes, shard));
  const refused = outcomes.filter(({ state }) => state === "refused");
  const without = unitsLeftOut(command, setting.project);
  return {
    says: batchWords({ outcomes, year, without, report: lost.length > 0 ? undefined : report }),
    lacking: [...missing, ...lost],
    // an officer reads what has to be corrected, and how many warnings there are of the rest; a program sorts by itself
    warnings: eachOnce((format === "json" ? outcomes : refused).flatMap((outcome) => outcome.found)),
    failed: refused.length > 0,
    crashed: outcomes.some(({ state }) => state === "crashed"),
  };
}

/** Why a report could not be written, which must not cost the officer what it would say. */
function unwritten(project: string, file: string, text: string): readonly Diagnostic[] {
  return orElse(
    () => {
      writeOutput(project, file, Buffer.from(text));
      return [];
    },
    (found) => found,
  );
}

/** What is wrong with a unit's file is wrong with the department's too that it belongs to, and said once. */
function eachOnce(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return firstOfEach(found, (each) => JSON.stringify(each));
}

async function drafted(data: DataFile, { pack, output, also }: Command, setting: Setting): Promise<Outcome> {
  const { draft } = await import("../work/draft.js");
  const order = { data, pack, output, also };
  const { file, pages, forms, found, leftOut: unmade } = await draft(order, setting);
  const count = found.length === 0 ? "没有要改的地方" : `还有 ${counts(found)}，列在最后`;
  const says = [`已生成草稿 ${file}：${pages} 页，${count}；草稿不公开`, ...formLines(forms)];
  return { says: says.join("\n"), warnings: found, leftOut: unmade, written: filesOf(file, forms) };
}

async function verified(file: string, { output, unit, year }: Command, setting: Setting): Promise<Outcome> {
  const { verify } = await import("../work/verify.js");
  const says = await verify({ file, output, unit, year }, setting);
  return { says: says.join("\n"), warnings: [] };
}

async function takenUp(file: string, { year }: Command, setting: Setting): Promise<Outcome> {
  const { takeUpCodes } = await import("../work/codes.js");
  const { codeListWords } = await import("./taken-up.js");
  return { says: codeListWords(await takeUpCodes({ file, year }, setting)), warnings: [] };
}

async function tried(pack: string, { output, strict }: Command, setting: Setting): Promise<Outcome> {
  const { printSpecimens } = await import("../work/specimens.js");
  const { folder, files, found } = await printSpecimens({ pack, output }, setting);
  const count = found.length === 0 ? "没有发现错" : counts(found);
  const says = [
    ...files.map(({ file, says, pages }) => `${file}：${pages} 页，${says}`),
    `版式 ${pack}：${files.length} 份样张，在 ${folder} 里；${count}`,
  ];
  const failed = found.some(({ severity }) => strict || severity === "错误");
  return { says: says.join("\n"), warnings: found, failed };
}

async function begun(name: string, { from }: Command, setting: Setting): Promise<Outcome> {
  const { newPack } = await import("../work/new-pack.js");
  return { says: (await newPack({ name, from }, setting)).join("\n"), warnings: [] };
}

async function renewed(data: DataFile, _command: Command, setting: Setting): Promise<Outcome> {
  const { newYear } = await import("../work/new-year.js");
  const { printRenewal } = await import("./renewal.js");
  const { renewal, warnings, doubts } = await newYear({ data }, setting);
  return { says: printRenewal(renewal, doubts), warnings };
}

async function imported(command: Command, setting: Setting): Promise<Outcome> {
  const { importFiles } = await import("../work/import/import.js");
  const { importWords } = await import("./imported.js");
  const [, unit = command.unit, year] = INTO.exec(command.into ?? "") ?? [];
  const order = { ...command, unit, year: year === undefined ? command.year : Number(year) };
  const done = await importFiles(order, setting);
  return { says: importWords(done), warnings: done.warnings };
}

async function begunUnit(command: Command, setting: Setting): Promise<Outcome> {
  const { unitName: name, ...order } = command;
  const { newUnit } = await import("../work/new-unit.js");
  const { begunWords } = await import("./begun.js");
  const begun = await newUnit({ ...order, name }, setting);
  return { says: begunWords(begun), warnings: begun.warnings };
}

/** The published PDF tells the unit and the year. */
async function correctedFrom(file: string, command: Command, setting: Setting): Promise<Outcome> {
  const { output, unit, year } = command;
  const { publishedRecord } = await import("../work/published.js");
  const published = publishedRecord({ file, output, unit, year }, setting);
  return corrected(dataFile(published.unit, published.year), command, setting, published);
}

async function corrected(
  data: DataFile,
  { pack, output, also, revision }: Command,
  setting: Setting,
  published?: BuildRecord,
): Promise<Outcome> {
  const { correct } = await import("../work/correct.js");
  const { correctionWords } = await import("./corrections.js");
  const result = await correct({ data, pack, output, also, published, revision }, setting);
  const { warnings, lacking } = result;
  return { says: correctionWords(result), warnings, lacking, written: result.printed };
}

function remark(warnings: readonly Diagnostic[]): string {
  return warnings.length > 0 ? `${warnings.length} 个警告` : "没有警告";
}
