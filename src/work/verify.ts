import { basename } from "node:path";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { orElse, orElseLater, Refusal } from "../diagnostic/refusal.js";
import { type Published, readPublished } from "../files/given.js";
import { type BuildRecord, filesMade, recordFile, sha256 } from "../model/record.js";
import { valueAt } from "../model/source.js";
import type { Sources } from "../model/sources.js";
import { chosenYears, type DataFile, dataFile } from "../project/data-files.js";
import { inputsOf, readSources } from "../project/sources.js";
import { readRecord, recordFiles } from "../record/read.js";
import { changedInputs, changedProgram } from "../record/record.js";
import { examine, publish, type Setting } from "./build.js";
import { renderForm } from "./forms.js";
import { type FileInQuestion, findRecord } from "./published.js";
import { reprint } from "./republish.js";

/**
 * Says whether a PDF, or another form of a report, is what the data gives now, byte for byte, in sentences for the officer.
 * Throws a Refusal when it is not, or when that cannot be told.
 */
export async function verify(question: FileInQuestion, setting: Setting): Promise<readonly string[]> {
  const published = readPublished(setting.given ?? setting.project, question.file);
  const hash = sha256(published.bytes);
  const record = findRecord(question, hash, setting);
  return record
    ? verifyRecorded(question, { record, hash }, setting)
    : verifyAnew(question, published, setting);
}

async function verifyRecorded(
  { file, output }: FileInQuestion,
  { record, hash }: { readonly record: BuildRecord; readonly hash: string },
  setting: Setting,
): Promise<readonly string[]> {
  const { program, project, step } = setting;
  const data = dataFile(record.unit, record.year);
  const now = await step("比对", data.file, () => readSources(program.folder, project, data, record.pack));
  const changed = changedInputs(record, inputsOf(now));
  const { unlike, unreadable } = await unlikenessOf(record, hash, setting);
  if (changed.length > 0) {
    const corrected = correctedPdf(record, now.data, output, setting);
    const versions = [record.program.version, program.identity().version] as const;
    throw new Refusal([outdated({ file, record, changed, unlike, unreadable, corrected, versions })]);
  }
  // a record that was made up would look so too
  const isExplained = changedProgram(record, program.identity()).length > 0;
  if (unlike !== undefined && !isExplained) throw new Refusal([unexplained(file, data, unlike)]);
  return [
    `${basename(file)} 是由 ${data.file} 生成的，与构建记录一致，数据、版式和科目表此后没有改过`,
    unlike === undefined ? "重做一次，逐字节相同" : `${unlike}，所以不能逐字节重做`,
  ];
}

interface Unlikeness {
  /** why the program of today does not make the file of a record again, byte for byte; undefined where it does */
  readonly unlike: string | undefined;
  /** whether it cannot even read what the file was made from */
  readonly unreadable: boolean;
}

function unlikenessOf(record: BuildRecord, hash: string, setting: Setting): Promise<Unlikeness> {
  const wanted = filesMade(record).filter((made) => made.sha256 === hash);
  return orElseLater(
    async () => ({ unlike: (await reprint(record, setting, wanted)).unlike, unreadable: false }),
    () => {
      const differing = changedProgram(record, setting.program.identity());
      return { unlike: [...differing, "现在的程序读不了当时的数据或版式"].join("；"), unreadable: true };
    },
  );
}

/** The PDF of the data as it is now, where that says that it is a correction. */
function correctedPdf(
  { unit, year }: BuildRecord,
  { own }: Sources["data"],
  output: string,
  setting: Setting,
): string | undefined {
  if (valueAt(own.value, ["更正"]) === undefined) return undefined;
  const isOfNow = ({ inputs }: BuildRecord): boolean =>
    inputs.some(({ file, text }) => file === own.file && text === own.text);
  const [made] = recordFiles(setting.project, output, { unit, year })
    .flatMap((name) => readableRecord(name, setting))
    .filter(isOfNow);
  return made && `${output}/${made.pdf.file}`;
}

/** What cannot be read says nothing. */
function readableRecord(name: string, { project, program }: Setting): readonly BuildRecord[] {
  return orElse(
    () => [readRecord(project, name, program.schemas.record)],
    () => [],
  );
}

/** Without a record, the file is held against what each data file that it may come from gives now. */
async function verifyAnew(
  { file, output, unit, year }: FileInQuestion,
  { kind, bytes }: Published,
  setting: Setting,
): Promise<readonly string[]> {
  const candidates = chosenYears(setting.project, { unit, year });
  const faulty: DataFile[] = [];
  for (const data of candidates) {
    const again = await printed(data, kind, setting);
    if (!again) faulty.push(data);
    else if (sha256(again) === sha256(bytes)) {
      return [`${basename(file)} 与 ${data.file} 现在生成的逐字节相同（没有找到构建记录）`];
    }
  }
  throw new Refusal([unknown({ file, kind, candidates, faulty, records: namesakes(file, output, setting) })]);
}

