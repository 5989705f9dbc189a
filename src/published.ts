import type { Origin, Setting } from "./build.js";
import { type Diagnostic, problem, Refusal, warning } from "./diagnostic.js";
import { type BuildRecord, sha256 } from "./model/record.js";
import type { DataFile } from "./read/data-files.js";
import { readGivenPdf } from "./read/given.js";
import { readRecord, recordFiles } from "./read/records.js";
import { readRevision } from "./read/revision.js";
import { inputsOf, readSources } from "./read/sources.js";
import { changedInputs, changedProgram, filesOf } from "./record/record.js";
import { validateRecord } from "./validate/record.js";
import { findRecord } from "./verify.js";

/** Which publication of a disclosure is meant. */
export interface Publication {
  readonly data: DataFile;
  readonly output: string;
  /** the published PDF */
  readonly published?: string | undefined;
  /** the commit that it was built from */
  readonly revision?: string | undefined;
}

export interface PublishedOrigin {
  readonly origin: Origin;
  readonly remarks: readonly Diagnostic[];
}

/**
 * The files that the published disclosure was made from: of a commit, of the record of the published PDF, or of the one
 * record that is not of today's files. Throws a Refusal when there is none, or when it is not clear which.
 */
export function publishedOrigin(publication: Publication, setting: Setting): PublishedOrigin {
  const { data, output, published, revision } = publication;
  if (revision !== undefined) {
    const project = readRevision(setting.project, revision, data.unit);
    return { origin: { program: setting.program.folder, project }, remarks: [] };
  }
  const record =
    published === undefined
      ? onlyRecord(publication, setting)
      : findRecord({ file: published, output }, sha256(readGivenPdf(setting.project, published)), setting);
  if (!record) throw new Refusal([unrecorded(data, published)]);
  if (record.unit !== data.unit || record.year !== data.year) throw new Refusal([foreign(data, record)]);
  const files = filesOf(record);
  return { origin: { program: files, project: files }, remarks: remarksOn(record, setting) };
}

/** The record of another state of the data; that of the present state, where there is no other. */
function onlyRecord({ data, output }: Publication, setting: Setting): BuildRecord | undefined {
  const { project, program } = setting;
  const records = recordFiles(project, output, { unit: data.unit, year: data.year }).map((file) =>
    validateRecord(file, readRecord(project, file), program.schemas.record),
  );
  const now = inputsOf(readSources(program.folder, project, data, records[0]?.pack));
  const others = records.filter((record) => changedInputs(record, now).length > 0);
  if (others.length > 1) throw new Refusal([ambiguous(data, others)]);
  return others[0] ?? records[0];
}

function remarksOn(record: BuildRecord, { program }: Setting): readonly Diagnostic[] {
  const differing = changedProgram(record, program.identity());
  if (differing.length === 0) return [];
  const message = `公开的文件按现在的程序重排后再比：${differing.join("；")}`;
  return [warning("记录/不符", message, undefined, "怎么改：核对更正说明里的页码，与公开的文件对一遍")];
}

function unrecorded({ file }: DataFile, published: string | undefined): Diagnostic {
  const what = published === undefined ? `${file} 还没有构建记录` : `找不到 ${published} 的构建记录`;
  return problem(
    "记录/找不到",
    `${what}，不知道公开的是什么`,
    undefined,
    "说明：生成 PDF 时，旁边写有构建记录（同名的 .json）；比对要用公开的那个 PDF 的记录",
    "怎么改：把公开时的构建记录放回输出文件夹；或者写 --revision，与 git 里公开时的版本比",
  );
}

function foreign(data: DataFile, record: BuildRecord): Diagnostic {
  return problem(
    "记录/不符",
    `公开的文件是单位 ${record.unit} ${record.year} 年的，要比的是 ${data.file}`,
    undefined,
    `怎么改：写 --unit ${record.unit} --year ${record.year}，或者换成这个单位、这一年公开的 PDF`,
  );
}

function ambiguous({ file }: DataFile, records: readonly BuildRecord[]): Diagnostic {
  return problem(
    "记录/不知哪个",
    `${file} 有 ${records.length} 个以前的构建记录，不知道公开的是哪一个`,
    undefined,
    ...records.map(({ pdf }) => `${pdf.file}，${pdf.pages} 页，指纹 ${pdf.sha256.slice(0, 12)}`),
    "怎么改：写 --published 公开的PDF，程序按它的指纹找记录；没有公开过的记录，可以从输出文件夹里删去",
  );
}
