import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { orElse, orElseLater, Refusal, refuseOnError } from "../diagnostic/refusal.js";
import type { LeftOut } from "../diagnostic/telling.js";
import type { Shelf } from "../files/bytes.js";
import { readGivenPdf, readPublished } from "../files/given.js";
import { type Output, writeOutputs } from "../files/write/output.js";
import { FORM_NAMES, type FormName } from "../model/form.js";
import type { Books } from "../model/ledger.js";
import {
  type BuildRecord,
  type FileRecord,
  filesMade,
  type ProgramRecord,
  recordFile,
  sha256,
} from "../model/record.js";
import type { Report } from "../model/report.js";
import type { Schemas, Sources } from "../model/sources.js";
import type { DataFile } from "../project/data-files.js";
import { likenessProblems, neighbours, type Resemblance } from "../project/neighbours.js";
import { inputsOf, readSchemas, readSources, readVersion } from "../project/sources.js";
import { refuseTaken } from "../record/owner.js";
import { readRecord, recordFiles } from "../record/read.js";
import { changedProgram, recordBuild, recordProgram, recordText, withForms } from "../record/record.js";
import { exportFigures } from "../render/figures/package.js";
import type { KnownFonts } from "../render/fonts/font-file.js";
import { type Fonts, loadFonts } from "../render/fonts/fonts.js";
import { type RenderedPdf, renderPdf } from "../render/pdf/pdf.js";
import { type Disclosure, validateDisclosure } from "../validate/disclosure.js";
import { formFile, formsFor, renderForms } from "./forms.js";
import { passGates } from "./gates.js";

/** Which disclosure to build, and into which folder of the project. */
export interface Order {
  readonly data: DataFile;
  /** the template pack, where it is not the one that the data names */
  readonly pack?: string | undefined;
  readonly output: string;
  /** the forms that are asked for besides the PDF */
  readonly also?: readonly FormName[] | undefined;
  /** what its data has in common with others, where that is known already */
  readonly likeness?: Resemblance | undefined;
}

/** Which disclosure to read. */
export type ReadOrder = Pick<Order, "data" | "pack" | "likeness">;

/** What every disclosure needs of the program's own files. */
export interface Program {
  /** holds the code lists */
  readonly folder: string;
  readonly schemas: Schemas;
  readonly fonts: Fonts;
  /** what it is, as far as its output depends on it */
  readonly identity: () => ProgramRecord;
  /** the module that a thread begins with which builds units, where it is not `unit-worker` itself */
  readonly thread: URL | undefined;
}

/** What was made beforehand: all but what it was made of is there only for speed. */
export interface Prepared {
  readonly fonts?: KnownFonts;
  readonly thread?: URL;
  readonly program?: PreparedProgram | undefined;
}

/** Of what the program that runs was made. */
export interface PreparedProgram extends Pick<ProgramRecord, "version"> {
  readonly source: string;
  /** Whether its sources are no longer those. */
  isStale(): boolean;
}

/** Opens the program in `folder`; throws a Refusal when something of it is missing. */
export function openProgram(folder: string, prepared: Prepared = {}): Program {
  const fonts = loadFonts(`${folder}/fonts`, prepared.fonts);
  let identity: ProgramRecord | undefined;
  return {
    folder,
    schemas: readSchemas(folder),
    fonts,
    identity() {
      const { version = readVersion(folder), source } = prepared.program ?? {};
      identity ??= recordProgram({ version, source }, fonts.faces);
      return identity;
    },
    thread: prepared.thread,
  };
}

/** Does `work`, reporting it as a step of the given name on the given thing. */
export type Step = <T>(name: string, subject: string, work: () => T | Promise<T>) => Promise<T>;

/** With what, for whom, and whom it tells what it is doing. */
export interface Setting {
  readonly program: Program;
  /** holds data, templates and the output */
  readonly project: string;
  /** where a file lies that is named, if not in the project or anywhere on the disk */
  readonly given?: Shelf;
  /** whether warnings stop too */
  readonly strict: boolean;
  /** does a step of the build under its name */
  readonly step: Step;
}

/** A disclosure in which nothing is wrong. */
export interface Examined extends Disclosure {
  readonly sources: Sources;
  readonly books: Books;
  readonly report: Report;
  readonly warnings: readonly Diagnostic[];
}

export interface Built {
  /** the PDF and the record of its making, relative to the project */
  readonly file: string;
  readonly record: string;
  /** where the PDF went that was there before, if today's program cannot make it again */
  readonly kept: string | undefined;
  readonly pages: number;
  readonly bytes: number;
  readonly forms: readonly BuiltForm[];
  /** those that stand beside it from before */
  readonly stale: readonly FormName[];
  readonly warnings: readonly Diagnostic[];
}

/** A form that was written beside its PDF, relative to the project. */
export interface BuiltForm {
  readonly file: string;
  readonly bytes: number;
}

/** The files of a disclosure, and what they have in common with those of other units. */
export function readBeside({ data, pack, likeness }: ReadOrder, { program, project }: Setting): Sources {
  const sources = readSources(program.folder, project, data, pack, true);
  const alike = likenessProblems(sources.data.own, data, likeness ?? neighbours(project)(data));
  return { ...sources, problems: [...sources.problems, ...alike] };
}

