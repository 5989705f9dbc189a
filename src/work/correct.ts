import { compareData, compareFiles } from "../compare/data.js";
import { calloutsOf, locate, markedIn } from "../compare/located.js";
import { compareReports } from "../compare/reports.js";
import { newlyWithheld } from "../compare/withheld.js";
import { composeAnnouncement } from "../compose/correction.js";
import { type Diagnostic, problem, unplaced, wholeFile } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import { refuseOnError } from "../diagnostic/refusal.js";
import { fileNameOf } from "../files/file-name.js";
import { writeOutputs } from "../files/write/output.js";
import type { Budget } from "../model/budget.js";
import type { DataCorrection, FileCorrection, LocatedCorrection } from "../model/correction.js";
import type { FormName } from "../model/form.js";
import { GAP } from "../model/gap.js";
import type { BuildRecord } from "../model/record.js";
import type { Report } from "../model/report.js";
import type { Source } from "../model/source.js";
import type { Sources, YearSources } from "../model/sources.js";
import { ownWording } from "../model/wording.js";
import { inputsOf } from "../project/sources.js";
import { proofread } from "../proofread/proofread.js";
import { type RenderedPdf, renderPdf } from "../render/pdf/pdf.js";
import { type Examined, examine, type Order, publish, type Setting } from "./build.js";
import { formsFor, renderForms } from "./forms.js";
import { findPublication, type Search } from "./published.js";
import { composePublished, unlikePublished } from "./republish.js";

export interface CorrectionOrder extends Order, Search {}

