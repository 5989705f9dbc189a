import { build, examine, type Setting } from "./build.js";
import type { Command } from "./console/command.js";
import type { CommandName } from "./console/commands.js";
import { correctionWords } from "./console/corrections.js";
import { correct } from "./correct.js";
import type { Diagnostic } from "./diagnostic.js";
import { draft } from "./draft.js";
import type { BuildRecord } from "./model/record.js";
import { publishedRecord } from "./published.js";
import { chooseDataFiles, type DataFile, dataFile } from "./read/data-files.js";
import { verify } from "./verify.js";

/** What a command has done, and what it noticed. */
export interface Outcome {
  readonly says: string;
  readonly warnings: readonly Diagnostic[];
  /** why it has not done all that it was asked for */
  readonly lacking?: readonly Diagnostic[];
}

export type Work = (setting: Setting) => Promise<Outcome>;

/** The commands that go through the data of one unit after the other, and those that look at one file. */
const ON_DATA: Partial<
  Record<CommandName, (data: DataFile, command: Command, setting: Setting) => Promise<Outcome>>
> = {
  "build-report": built,
  check: checked,
  correct: (data, command, setting) => corrected(data, command, setting),
};
const ON_FILE: Partial<
  Record<CommandName, (file: string, command: Command, setting: Setting) => Promise<Outcome>>
> = { verify: verified };

/** The pieces of work that a command asks for; throws a Refusal when there is no data for it. */
export function worksOf(command: Command, project: string): readonly Work[] {
  const { name, file, published } = command;
  if (name === "correct" && published !== undefined) {
    return [(setting) => correctedFrom(published, command, setting)];
  }
  const onFile = ON_FILE[name];
  if (onFile && file !== undefined) return [(setting) => onFile(file, command, setting)];
  const onData = ON_DATA[name];
  if (!onData) throw new Error(`no work for ${name}`);
  return chooseDataFiles(project, command).map((data) => (setting) => onData(data, command, setting));
}

async function checked(data: DataFile, { pack }: Command, setting: Setting): Promise<Outcome> {
  const { warnings } = await examine({ data, pack }, setting);
  return { says: `${data.file} 没有错，${remark(warnings)}`, warnings };
}

async function built(data: DataFile, command: Command, setting: Setting): Promise<Outcome> {
  const { pack, output } = command;
  if (command.draft) return drafted(data, command, setting);
  const { file, pages, bytes, warnings } = await build({ data, pack, output }, setting);
  const size = Math.round(bytes / 1024);
  return { says: `已生成 ${file}：${pages} 页，${size} KB，${remark(warnings)}`, warnings };
}

async function drafted(data: DataFile, { pack, output }: Command, setting: Setting): Promise<Outcome> {
  const { file, pages, found } = await draft({ data, pack, output }, setting);
  const count = found.length === 0 ? "没有要改的地方" : `还有 ${found.length} 处要填或要改，列在最后`;
  return { says: `已生成草稿 ${file}：${pages} 页，${count}；草稿不公开`, warnings: found };
}

async function verified(file: string, { output, unit, year }: Command, setting: Setting): Promise<Outcome> {
  const says = await verify({ file, output, unit, year }, setting);
  return { says: says.join("\n"), warnings: [] };
}

/** The published PDF tells the unit and the year. */
async function correctedFrom(file: string, command: Command, setting: Setting): Promise<Outcome> {
  const { output, unit, year } = command;
  const published = publishedRecord({ file, output, unit, year }, setting);
  return corrected(dataFile(published.unit, published.year), command, setting, published);
}

async function corrected(
  data: DataFile,
  { pack, output, revision }: Command,
  setting: Setting,
  published?: BuildRecord,
): Promise<Outcome> {
  const result = await correct({ data, pack, output, published, revision }, setting);
  const { warnings, lacking } = result;
  return { says: correctionWords(result), warnings, lacking };
}

function remark(warnings: readonly Diagnostic[]): string {
  return warnings.length > 0 ? `${warnings.length} 个警告` : "没有警告";
}
