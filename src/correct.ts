import { type Entered, enter, examine, type Origin, type Setting } from "./build.js";
import { compareData } from "./compare/data.js";
import { compareReports } from "./compare/reports.js";
import { composeAnnouncement, type LocatedCorrection } from "./compose/correction.js";
import { compose } from "./compose/report.js";
import { type Code, type Diagnostic, problem, Refusal, refuseOnError } from "./diagnostic.js";
import type { Correction, DataCorrection, Version } from "./model/correction.js";
import type { Report } from "./model/report.js";
import type { YearSources } from "./model/sources.js";
import { proofread } from "./proofread/proofread.js";
import { publishedOrigin } from "./published.js";
import type { DataFile } from "./read/data-files.js";
import { textsOf } from "./read/sources.js";
import type { Marked } from "./render/highlight.js";
import { type PagesOf, pagesOf } from "./render/pages-of.js";
import { renderPdf } from "./render/pdf.js";
import { writeOutput } from "./write/output.js";

/** Which disclosure is corrected, what was published, and where the results go. */
export interface CorrectionOrder {
  readonly data: DataFile;
  readonly output: string;
  readonly published?: string | undefined;
  readonly revision?: string | undefined;
}

export interface CorrectionResult {
  /** the disclosure's own data, relative to the project */
  readonly source: string;
  readonly data: readonly DataCorrection[];
  readonly corrections: readonly LocatedCorrection[];
  /** the announcement and the copy for review, relative to the project; none where nothing printed has changed */
  readonly files: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compares a disclosure with what was published of it, and prints the announcement of what is corrected and a copy in
 * which it is marked. Throws a Refusal, and writes nothing, when anything is wrong.
 */
export async function correct(order: CorrectionOrder, setting: Setting): Promise<CorrectionResult> {
  const { step, program } = setting;
  const { origin, remarks } = publishedOrigin(order, setting);
  const before = await drawn(order, setting, origin);
  const after = await examine(order, setting);
  const data = compareAllData(before.sources.data, after.sources.data);
  const { corrections, review } = await step("比对", "公开的与现在的", () => {
    const found = compareReports(before.report, after.report);
    const [old, now] = [pagesOf(before.report, program.fonts), pagesOf(after.report, program.fonts)];
    return { corrections: found.map((each) => located(each, old, now)), review: markedOf(found) };
  });
  const warnings = [...remarks, ...after.warnings];
  const source = order.data.file;
  if (corrections.length === 0) return { source, data, corrections, files: [], warnings };
  const announcement = { report: announce(order.data, after, corrections), after };
  const files = await print(order, setting, announcement, { report: after.report, marked: review });
  return { source, data, corrections, files, warnings };
}

/** What has changed in the data, a department's own before that of its units; a unit that came or went is told by the department's. */
function compareAllData(before: YearSources, after: YearSources): readonly DataCorrection[] {
  const files = new Map([before.file, ...before.units].map((source) => [source.file, source]));
  return [after.file, ...after.units].flatMap((source) => {
    const old = files.get(source.file);
    return old ? compareData(old, source) : [];
  });
}

/** What was published is composed as it was; what would be said against it today is another matter. */
async function drawn(
  { data }: CorrectionOrder,
  setting: Setting,
  origin: Origin,
): Promise<Entered & { readonly report: Report }> {
  const entered = await enter({ data }, setting, origin);
  const { report } = compose(entered.year.budget, entered.books, entered.pack);
  return { ...entered, report };
}

/** Readers have the published file before them; what is new is found in the corrected one. */
function located(correction: Correction, old: PagesOf, now: PagesOf): LocatedCorrection {
  const { before, after } = correction;
  return { correction, page: before ? pageOf(before, old) : after && pageOf(after, now) };
}

function pageOf({ spots }: Version, pages: PagesOf): number | undefined {
  const [spot] = spots;
  return spot && pages.get(spot.element)?.[0]?.number;
}

function markedOf(corrections: readonly Correction[]): Marked {
  const marked = new Map<Parameters<Marked["get"]>[0], { from: number; to: number }[] | "whole">();
  for (const { element, stretch } of corrections.flatMap(({ after }) => after?.spots ?? [])) {
    const known = marked.get(element);
    if (!stretch) marked.set(element, "whole");
    else if (known !== "whole") marked.set(element, [...(known ?? []), stretch]);
  }
  return marked;
}

/** What may not stand in an announcement either. */
const GATES: readonly Code[] = ["校对/缺字", "校对/个人信息", "校对/密级", "校对/残留", "校对/标点"];

function announce(
  data: DataFile,
  after: Entered & { readonly report: Report },
  corrections: readonly LocatedCorrection[],
): Report {
  const { year, books, pack, report } = after;
  const { correction: announcement } = year.budget;
  const { correction: words } = pack;
  if (!announcement || !words) {
    throw new Refusal([words ? unannounced(data, corrections.length) : wordless(pack.name)]);
  }
  return composeAnnouncement(corrections, {
    budget: year.budget,
    books,
    pack,
    words,
    announcement,
    title: report.title,
  });
}

/** Prints announcement and copy, and writes them once both are there. */
async function print(
  { output }: CorrectionOrder,
  setting: Setting,
  announcement: { readonly report: Report; readonly after: Entered },
  review: { readonly report: Report; readonly marked: Marked },
): Promise<readonly string[]> {
  const { step, program, project } = setting;
  const slips = proofread({
    report: announcement.report,
    budget: announcement.after.year.budget,
    pack: announcement.after.pack,
    sources: textsOf(announcement.after.sources),
    missing: program.fonts.missing,
  });
  refuseOnError(slips.filter(({ code }) => GATES.includes(code)));
  const look = { marked: review.marked, watermark: "更正对照" };
  const printed = await step("排版", announcement.report.title, async () => [
    {
      file: `${output}/${announcement.report.title}.pdf`,
      ...(await renderPdf(announcement.report, program.fonts)),
    },
    {
      file: `${output}/${review.report.title}（更正对照）.pdf`,
      ...(await renderPdf(review.report, program.fonts, look)),
    },
  ]);
  return step("写出", output, () => {
    for (const { file, bytes } of printed) writeOutput(project, file, bytes);
    return printed.map(({ file }) => file);
  });
}

function unannounced({ file }: DataFile, count: number): Diagnostic {
  return problem(
    "数据/缺少",
    `文件有 ${count} 处更正，数据里还没有写“更正”，不能生成更正说明`,
    { file, line: 1, column: 1, length: 0, excerpt: "" },
    "说明：更正说明要写原文件公开的日期、更正的日期和有误的原因",
    "怎么改：在数据文件末尾加上这一项，例如：",
    "更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入时金额有误 }",
  );
}

function wordless(pack: string): Diagnostic {
  return problem(
    "模板/缺少",
    `版式“${pack}”没有更正说明的写法（correction），不能生成更正说明`,
    undefined,
    "怎么改：请维护版式的人在 pack.yaml 里加上，写法见 templates/henan/pack.yaml",
  );
}