/** Reads, checks and composes one disclosure. Throws a Refusal with all that was found when anything is wrong. */
export async function examine(order: ReadOrder, setting: Setting): Promise<Examined> {
  const { program, strict, step } = setting;
  const { data } = order;
  const [sources, disclosure] = await leavingOut(["勾稽", "校对"], async () => {
    const read = await step("读取", data.file, () => readBeside(order, setting));
    const valid = await step("核验", "格式、科目、版式", () => validateDisclosure(read, program.schemas));
    return [read, valid] as const;
  });
  const { books, report, found, leftOut } = await passGates(disclosure, setting);
  const warnings = await leavingOut(leftOut, async () => refuseOnError(found, strict));
  return { ...disclosure, sources, books, report, warnings };
}

/** Has a refusal of the work say which checks have not been made because of it. */
function leavingOut<T>(leftOut: readonly LeftOut[], work: () => Promise<T>): Promise<T> {
  return orElseLater(work, (found) => {
    throw new Refusal(found, leftOut);
  });
}

/** Prints one disclosure. Throws a Refusal, and leaves the previous PDF as it was, when anything is wrong. */
export async function build(order: Order, setting: Setting): Promise<Built> {
  const { step, program, project } = setting;
  // their files are read meanwhile; who draws is told what was wrong with one
  program.fonts.open().catch(() => undefined);
  const examined = await examine(order, setting);
  const { report, pack, warnings } = examined;
  const { bytes, pages } = await step("排版", report.title.text, () => publish(report, program));
  const pdf = recordOf(order, examined, program, { bytes, pages });
  const record = `${order.output}/${recordFile(pdf)}`;
  const wanted = formsFor(pack, [...(order.also ?? []), ...formsBefore(record, setting)]);
  const forms = (await renderForms(report, wanted, setting)).map((made) => {
    return { ...made, file: formFile(pdf.pdf.file, made.form) };
  });
  const file = `${order.output}/${pdf.pdf.file}`;
  const kept = await step("写出", file, () => {
    refuseTaken(file, order.data, order.output, project);
    const former = formerFiles(file, order.output, pdf, setting);
    // the record first: no PDF without its record
    writeOutputs(project, [
      { file: record, bytes: Buffer.from(recordText(withForms(pdf, forms))) },
      ...former,
      ...forms.map((form) => ({ file: `${order.output}/${form.file}`, bytes: form.bytes })),
      { file, bytes },
    ]);
    return former[0]?.file;
  });
  return {
    ...{ file, record, kept, pages, bytes: bytes.length, warnings },
    forms: forms.map((form) => ({ file: `${order.output}/${form.file}`, bytes: form.bytes.length })),
    stale: staleForms(file, wanted, project),
  };
}

/** The forms that were made with the same PDF before: the record that names them is written anew. */
function formsBefore(record: string, { project, program }: Setting): readonly FormName[] {
  return orElse(
    () => readRecord(project, record, program.schemas.record).forms?.map(({ form }) => form) ?? [],
    () => [],
  );
}

/** The forms that stand beside a PDF and were not made with it. */
function staleForms(file: string, made: readonly FormName[], project: string): readonly FormName[] {
  return FORM_NAMES.filter((form) => !made.includes(form) && isThere(project, formFile(file, form)));
}

function isThere(project: string, file: string): boolean {
  return orElse(
    () => readPublished(project, file).bytes.length > 0,
    () => false,
  );
}

/**
 * The PDF that stands where another is to be written, and the forms that came with it, under names of their own, if only
 * another program can make them.
 */
function formerFiles(
  file: string,
  output: string,
  { pdf }: BuildRecord,
  { program, project }: Setting,
): readonly Output[] {
  const hash = orElse(
    () => sha256(readGivenPdf(project, file)),
    () => undefined,
  );
  if (hash === undefined || hash === pdf.sha256) return [];
  const [name] = recordFiles(project, output, { sha256: hash });
  if (name === undefined) return [];
  const former = orElse(
    () => readRecord(project, name, program.schemas.record),
    () => undefined,
  );
  if (former && changedProgram(former, program.identity()).length === 0) return [];
  const standing: readonly Pick<FileRecord, "file" | "sha256">[] = former
    ? filesMade(former)
    : [{ file: pdf.file, sha256: hash }];
  return standing.flatMap((each) => {
    const bytes = standingAs(each, output, project);
    return bytes ? [{ file: besideRecord(`${output}/${each.file}`, name), bytes }] : [];
  });
}

/** A file as it was made, where it still stands under its name. */
export function standingAs(
  { file, sha256: hash }: Pick<FileRecord, "file" | "sha256">,
  output: string,
  project: string,
): Uint8Array | undefined {
  const bytes = orElse(
    () => readPublished(project, `${output}/${file}`).bytes,
    () => undefined,
  );
  return bytes && sha256(bytes) === hash ? bytes : undefined;
}

/** The name of a file that is known by its record, as another stands under its own. */
export function besideRecord(file: string, record: string): string {
  return file.replace(/\.[a-z]+$/, (ending) => `（${record.replace(/^.*\/|\.json$/g, "")}）${ending}`);
}

/** A report as it is published, with its figures as data inside. */
export function publish(report: Report, { fonts }: Program): Promise<RenderedPdf> {
  return renderPdf(report, fonts, undefined, exportFigures(report));
}

/** The record of the PDF that an examined disclosure was printed as. */
export function recordOf(
  { data, pack }: Order,
  { report, year, sources }: Examined,
  program: Program,
  { bytes, pages }: { readonly bytes: Uint8Array; readonly pages: number },
): BuildRecord {
  return recordBuild({
    title: report.title.text,
    unit: data.unit,
    year: data.year,
    pack: pack ?? year.budget.pack,
    program: program.identity(),
    inputs: inputsOf(sources),
    pdf: { file: `${report.title.text}.pdf`, pages, content: bytes },
  });
}
