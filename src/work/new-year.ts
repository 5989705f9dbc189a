import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import type { Code } from "../diagnostic/diagnostic-codes.js";
import { Refusal } from "../diagnostic/refusal.js";
import { alreadyThere, writeNew } from "../files/write/new-file.js";
import type { CodeLists } from "../model/budget.js";
import { gapPaths, isUndecided } from "../model/gap.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import { type Source, valueAt } from "../model/source.js";
import type { Sources } from "../model/sources.js";
import { readCodeLists } from "../project/codes.js";
import { type DataFile, dataFile, hasDataFile, unitsIn } from "../project/data-files.js";
import { formerCodeIn } from "../project/former-code.js";
import { readSources } from "../project/sources.js";
import { changedCodes } from "../renew/codes.js";
import { locate } from "../renew/locate.js";
import { carriedParts, renew } from "../renew/renew.js";
import type { Renewal } from "../renew/renewal.js";
import { budgetProblems } from "../validate/budget/budget.js";
import { validateCodeLists } from "../validate/budget/code-lists.js";
import { checkDocumentCodes } from "../validate/budget/document-codes.js";
import { dataForms } from "../validate/data-form.js";
import { checkPackYear, validateDisclosure } from "../validate/disclosure.js";
import { commentsIn } from "../yaml/comments.js";
import { readYamlText } from "../yaml/yaml.js";
import type { Order, Program, Setting } from "./build.js";
import { passGates } from "./gates.js";

/** Next year's data, and what is to be minded about it or about this year's. */
export interface Renewed {
  readonly renewal: Renewal;
  readonly warnings: readonly Diagnostic[];
  /** how many warnings a check has of this year's data: they are its own, and told by it */
  readonly doubts: number;
}

/**
 * Writes the data of the year after `data`, to be filled in. This year's must be whole and valid; what a check finds
 * wrong with its sums and words is a warning: every build reads them again, so they can be mended until then. Throws a
 * Refusal, and writes nothing, when this year's data is not fit, or when next year's is there already.
 */
export async function newYear(
  { data }: Pick<Order, "data">,
  { program, project, step }: Omit<Setting, "strict">,
): Promise<Renewed> {
  const next = dataFile(data.unit, data.year + 1);
  const sources = await step("读取", data.file, () => readThisYear(program, project, data, next));
  const valid = await step("核验", "格式、科目、版式", () => validateDisclosure(sources, program.schemas));
  const { found } = await passGates(valid, { program, step });
  const codes = validateCodeLists(readCodeLists(program.folder, project, next.year), program.schemas);
  const { file, renewal } = await step("转年", `${data.year} → ${next.year}`, () =>
    renewedFile(sources.data.own, data, next, valid.pack.facts, {
      before: valid.year.codes,
      after: codes,
    }),
  );
  const lasting = [
    ...[
      ...budgetProblems(file, dataForms(sources, program.schemas).year.schema, codes),
      ...checkDocumentCodes([file], codes),
    ].filter(isLasting),
    ...checkPackYear(file, next.year, valid.pack),
  ];
  await step("写出", next.file, () =>
    writeNew(project, next.file, new TextEncoder().encode(file.text), howToGoOn(next)),
  );
  // next year's comparisons will be made with its sums, and its words are carried over
  const faulty = found.filter(({ severity }) => severity === "错误");
  const warnings = [...faulty, ...lasting].map((each) => ({ ...each, severity: "警告" as const }));
  return { renewal, warnings, doubts: found.length - faulty.length };
}

function renewedFile(
  source: Source,
  data: DataFile,
  next: DataFile,
  asked: readonly AskedFact[],
  codes: { readonly before: CodeLists; readonly after: CodeLists },
): { readonly file: Source; readonly renewal: Renewal } {
  const { text, changes } = renew(source, data.year, commentsIn(source), asked);
  const file = readYamlText(next.file, text);
  const all = [...changes, ...changedCodes(source.value, codes.before, codes.after, next.year)];
  const renewal = {
    from: data.file,
    file: next.file,
    unit: next.unit,
    year: next.year,
    carried: carriedParts(file.value),
    changes: locate(file, all, commentsIn(file), data.year),
  };
  return { file, renewal };
}

/** What this year's disclosure is made from; throws a Refusal when next year's data is there, or this year's has gaps. */
function readThisYear(program: Program, project: string, data: DataFile, next: DataFile): Sources {
  const there = hasDataFile(project, next) ? next : underNewCode(project, data);
  if (there) throw new Refusal([alreadyThere(there.file, howToGoOn(there))]);
  const sources = readSources(program.folder, project, data);
  const unfilled = unfilledFile(sources.data.own, data, next);
  if (unfilled) throw new Refusal([unfilled]);
  return sources;
}

/** The data of next year of a unit that has another code then. */
function underNewCode(project: string, { unit, year }: DataFile): DataFile | undefined {
  return unitsIn(project)
    .filter(({ years }) => years.includes(year + 1) && !years.includes(year))
    .map((each) => dataFile(each.unit, year + 1))
    .find(({ file }) => formerCodeIn(project, file) === unit);
}

function howToGoOn(next: DataFile): readonly string[] {
  return [
    `怎么改：接着填它；还有哪些没有填，运行 ${checkCommand(next)}`,
    "要从头再做的，先把它移走或改名，再运行一次",
  ];
}

function unfilledFile(source: Source, data: DataFile, next: DataFile): Diagnostic | undefined {
  const [first, ...others] = gapPaths(source.value);
  if (!first) return undefined;
  const isChoice = [first, ...others].every((path) => isUndecided(valueAt(source.value, path)));
  return problem(
    isChoice ? "数据/待定" : "数据/待填",
    `${data.file} 还有 ${others.length + 1} 处没有${isChoice ? "定" : "填"}，从它做不出 ${next.year} 年的`,
    source.placeOf(first),
    `怎么改：接着填它；还有哪些没有填，运行 ${checkCommand(data)}`,
    `填完了，再做 ${next.year} 年的`,
  );
}

function checkCommand({ unit, year }: DataFile): string {
  return `npm run check -- --unit ${unit} --year ${year}`;
}

const LASTING: ReadonlySet<Code> = new Set(["数据/科目表年份", "数据/科目年份"]);

/** What will be wrong with the new file even when its gaps are filled. */
function isLasting({ severity, code }: Diagnostic): boolean {
  return LASTING.has(code) || (severity === "错误" && code !== "数据/待填" && code !== "数据/待定");
}
