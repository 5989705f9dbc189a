import { dirname, resolve } from "node:path";
import { unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import type { Shelf } from "../files/bytes.js";
import { readPublished } from "../files/given.js";
import { type BuildRecord, filesMade, recordFile, sha256 } from "../model/record.js";
import { type Choice, type DataFile, dataFile } from "../project/data-files.js";
import { readRevision } from "../project/revision.js";
import { inputsOf } from "../project/sources.js";
import { readRecord, recordFiles, recordsOfFile } from "../record/read.js";
import { changedInputs, filesOf } from "../record/record.js";
import { type Examined, type Setting, standingAs } from "./build.js";

/** The files that a published disclosure was made from. */
export interface Publication {
  /** what it is known by */
  readonly name: string;
  /** where they are read from as they were: the code lists, and data and templates */
  readonly program: Shelf;
  readonly project: Shelf;
  /** undefined for a commit, of which no PDF is known */
  readonly record: BuildRecord | undefined;
}

/** What a record was made from, as a publication. */
export function recorded(record: BuildRecord): Publication {
  const files = filesOf(record);
  return { name: `构建记录 ${recordFile(record)}`, program: files, project: files, record };
}

/** How the officer says which publication is meant, and where to look for it. */
export interface Search {
  readonly data: DataFile;
  /** the folder that records lie in */
  readonly output: string;
  /** the record of the published PDF */
  readonly published?: BuildRecord | undefined;
  /** the commit that it was built from */
  readonly revision?: string | undefined;
}

/**
 * The publication that is corrected: what is named, or else what the only record was made from. Throws a Refusal when
 * there is none, or when there are several: which of them was published nobody can tell from the files.
 */
export function findPublication(search: Search, now: Examined, setting: Setting): Publication {
  const { data, published, revision } = search;
  if (revision !== undefined) {
    const { project, codes } = readRevision(setting.project, revision, data);
    const program = codes ?? setting.program.folder;
    return { name: `git 的版本 ${revision}`, program, project, record: undefined };
  }
  return recorded(published ?? onlyRecord(search, now, setting));
}

function onlyRecord(search: Search, { sources }: Examined, { project, program }: Setting): BuildRecord {
  const { data, output } = search;
  const records = recordFiles(project, output, { unit: data.unit, year: data.year }).map((file) =>
    readRecord(project, file, program.schemas.record),
  );
  const [record] = records;
  if (!record) throw new Refusal([unrecorded(`${data.file} 还没有构建记录`)]);
  if (records.length === 1) return record;
  const inputs = inputsOf(sources);
  const shown = records.map((each) => {
    const isThere = standingAs(each.pdf, output, project) !== undefined;
    const isOfNow = changedInputs(each, inputs).length === 0;
    const says = [
      `${recordFile(each)}：${each.pdf.pages} 页`,
      ...(isThere ? [`${output}/${each.pdf.file} 现在是它的`] : []),
      ...(isOfNow ? ["现在的数据就是它的"] : []),
    ].join("；");
    return { isThere, says };
  });
  // the others come in the order of hashes, which says nothing
  const likelyFirst = shown.toSorted((a, b) => Number(b.isThere) - Number(a.isThere));
  throw new Refusal([
    ambiguous(
      search,
      likelyFirst.map(({ says }) => says),
    ),
  ]);
}

/** A PDF or another form of a report, where to look for its record besides its own folder, and of which unit and year the officer says it is. */
export interface FileInQuestion extends Choice {
  readonly file: string;
  readonly output: string;
}

/** The record of a published file; throws a Refusal when it has none, or when it is another unit's or year's. */
export function publishedRecord({ file, output, unit, year }: FileInQuestion, setting: Setting): BuildRecord {
  const { bytes } = readPublished(setting.given ?? setting.project, file);
  const record = findRecord({ file, output }, sha256(bytes), setting);
  if (!record) {
    const signed = "说明：公开前盖章、加水印、压缩或者另存过的，已不是原来的文件，要用生成时的那个文件";
    throw new Refusal([unrecorded(`找不到 ${file} 的构建记录`, signed)]);
  }
  if (record.unit === (unit ?? record.unit) && record.year === (year ?? record.year)) return record;
  throw new Refusal([foreign(file, record, dataFile(unit ?? record.unit, year ?? record.year))]);
}

/** The record of the file with this hash, beside it or in the output folder. */
export function findRecord(
  { file, output }: FileInQuestion,
  hash: string,
  { project, program }: Setting,
): BuildRecord | undefined {
  const shelves = [[project, output] as const, [dirname(resolve(project, file)), "."] as const];
  for (const [shelf, folder] of shelves) {
    for (const name of recordsOfFile(shelf, folder, hash)) {
      const record = readRecord(shelf, name, program.schemas.record);
      if (filesMade(record).some((made) => made.sha256 === hash)) return record;
    }
  }
  return undefined;
}

function unrecorded(what: string, ...more: readonly string[]) {
  return unplaced(
    "记录/找不到",
    `${what}，不知道公开的是什么`,
    "说明：生成 PDF 时，旁边写有构建记录（单位代码-年度.….json）；比对要用公开的那个 PDF 的记录",
    ...more,
    "怎么改：把公开时的构建记录放回输出文件夹；或者写 --revision，与 git 里公开时的版本比",
  );
}

function foreign(file: string, { unit, year }: BuildRecord, wanted: DataFile) {
  return unplaced(
    "记录/不符",
    `${file} 是单位 ${unit} ${year} 年的，要比的是单位 ${wanted.unit} ${wanted.year} 年的`,
    "怎么改：删去 --unit 和 --year，程序按这个文件比；或者换成这个单位、这一年公开的",
  );
}

function ambiguous({ data, output }: Search, records: readonly string[]) {
  return unplaced(
    "记录/不知哪个",
    `${data.file} 有 ${records.length} 个构建记录，不知道公开的是哪一个`,
    ...records,
    "怎么改：写 --published 公开的PDF（从网站上下载的也行），程序按它的内容找记录",
    `公开的 PDF 找不到了的，照它的记录重做一份，写在 --published 后面：npm run build-report -- --record ${output}/它的记录`,
    "没有公开过的，可以把它的记录从输出文件夹里移走",
  );
}