export interface CorrectionResult {
  readonly title: string;
  /** what it was compared with */
  readonly published: string;
  readonly data: readonly DataCorrection[];
  /** the other files that changed */
  readonly files: readonly FileCorrection[];
  readonly corrections: readonly LocatedCorrection[];
  /** the forms in which it was published besides the PDF */
  readonly forms: readonly FormName[];
  /** the announcement and the copy for review, relative to the project; none where nothing printed has changed */
  readonly printed: readonly string[];
  /** what is lacking for them */
  readonly lacking: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compares a disclosure with what was published of it, and prints the announcement of what is corrected and a copy in
 * which it is marked, and listed, old and new. Throws a Refusal, and writes nothing, when anything is wrong.
 */
export async function correct(order: CorrectionOrder, setting: Setting): Promise<CorrectionResult> {
  const { step, program } = setting;
  const now = await examine(order, setting);
  const publication = findPublication(order, now, setting);
  const before = await composePublished(order, publication, setting);
  const again = await step("重排", "公开的文件", () => publish(before.report, program));
  const found = await step("比对", "公开的与现在的", () => compareReports(before.report, now.report));
  const title = before.report.title.text;
  const result = {
    title,
    published: publication.name,
    forms: publication.record?.forms?.map(({ form }) => form) ?? [],
    ...compareInputs(before.sources, now.sources, publication.record),
    warnings: [...unlikePublished(publication, again, before, setting), ...now.warnings],
  };
  if (found.length === 0) return { ...result, corrections: [], printed: [], lacking: [] };
  const later = await step("排版", "更正后的", () => renderPdf(now.report, program.fonts));
  const corrections = found.map((each) => locate(each, again.where, later.where));
  const lacking = lackingIn(now, before.budget);
  if (lacking.length > 0) return { ...result, corrections, printed: [], lacking };
  const announcement = announce(corrections, title, now, setting);
  const look = { marked: markedIn(found), callouts: calloutsOf(found), watermark: COPY };
  const review = await step("排版", COPY, () =>
    renderPdf(copyOf(now, title, announcement), program.fonts, look),
  );
  const forms = formsFor(now.pack, [...result.forms, ...(order.also ?? [])]);
  const printed = await print(order.output, { announcement, forms, title, review }, setting);
  return { ...result, corrections, printed, lacking };
}

/** What the copy for review says that it is. */
const COPY = "更正对照";

/** The corrected report, with the list of what read how and how it reads now behind it. */
function copyOf({ report }: Examined, published: string, announcement: Report): Report {
  return {
    ...report,
    title: ownWording(`${published}（${COPY}）`),
    subject: `${published}的${COPY}，供内部核对`,
    parts: [...report.parts, ...announcement.parts.slice(-1)],
  };
}

function compareInputs(
  before: Sources,
  now: Sources,
  record: BuildRecord | undefined,
): Pick<CorrectionResult, "data" | "files"> {
  // of a code list the record has the used rows and the hash of all
  const recorded = new Map(record?.inputs.map(({ file, whole }) => [file, whole]));
  const years = [[before.data, now.data] as const, [before.lastYear, now.lastYear] as const];
  const pairs = years.flatMap(([old, year]) => (old && year ? samePairs(old, year) : []));
  const compared = new Set(pairs.map(([, { file }]) => file));
  const others = (sources: Sources) => inputsOf(sources).filter(({ file }) => !compared.has(file));
  return {
    data: pairs.flatMap(([file, later]) => compareData(file, later)),
    files: compareFiles(
      others(before).map(({ file, text, whole = text }) => ({ file, text: recorded.get(file) ?? whole })),
      others(now).map(({ file, text, whole = text }) => ({ file, text: whole })),
    ),
  };
}

/** The data of one year, then and now: a department's own, and that of each unit that it had and has. */
function samePairs(old: YearSources, now: YearSources): readonly (readonly [Source, Source])[] {
  const units = new Map(old.units.map((source) => [source.file, source]));
  return [
    [old.own, now.own],
    ...now.units.flatMap((source): readonly (readonly [Source, Source])[] => {
      const before = units.get(source.file);
      return before ? [[before, source]] : [];
    }),
  ];
}

function lackingIn({ sources, year, pack }: Examined, before: Budget): readonly Diagnostic[] {
  const { file } = sources.data.own;
  const withheld = newlyWithheld(before, year.budget);
  return [
    ...(withheld.length > 0 ? [publishedBefore(file, withheld)] : []),
    ...(year.budget.correction && year.budget.published ? [] : [unannounced(file, year.budget)]),
    ...(pack.correction ? [] : [wordless(pack.name)]),
  ];
}

interface Printing {
  readonly announcement: Report;
  /** in which it is published, too */
  readonly forms: readonly FormName[];
  readonly title: string;
  readonly review: RenderedPdf;
}

/** Prints announcement and copy, and writes them once all are there. */
async function print(
  output: string,
  { announcement, forms, title: reviewed, review }: Printing,
  setting: Setting,
): Promise<readonly string[]> {
  const { step, program, project } = setting;
  const title = announcement.title.text;
  const { bytes } = await step("排版", title, () => renderPdf(announcement, program.fonts));
  const besides = await renderForms(announcement, forms, setting);
  const printed = [
    { file: `${output}/${fileNameOf(title, ".pdf")}`, bytes },
    ...besides.map((each) => ({
      file: `${output}/${fileNameOf(title, `.${each.form}`)}`,
      bytes: each.bytes,
    })),
    { file: `${output}/${fileNameOf(reviewed, `（${COPY}）.pdf`)}`, bytes: review.bytes },
  ];
  return step("写出", output, () => {
    writeOutputs(project, printed);
    return printed.map(({ file }) => file);
  });
}

/** An announcement that quotes it would publish it once more. */
function publishedBefore(file: string, withheld: readonly string[]): Diagnostic {
  return problem(
    "更正/不公开",
    `公开过的${withheld.join("、")}现在不公开，更正说明会把原来的再印一遍，没有生成更正说明和对照本`,
    wholeFile(file),
    "依据：涉及国家秘密的不公开（预算法第十四条）",
    "怎么改：马上撤下公开的文件，报告本单位保密工作机构，怎样说明由它定；撤下以后再用 npm run build-report 生成，公开新的文件",
  );
}

function unannounced(file: string, { year, published, correction }: Budget): Diagnostic {
  const paste = [
    ...(published ? [] : [`公开日期: ${GAP}`]),
    ...(correction ? [] : [`更正: { 更正日期: ${GAP}, 原因: ${GAP} }`]),
  ];
  const found = problem(
    "数据/缺少",
    `文件有更正，数据里还没有写“${correction ? "公开日期" : "更正"}”，没有生成更正说明和对照本`,
    wholeFile(file),
    "说明：更正说明要写原文件公开的日期、更正的日期和有误的原因",
    `怎么改：在数据文件末尾加上，把“${GAP}”换成实际的日期（如 ${year}-05-20）和原因：`,
  );
  return { ...found, paste };
}

function wordless(pack: string): Diagnostic {
  return unplaced(
    "模板/缺少",
    `版式“${pack}”没有更正说明的写法（correction），没有生成更正说明和对照本`,
    "怎么改：请维护版式的人在 pack.yaml 里加上，写法见 templates/henan/pack.yaml",
  );
}

/** What may not stand in an announcement, and what its own words may not hold: what it quotes may have been wrong. */
const NEVER: readonly Code[] = ["校对/缺字", "校对/个人信息", "校对/密级"];
const NOT_IN_LETTER: readonly Code[] = [...NEVER, "校对/残留", "校对/标点"];

/** The announcement of corrections of what was published under a title; throws a Refusal when it may not be published. */
function announce(
  corrections: readonly LocatedCorrection[],
  title: string,
  { year, books, pack }: Examined,
  { program }: Setting,
): Report {
  const { budget } = year;
  const { correction: announcement } = budget;
  const { correction: words } = pack;
  if (!announcement || !words) throw new Error("an announcement without its words");
  const made = composeAnnouncement(corrections, { budget, books, pack, words, announcement, title });
  const { missing } = program.fonts;
  const read = (report: Report, codes: readonly Code[]): readonly Diagnostic[] =>
    proofread({ report, budget, pack, missing, quotes: () => [] }).filter(({ code }) => codes.includes(code));
  const [letter, ...annex] = made.parts;
  refuseOnError([
    ...read({ ...made, parts: letter ? [letter] : [] }, NOT_IN_LETTER),
    ...read({ ...made, title: ownWording(""), parts: annex }, NEVER),
  ]);
  return made;
}
