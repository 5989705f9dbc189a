import { type Diagnostic, unplaced, warning } from "../../diagnostic/diagnostic.js";
import { orElseLater, Refusal, refuseOnError } from "../../diagnostic/refusal.js";
import { recover } from "../../extract/recover/recover.js";
import { readGivenDocument } from "../../files/given.js";
import type { DetailResult, ReadList } from "../../import/detail/detail.js";
import { detailNotes, questionsOf } from "../../import/detail/tell.js";
import { detailWords } from "../../import/detail/words.js";
import type { DocumentFacts } from "../../import/printed/reading.js";
import { proseFacts } from "../../import/prose.js";
import type { CodeLists } from "../../model/budget.js";
import { few } from "../../model/groups.js";
import type { Pack } from "../../model/pack/pack.js";
import type { Recovered } from "../../model/recovered.js";
import { type Plain, valueAt } from "../../model/source.js";
import { readCodeLists } from "../../project/codes.js";
import { type DataFile, dataFile, hasDataFile } from "../../project/data-files.js";
import { readPack } from "../../project/pack.js";
import { validateCodeLists } from "../../validate/budget/code-lists.js";
import { validatePack } from "../../validate/pack/pack.js";
import { checkShape } from "../../validate/schema/shape.js";
import { readSharedYaml } from "../../yaml/shared.js";
import type { Setting } from "../build.js";
import { type Disagreed, type ImportedData, writeImported } from "./data.js";
import { type ReadLists, readLists } from "./lists.js";
import { lastYearPrinted, type PrintedImport, printedTitles, solvedPrinted } from "./printed.js";
import { documentsOf, type ImportTarget, kindIn, targetOf, unitFacts } from "./target.js";

/** Which files to take in, and into which data. */
export interface ImportOrder {
  readonly files: readonly string[];
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
}

/** What was taken in, and what there is to be told of it. */
export interface Imported {
  readonly data: DataFile;
  readonly isNew: boolean;
  /** what was taken of the files, in words */
  readonly taken: readonly string[];
  readonly disagreements: readonly Disagreed[];
  /** what nobody but the officer knows */
  readonly questions: readonly string[];
  /** how many amounts were given, and how many of them were taken */
  readonly amounts: { readonly taken: number; readonly given: number };
  /** the same of amounts of printed tables, and how many of them print again as they are given */
  readonly cells: { readonly again: number; readonly given: number };
  /** where it stands what each amount was read from */
  readonly origins: string | undefined;
  readonly warnings: readonly Diagnostic[];
}

const WORDS = "schemas/detail-lists.yaml";

/**
 * Takes what files of one unit say into its data: detail lists become the ledger, exactly; a document of the year before
 * gives last year's figures; of printed tables a ledger is solved, where no list says it. Throws a Refusal with all that is
 * wrong with them, and writes nothing.
 */
export async function importFiles(order: ImportOrder, setting: Setting): Promise<Imported> {
  const { program, project, step } = setting;
  const recovered = await step("读取", few(order.files, 3), () => recoverAll(order.files, setting));
  const target = targetOf(order, recovered, project);
  const { data, pack: packName, source } = target;
  const codes = validateCodeLists(readCodeLists(program.folder, project, data.year), program.schemas);
  const pack = validatePack(readPack(project, packName), program.schemas, codes);
  const wordFile = readSharedYaml(program.folder, WORDS);
  refuseOnError(checkShape(wordFile, program.schemas.detailLists));
  const words = detailWords(wordFile.value);
  const documents = documentsOf(recovered, data.year, target);
  const facts = documentFacts(target, pack, codes);
  const reading = { words, codes, pack, data, unit: target.unit, titles: printedTitles(facts) };
  const lists = await step("认表", data.file, () =>
    readLists(documents, reading, kindIn(source ?? target.before)),
  );
  const printed = await step("推算", data.file, () => printedOf(recovered, lists, target, facts, project));
  const prose = proseOf(documents, pack);
  const given = givenBy(target, lists, printed, prose);
  if (Object.keys(given).every((key) => key === "单位") && prose.says.length === 0)
    throw new Refusal([nothing(order.files, lists.detail)]);
  const { origins } = lists.detail;
  const written = await step("写出", data.file, () =>
    writeImported({ data, pack: packName, given, origins, source }, setting),
  );
  return told({ written, lists, printed, prose, recovered, target });
}

function documentFacts({ data, source, unit }: ImportTarget, pack: Pack, codes: CodeLists): DocumentFacts {
  const { code, name } = unit;
  const isDepartment = source !== undefined && valueAt(source.value, ["汇总单位"]) !== undefined;
  return {
    ...{ pack, codes, year: data.year },
    discloser: isDepartment ? "部门" : "单位",
    ...(name !== undefined && { unit: { code, name } }),
  };
}

/** What printed tables say: of last year where no data does, of this one where no list does. */
async function printedOf(
  recovered: readonly Recovered[],
  { kind, detail, printed }: ReadLists,
  target: ImportTarget,
  facts: DocumentFacts,
  project: string,
): Promise<readonly PrintedImport[]> {
  const { data, unit } = target;
  const hasLastYear = hasDataFile(project, dataFile(data.unit, data.year - 1));
  const before = hasLastYear ? [] : documentsOf(recovered, data.year - 1, target);
  const isListed = "基本支出" in detail.given || "项目" in detail.given;
  return [
    lastYearPrinted(before, { ...facts, year: data.year - 1 }, kind),
    await solvedPrinted(isListed ? [] : printed, facts, { code: unit.code, kind }),
  ];
}

