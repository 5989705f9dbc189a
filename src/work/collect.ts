import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { readBytes } from "../files/bytes.js";
import { few, repeatsIn } from "../model/groups.js";
import { type DataFile, dataFile } from "../project/data-files.js";
import { readBuildReportSchema } from "../project/sources.js";
import { validatorOf } from "../validate/schema/validators.js";
import type { UnitOutcome } from "./batch.js";
import type { Setting } from "./build.js";

export interface CollectOrder {
  /** into how many shards the work was divided, and where each has left its report */
  readonly count: number;
  readonly reportOf: (shard: WrittenReport["shard"]) => string;
  /** what was to be done in all of them */
  readonly files: readonly DataFile[];
}

/** What came of all units, and what is not there of it. */
export interface Collected {
  readonly outcomes: readonly UnitOutcome[];
  readonly lacking: readonly Diagnostic[];
}

/** A report as schemas/build-report.schema.json has it, as far as this looks into it. */
interface WrittenReport {
  readonly shard: { readonly index: number; readonly count: number };
  readonly units: readonly WrittenOutcome[];
}

interface WrittenOutcome extends Omit<UnitOutcome, "data" | "found"> {
  readonly unit: string;
  readonly year: number;
  readonly found: readonly WrittenFinding[];
}

interface WrittenFinding extends Pick<Diagnostic, "severity" | "code" | "message" | "notes"> {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

/** Most that a report may weigh, in bytes: of 10,000 units with some faults each. */
const LARGEST = 256 * 1024 * 1024;
const MOST_NAMED = 12;

/** The outcomes that the shards have left in the output folder, in the order of the files. */
export function collect(
  { count, files, reportOf }: CollectOrder,
  { program, project }: Pick<Setting, "program" | "project">,
): Collected {
  const isReport = validatorOf(readBuildReportSchema(program.folder));
  const shards = Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
  const reports = shards.map((shard) => ({
    shard,
    read: readReport(project, reportOf(shard), shard, isReport),
  }));
  const units = reports.flatMap(({ read }) => read?.units ?? []).map(outcomeOf);
  const byFile = new Map(units.map((each) => [each.data.file, each]));
  const unread = reports.filter(({ read }) => !read).map(({ shard }) => shard);
  const unmade = unread.length > 0 ? [] : files.filter(({ file }) => !byFile.has(file));
  const twice = repeatsIn(units, ({ data }) => data.file).map(([, { data }]) => data.unit);
  return {
    outcomes: files.flatMap(({ file }) => byFile.get(file) ?? []),
    lacking: [
      ...(unread.length > 0 ? [missing(unread)] : []),
      ...(unmade.length > 0 ? [notAmong(unmade)] : []),
      ...(twice.length > 0 ? [madeTwice(twice)] : []),
    ],
  };
}

/** What a file says, if it is a report; nothing else of it matters. */
function readReport(
  project: string,
  file: string,
  { index, count }: WrittenReport["shard"],
  isReport: (value: unknown) => unknown,
): WrittenReport | undefined {
  try {
    const value = JSON.parse(Buffer.from(readBytes(project, file, LARGEST)).toString("utf8"));
    return isReport(value) && value.shard.index === index && value.shard.count === count ? value : undefined;
  } catch {
    return undefined;
  }
}

function outcomeOf({ unit, year, found, ...outcome }: WrittenOutcome): UnitOutcome {
  return { ...outcome, data: dataFile(unit, year), found: found.map(diagnosticOf) };
}

function diagnosticOf({ file, line = 1, column = 1, length = 0, ...found }: WrittenFinding): Diagnostic {
  return { ...found, ...(file && { place: { file, line, column, length, excerpt: "" } }) };
}

function missing(shards: readonly WrittenReport["shard"][]): Diagnostic {
  const [{ index, count } = { index: 1, count: 1 }] = shards;
  const which = few(
    shards.map((each) => String(each.index)),
    MOST_NAMED,
    "",
    "份",
  );
  return unplaced(
    "分批/缺少",
    `${count} 份里缺 ${shards.length} 份的结果：第 ${which} 份`,
    "规则：每一份做完，结果写在输出文件夹的 build-report-第几份-共几份.json；没有做完的、写坏了的不算",
    `怎么改：再做一次，做好了的会跳过：npm run build-report -- --all --shard ${index}/${count}`,
  );
}

function notAmong(files: readonly DataFile[]): Diagnostic {
  const units = few(
    files.map(({ unit }) => unit),
    MOST_NAMED,
    " ",
  );
  return unplaced(
    "分批/缺少",
    `各份的结果里没有 ${files.length} 个单位：${units}`,
    "怎么改：多半是分着做以后才加的数据：各份再做一次，做好了的会跳过",
  );
}

function madeTwice(units: readonly string[]): Diagnostic {
  return unplaced(
    "分批/缺少",
    `${units.length} 个单位在两份里都有：${few(units, MOST_NAMED, " ")}`,
    "怎么改：各份做的时候 data 里的单位不一样多：各份用同样的数据再做一次，做好了的会跳过",
  );
}
