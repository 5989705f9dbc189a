import { type Entered, type Examined, enter, examine, type Order, publish, type Setting } from "./build.js";
import { compareData, compareFiles } from "./compare/data.js";
import { locate, markedIn } from "./compare/located.js";
import { compareReports } from "./compare/reports.js";
import { composeAnnouncement } from "./compose/correction.js";
import { compose } from "./compose/report.js";
import { type Code, type Diagnostic, problem, Refusal, refuseOnError, warning } from "./diagnostic.js";
import type { DataCorrection, FileCorrection, LocatedCorrection } from "./model/correction.js";
import { type BuildRecord, sha256 } from "./model/record.js";
import type { Report } from "./model/report.js";
import type { Source } from "./model/source.js";
import type { Sources, YearSources } from "./model/sources.js";
import { proofread } from "./proofread/proofread.js";
import { findPublication, type Publication, type Search } from "./published.js";
import { inputsOf, textsOf } from "./read/sources.js";
import { changedProgram } from "./record/record.js";
import { type RenderedPdf, renderPdf } from "./render/pdf.js";
import { writeOutput } from "./write/output.js";

export interface CorrectionOrder extends Order, Search {}

export interface CorrectionResult {
  readonly title: string;
  /** what it was compared with */
  readonly published: string;
  readonly data: readonly DataCorrection[];
  /** the other files that changed */
  readonly files: readonly FileCorrection[];
  readonly corrections: readonly LocatedCorrection[];
  /** the announcement and the copy for review, relative to the project; none where nothing printed has changed */
  readonly printed: readonly string[];
  /** what is lacking for them */
  readonly lacking: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compares a disclosure with what was published of it, and prints the announcement of what is corrected and a copy in
 * which it is marked. Throws a Refusal, and writes nothing, when anything is wrong.
 */
export async function correct(order: CorrectionOrder, setting: Setting): Promise<CorrectionResult> {
  const { step, program } = setting;
  const now = await examine(order, setting);
  const publication = await findPublication(order, now, setting);
  const before = await composePublished(order, publication, setting);
  const again = await step("重排", "公开的文件", () => publish(before.report, program));
  const found = await step("比对", "公开的与现在的", () => compareReports(before.report, now.report));
  const result = {
    title: now.report.title,
    published: publication.name,
    ...compareInputs(before.sources, now.sources),
    warnings: [...unlikePublished(publication, again, setting), ...now.warnings],
  };
  if (found.length === 0) return { ...result, corrections: [], printed: [], lacking: [] };
  const look = { marked: markedIn(found), watermark: "更正对照" };
  const review = await step("排版", "更正对照", () => renderPdf(now.report, program.fonts, look));
  const corrections = found.map((each) => locate(each, again.where, review.where));
  const lacking = lackingIn(now);
  if (lacking.length > 0) return { ...result, corrections, printed: [], lacking };
  const announcement = announce(corrections, before.report.title, now, setting);
  const printed = await print(order.output, announcement, { now, review }, setting);
  return { ...result, corrections, printed, lacking };
}

/** A disclosure as it was published; what would be said against it today is another matter, if only it can be read. */
async function composePublished(
  { data, pack }: CorrectionOrder,
  { name, origin, record }: Publication,
  setting: Setting,
): Promise<Entered & { readonly report: Report }> {
  try {
    const entered = await enter({ data, pack: record?.pack ?? pack }, setting, origin);
    const { report, diagnostics } = compose(entered.year.budget, entered.books, entered.pack);
    // no PDF was ever built of it
    if (!record) refuseOnError(diagnostics);
    return { ...entered, report };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal([unusable(name, record, error.diagnostics, setting)]);
  }
}

function compareInputs(before: Sources, now: Sources): Pick<CorrectionResult, "data" | "files"> {
  const years = [[before.data, now.data] as const, [before.lastYear, now.lastYear] as const];
  const pairs = years.flatMap(([old, year]) => (old && year ? samePairs(old, year) : []));
  const compared = new Set(pairs.map(([, { file }]) => file));
  const [old, inputs] = [before, now].map((each) => inputsOf(each).filter(({ file }) => !compared.has(file)));
  return {
    data: pairs.flatMap(([file, later]) => compareData(file, later)),
    files: compareFiles(old ?? [], inputs ?? []),
  };
}

/** The data of one year, then and now: a department's own, and that of each unit that it had and has. */
function samePairs(old: YearSources, now: YearSources): readonly (readonly [Source, Source])[] {
  const units = new Map(old.units.map((source) => [source.file, source]));
  return [
    [old.file, now.file],
    ...now.units.flatMap((source): readonly (readonly [Source, Source])[] => {
      const before = units.get(source.file);
      return before ? [[before, source]] : [];
    }),
  ];
}

/** Places and old texts are those of the PDF only if the program still makes it of what is recorded. */
function unlikePublished(
  { record }: Publication,
  { bytes }: RenderedPdf,
  { program }: Setting,
): readonly Diagnostic[] {
  if (!record || sha256(bytes) === record.pdf.sha256) return [];
  const differing = changedProgram(record, program.identity());
  const cause = differing.length > 0 ? differing.join("；") : "构建记录与它不符";
  return [
    warning(
      "记录/不符",
      `公开的文件现在重排，与原来的不完全相同：${cause}`,
      undefined,
      "怎么改：公开更正说明以前，把里面的页码和原来的内容与公开的文件核对一遍",
    ),
  ];
}

function lackingIn({ sources, year, pack }: Examined): readonly Diagnostic[] {
  const { file } = sources.data.file;
  return [
    ...(year.budget.correction ? [] : [unannounced(file, year.budget.year)]),
    ...(pack.correction ? [] : [wordless(pack.name)]),
  ];
}

/** What may not stand in an announcement, and what its own words may not hold: what it quotes may have been wrong. */
const NEVER: readonly Code[] = ["校对/缺字", "校对/个人信息", "校对/密级"];
const NOT_IN_LETTER: readonly Code[] = [...NEVER, "校对/残留", "校对/标点"];

function announce(
  corrections: readonly LocatedCorrection[],
  published: string,
  { sources, year, books, pack }: Examined,
  { program }: Setting,
): Report {
  const { budget } = year;
  const { correction: announcement } = budget;
  const { correction: words } = pack;
  if (!announcement || !words) throw new Error("an announcement without its words");
  const made = composeAnnouncement(corrections, {
    budget,
    books,
    pack,
    words,
    announcement,
    title: published,
  });
  const read = (part: Report, codes: readonly Code[]): readonly Diagnostic[] =>
    proofread({
      report: part,
      budget,
      pack,
      sources: textsOf(sources),
      missing: program.fonts.missing,
    }).filter(({ code }) => codes.includes(code));
  const [letter, ...annex] = made.parts;
  refuseOnError([
    ...read({ ...made, parts: letter ? [letter] : [] }, NOT_IN_LETTER),
    ...read({ ...made, parts: annex }, NEVER),
  ]);
  return made;
}

/** Prints announcement and copy, and writes them once both are there. */
async function print(
  output: string,
  announcement: Report,
  { now, review }: { readonly now: Examined; readonly review: RenderedPdf },
  { step, program, project }: Setting,
): Promise<readonly string[]> {
  const { title } = announcement;
  const { bytes } = await step("排版", title, () => renderPdf(announcement, program.fonts));
  const printed = [
    { file: `${output}/${title}.pdf`, bytes },
    { file: `${output}/${now.report.title}（更正对照）.pdf`, bytes: review.bytes },
  ];
  return step("写出", output, () => {
    for (const each of printed) writeOutput(project, each.file, each.bytes);
    return printed.map(({ file }) => file);
  });
}

/** How many faults of old files are told: nobody will mend them. */
const MOST = 5;

function unusable(
  name: string,
  record: BuildRecord | undefined,
  found: readonly Diagnostic[],
  { program }: Setting,
): Diagnostic {
  const faults = found.slice(0, MOST).map(({ message, place }) => {
    return place ? `公开时的 ${place.file} 第 ${place.line} 行：${message}` : `公开时的文件：${message}`;
  });
  const others = found.length > MOST ? [`另有 ${found.length - MOST} 处`] : [];
  const remedy = record
    ? `请维护程序的人用 ${record.program.version} 版的程序运行这条命令（现在是 ${program.identity().version} 版）`
    : "核对 --revision 写的是不是公开时的版本；或者用 --published 与已公开的 PDF 比";
  return problem(
    "记录/不能用",
    `公开时的数据现在读不了（${name}），不能比对；现在的数据没有错，不用改`,
    undefined,
    ...faults,
    ...others,
    `怎么改：${remedy}`,
  );
}

function unannounced(file: string, year: number): Diagnostic {
  return problem(
    "数据/缺少",
    "文件有更正，数据里还没有写“更正”，没有生成更正说明和对照本",
    { file, line: 1, column: 1, length: 0, excerpt: "" },
    "说明：更正说明要写原文件公开的日期、更正的日期和有误的原因",
    "怎么改：在数据文件末尾加上这一项，日期和原因照实写，例如：",
    `更正: { 公开日期: ${year}-02-20, 更正日期: ${year}-05-20, 原因: 录入时金额有误 }`,
  );
}

function wordless(pack: string): Diagnostic {
  return problem(
    "模板/缺少",
    `版式“${pack}”没有更正说明的写法（correction），没有生成更正说明和对照本`,
    undefined,
    "怎么改：请维护版式的人在 pack.yaml 里加上，写法见 templates/henan/pack.yaml",
  );
}
