import { check } from "./check/check.js";
import { compose } from "./compose/report.js";
import type { Step } from "./console/progress.js";
import { openBooks } from "./derive/books.js";
import { deriveLedger } from "./derive/ledger.js";
import { type Diagnostic, refuseOnError } from "./diagnostic.js";
import type { Budget } from "./model/budget.js";
import type { Pack } from "./model/pack.js";
import type { Report } from "./model/report.js";
import type { Schemas } from "./model/sources.js";
import { proofread } from "./proofread/proofread.js";
import type { DataFile } from "./read/data-files.js";
import { readSchemas, readSources, textsOf } from "./read/sources.js";
import { type Fonts, loadFonts } from "./render/fonts.js";
import { renderPdf } from "./render/pdf.js";
import { validateDisclosure } from "./validate/disclosure.js";
import { writeOutput } from "./write/output.js";

/** Which disclosure to build, and into which folder of the project. */
export interface Order {
  readonly data: DataFile;
  /** the template pack, where it is not the one that the data names */
  readonly pack?: string | undefined;
  readonly output: string;
}

/** What every disclosure needs of the program's own files. */
export interface Program {
  /** holds the code lists */
  readonly folder: string;
  readonly schemas: Schemas;
  readonly fonts: Fonts;
}

/** Opens the program in `folder`; throws a Refusal when something of it is missing. */
export function openProgram(folder: string): Program {
  return { folder, schemas: readSchemas(folder), fonts: loadFonts(`${folder}/fonts`) };
}

/** With what, for whom, and whom it tells what it is doing. */
export interface Setting {
  readonly program: Program;
  /** holds data, templates and the output */
  readonly project: string;
  /** whether warnings stop too */
  readonly strict: boolean;
  /** does a step of the build under its name */
  readonly step: Step;
}

/** A disclosure in which nothing is wrong. */
export interface Examined {
  readonly budget: Budget;
  readonly pack: Pack;
  readonly report: Report;
  readonly warnings: readonly Diagnostic[];
}

export interface Built {
  /** the PDF, relative to the project */
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  readonly warnings: readonly Diagnostic[];
}

/** Reads, checks and composes one disclosure. Throws a Refusal with all that was found when anything is wrong. */
export async function examine(
  { data, pack: packName }: Pick<Order, "data" | "pack">,
  setting: Setting,
): Promise<Examined> {
  const { program, project, strict, step } = setting;
  const sources = await step("读取", data.file, () => readSources(program.folder, project, data, packName));
  const { year, lastYear, pack, warnings } = await step("核验", "格式、科目、版式", () =>
    validateDisclosure(sources, program.schemas),
  );
  const books = await step("记账", pack.name, () =>
    openBooks(
      deriveLedger(year.budget, year.codes),
      pack.measures,
      lastYear && deriveLedger(lastYear.budget, lastYear.codes),
      year.budget.lastYear.figures,
    ),
  );
  const breaches = await step("勾稽", "收支、资金、科目、项目、上年", () =>
    check({ ...year, books, lastYear: lastYear?.budget, measures: pack.measures }),
  );
  const { report, diagnostics } = await step("成文", "说明和附表", () => compose(year.budget, books, pack));
  const found = [...warnings, ...breaches, ...diagnostics];
  // a report with gaps is not worth reading: it would be faulted once more for what is already said to be missing
  if (diagnostics.length > 0) refuseOnError(found);
  const slips = await step("校对", "文字、合计、缺字", () =>
    proofread({
      report,
      budget: year.budget,
      pack,
      sources: textsOf(sources),
      missing: program.fonts.missing,
    }),
  );
  const { budget } = year;
  return { budget, pack, report, warnings: refuseOnError([...found, ...slips], strict) };
}

/** Prints one disclosure. Throws a Refusal, and leaves the previous PDF as it was, when anything is wrong. */
export async function build(order: Order, setting: Setting): Promise<Built> {
  const { report, warnings } = await examine(order, setting);
  const { step, program, project } = setting;
  const { bytes, pages } = await step("排版", report.title, () => renderPdf(report, program.fonts));
  const file = `${order.output}/${report.title}.pdf`;
  await step("写出", file, () => writeOutput(project, file, bytes));
  return { file, pages, bytes: bytes.length, warnings };
}