/** All facts together; where several say the same, lists are surest. */
function givenBy(
  target: ImportTarget,
  { kind, detail }: ReadLists,
  printed: readonly PrintedImport[],
  prose: Prose,
): { readonly [key: string]: Plain } {
  const unit = {
    ...(target.source ? {} : unitFacts(target, kind)),
    ...(prose.given.单位 as object | undefined),
  };
  const named = detail.namedCodes;
  return {
    ...prose.given,
    ...(Object.keys(unit).length > 0 && { 单位: unit }),
    ...Object.assign({}, ...printed.map((each) => each.given)),
    ...detail.given,
    ...(Object.keys(named).length > 0 && { 科目名称: named }),
  };
}

/** All files are read before anything is said: what is wrong with them is told together. */
async function recoverAll(files: readonly string[], setting: Setting): Promise<readonly Recovered[]> {
  const folder = setting.given ?? setting.project;
  const refused: Diagnostic[] = [];
  const keep = (found: readonly Diagnostic[]): undefined => {
    refused.push(...found);
    return undefined;
  };
  const read: Recovered[] = [];
  for (const file of new Set(files)) {
    const recovered = await orElseLater(async () => recover(readGivenDocument(folder, file)), keep);
    if (recovered) read.push(recovered);
  }
  if (refused.length > 0) throw new Refusal(refused);
  return read;
}

/** Prose of the year, in the shape of the data, and what was taken of it in words. */
interface Prose {
  readonly given: { readonly [key: string]: Plain };
  readonly says: readonly string[];
}

function proseOf(recovered: readonly Recovered[], pack: Pack): Prose {
  const paragraphs = recovered.flatMap(({ file, paragraphs }) =>
    paragraphs.map(({ text, where }) => ({ text, where: `${file} ${where}` })),
  );
  const { duties, offices, officesWhere, reasons } = proseFacts(paragraphs, [...pack.measures.keys()]);
  const texts = duties.map(({ text }) => text);
  const unit = {
    ...(texts.length > 0 && {
      主要职责: texts.length === 1 ? (texts[0] ?? "").replace(/。$/u, "") : `${texts.join("\n")}\n`,
    }),
    ...(offices.length > 0 && { 内设机构: offices }),
  };
  const why = [...reasons].map(([name, { text }]) => [name, text]);
  return {
    given: {
      ...(Object.keys(unit).length > 0 && { 单位: unit as Plain }),
      ...(why.length > 0 && { 原因: Object.fromEntries(why) as Plain }),
    },
    says: [
      ...(texts.length > 0 ? [`主要职责 ${texts.length} 段（${duties[0]?.where}），原样取的，请读一遍`] : []),
      ...(offices.length > 0 ? [`内设机构 ${offices.length} 个（${officesWhere}）`] : []),
      ...(why.length > 0 ? [`增减的原因 ${why.length} 条，原样取的，请读一遍`] : []),
    ],
  };
}

function nothing(files: readonly string[], { others }: DetailResult): Diagnostic {
  const heads = others.map(({ file, table, lacks }) => {
    const lack = lacks === undefined ? "" : `（没有“${lacks}”一列）`;
    return `${file} ${table.name}${lack}`.trim();
  });
  return unplaced(
    "导入/没有",
    `${few(files, 3)} 里没有能取的：没有明细表，也没有单位职责`,
    ...(heads.length > 0 ? [`认不出的表：${few(heads, 5)}`] : []),
    "怎么改：导出带功能科目、经济科目、资金来源、金额的明细表，再导入；列的叫法见 schemas/detail-lists.yaml",
  );
}

/** No more than an officer answers at one sitting. */
const MOST_QUESTIONS = 5;

interface Done {
  readonly written: ImportedData;
  readonly lists: ReadLists;
  readonly printed: readonly PrintedImport[];
  readonly prose: Prose;
  readonly recovered: readonly Recovered[];
  readonly target: ImportTarget;
}

function told({ written, lists: { detail }, printed, prose, recovered, target }: Done): Imported {
  const lists = detail.lists.filter(({ repeats }) => repeats === undefined);
  const lost = lists.reduce(
    (sum, { wrongSums, unfit }) => sum + wrongSums.length + unfit.filter(({ isTaken }) => !isTaken).length,
    0,
  );
  const unseen = recovered.flatMap(({ file, remarks }) =>
    remarks.map((each) =>
      warning(
        "导入/看不见",
        `${file} ${each}`,
        undefined,
        "怎么改：打开文件看一遍，有不该漏的，取消隐藏、算出公式，存盘再导入；没有的，不必改",
      ),
    ),
  );
  const solved = printed.filter(({ cells }) => cells.given > 0);
  const notes = detailNotes(solved.length > 0 ? { ...detail, others: [] } : detail);
  return {
    data: target.data,
    isNew: target.source === undefined,
    taken: [...lists.map(listWords), ...prose.says, ...printed.flatMap(({ says }) => says)],
    disagreements: written.disagreements,
    questions: [...questionsOf(detail), ...printed.flatMap(({ questions }) => questions)].slice(
      0,
      MOST_QUESTIONS,
    ),
    amounts: { taken: detail.origins.length, given: detail.origins.length + lost },
    cells: {
      again: solved.reduce((sum, { cells }) => sum + cells.again, 0),
      given: solved.reduce((sum, { cells }) => sum + cells.given, 0),
    },
    origins: written.origins,
    warnings: [...unseen, ...notes, ...printed.flatMap(({ warnings }) => warnings)],
  };
}

function listWords({ file, table, kind, lines, taken }: ReadList): string {
  const sheet = table.name === "" ? "" : ` “${table.name}”`;
  return `${file}${sheet}：${kind}明细 ${lines.length || taken.size} 行`;
}