/** What the data gives now; undefined where something is wrong with it, so that it gives nothing. */
function printed(data: DataFile, kind: Published["kind"], setting: Setting): Promise<Uint8Array | undefined> {
  return orElseLater(async () => {
    const { report } = await examine({ data }, { ...setting, strict: false });
    if (kind !== "pdf") return renderForm(report, kind, setting);
    const { bytes } = await setting.step("排版", report.title.text, () => publish(report, setting.program));
    return bytes;
  });
}

const LOOK = "看差别：npm run audit -- 这个 PDF；数据改对以后重新生成：npm run build-report";

/** The records of files that were written under this name, but are not this one. */
function namesakes(file: string, output: string, setting: Setting): readonly string[] {
  return recordFiles(setting.project, output, {}).filter((name) =>
    readableRecord(name, setting).some((record) =>
      filesMade(record).some((made) => made.file === basename(file)),
    ),
  );
}

interface Outdated extends Unlikeness {
  readonly file: string;
  readonly record: BuildRecord;
  readonly changed: readonly string[];
  readonly corrected: string | undefined;
  readonly versions: readonly [then: string, now: string];
}

/** Pack and code lists come with the program: that they are others after an upgrade is no change of anybody's. */
function outdated({ file, record, changed, unlike, unreadable, corrected, versions }: Outdated): Diagnostic {
  const again = unlike === undefined ? "重做一次，逐字节相同" : `不能逐字节重做：${unlike}`;
  const [then, now] = versions;
  const upgraded = then === now ? [] : changed.filter((each) => !each.startsWith("data/"));
  const mended = changed.filter((each) => !upgraded.includes(each));
  const isOfData = mended.some((each) => each.startsWith("data/"));
  const what = isOfData ? "数据" : "版式";
  return unplaced(
    "记录/不符",
    mended.length > 0
      ? `${file} 不是现在的${what}生成的：${isOfData ? "" : "数据没有改过，"}生成以后改过 ${mended.join("、")}`
      : `${file} 是 ${then} 版的程序生成的，程序以后升级到 ${now} 版；数据没有改过`,
    `构建记录 ${recordFile(record)}：${record.title}，${record.pdf.pages} 页，程序版本 ${then}`,
    "说明：文件本身与构建记录一致，生成以后没有动过",
    ...(upgraded.length > 0 ? [`随程序升级变了的版式和科目表：${upgraded.join("、")}`] : []),
    `照构建记录里当时的数据，${again}`,
    ...(unlike === undefined ? ["要再做出它：npm run build-report -- --record 这个构建记录"] : []),
    `怎么改：${mended.length > 0 ? remedyOf({ unreadable, corrected, then }) : "公开的文件不用改，也不用更正；没有公开的，用 npm run build-report 重新生成"}`,
  );
}

function remedyOf({
  unreadable,
  corrected,
  then,
}: Pick<Outdated, "unreadable" | "corrected"> & { readonly then: string }): string {
  if (corrected !== undefined) return `更正已经做过，这是更正前的文件：公开的换成 ${corrected}`;
  const published = unreadable
    ? `请维护程序的人用 ${then} 版的程序运行 npm run correct，列出更正的内容`
    : "用 npm run correct 列出更正的内容";
  return `已经公开的，${published}；没有公开的，用 npm run build-report 重新生成`;
}

function unexplained(file: string, data: DataFile, unlike: string) {
  return unplaced(
    "记录/不符",
    `${file} 有构建记录，但是用同样的数据重做 ${data.file}，结果不同`,
    `原因：${unlike}`,
    `怎么改：恢复原来的程序；${LOOK}`,
  );
}

interface Unknown extends Pick<Published, "kind"> {
  readonly file: string;
  readonly candidates: readonly DataFile[];
  readonly faulty: readonly DataFile[];
  readonly records: readonly string[];
}

function unknown({ file, kind, candidates, faulty, records }: Unknown) {
  const isPdf = kind === "pdf";
  const look = isPdf ? LOOK : `数据改对以后重新生成：npm run build-report -- --also ${kind}`;
  const compared = candidates.filter((data) => !faulty.includes(data));
  const named = (title: string, files: readonly DataFile[]): readonly string[] =>
    files.length > 0 ? [`${title}：${files.map((data) => data.file).join("、")}`] : [];
  return unplaced(
    "记录/不符",
    `${file} 不是现在的数据生成的，也没有它的构建记录`,
    ...named("比过", compared),
    ...named("有错、还生成不了的，没有比", faulty),
    records.length > 0
      ? `原因：同名的${isPdf ? " PDF " : "文件"}有构建记录 ${records.join("、")}，但是这个文件与它记的不同：生成以后被改过（盖章、加水印、另存也算），或者它自己的构建记录不在了`
      : `原因：${isPdf ? "PDF " : "文件"}被改过，或者生成以后数据、版式、程序改过，构建记录又不在它旁边`,
    "说明：草稿、更正对照本、更正说明没有构建记录，不能这样看",
    `怎么改：把构建记录（单位代码-年度.….json）放回${isPdf ? " PDF " : "它"}旁边再试；${look}`,
  );
}
