import { compose } from "../compose/report.js";
import { type Diagnostic, unplaced, warning } from "../diagnostic/diagnostic.js";
import { orElseLater, Refusal, refuseOnError } from "../diagnostic/refusal.js";
import type { Budget } from "../model/budget.js";
import {
  type BuildRecord,
  type FileRecord,
  type FormRecord,
  filesMade,
  type PdfRecord,
  sha256,
} from "../model/record.js";
import type { Report } from "../model/report.js";
import type { Sources } from "../model/sources.js";
import { dataFile } from "../project/data-files.js";
import { readSources } from "../project/sources.js";
import { changedProgram } from "../record/record.js";
import type { RenderedPdf } from "../render/pdf/pdf.js";
import { validateDisclosure } from "../validate/disclosure.js";
import { type PublishedDisclosure, validatePublished } from "../validate/published.js";
import { type Order, publish, type Setting } from "./build.js";
import { renderForm } from "./forms.js";
import { keepBooks } from "./gates.js";
import { migrated } from "./migrations.js";
import { type Publication, recorded } from "./published.js";

/** What was published, put together once more. */
export interface Republished {
  readonly sources: Sources;
  readonly budget: Budget;
  readonly report: Report;
  /** what of its files the program of today does not know: each “file 的 key” */
  readonly unknown: readonly string[];
}

/** A disclosure as it was published; what would be said against it today is another matter, if only it can be read. */
export async function composePublished(
  { data, pack }: Pick<Order, "data" | "pack">,
  { name, program, project, record }: Publication,
  setting: Setting,
): Promise<Republished> {
  const { step } = setting;
  const composed = async (): Promise<Republished> => {
    const sources = await step("读取", data.file, () =>
      readSources(program, project, data, record?.pack ?? pack),
    );
    const disclosure = await step("核验", "格式、科目、版式", () => validated(sources, record, setting));
    const books = await step("记账", disclosure.pack.name, () => keepBooks(disclosure));
    const { report, diagnostics } = compose(disclosure.year.budget, books, disclosure.pack);
    // no PDF was ever built of it
    if (!record) refuseOnError(diagnostics);
    return { sources, budget: disclosure.year.budget, report, unknown: disclosure.unknown };
  };
  return orElseLater(composed, (found) => {
    throw new Refusal([unusable(name, record, found, setting)]);
  });
}

/** Of a commit nobody knows whether a program has ever let it through. */
function validated(
  sources: Sources,
  record: BuildRecord | undefined,
  { program }: Setting,
): PublishedDisclosure {
  if (!record) return { ...validateDisclosure(sources, program.schemas), unknown: [] };
  return validatePublished(migrated(sources, record.program.version), program.schemas);
}

/** Files made once more from nothing but what their record holds and the program of today. */
export interface Reprint {
  /** by the names that the record has for them */
  readonly files: readonly Pick<Remade, "file" | "bytes">[];
  /** in what they differ from those of the record, in the officer's words; undefined where not in one byte */
  readonly unlike: string | undefined;
}

interface Remade {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly made: FileRecord;
}

/** Makes files of a record again, all or those that are asked for; throws a Refusal where what it holds can no longer be read. */
export async function reprint(
  record: BuildRecord,
  setting: Setting,
  wanted: readonly (PdfRecord | FormRecord)[] = filesMade(record),
): Promise<Reprint> {
  const order = { data: dataFile(record.unit, record.year), pack: record.pack };
  const { report, unknown } = await composePublished(order, recorded(record), setting);
  const files: Remade[] = [];
  for (const made of wanted)
    files.push({ file: made.file, bytes: await remade(made, report, setting), made });
  return { files, unlike: unlikeRecord(record, files, unknown, setting) };
}

async function remade(made: PdfRecord | FormRecord, report: Report, setting: Setting): Promise<Uint8Array> {
  if ("form" in made) return renderForm(report, made.form, setting);
  const { step, program } = setting;
  return (await step("重排", report.title.text, () => publish(report, program))).bytes;
}

function unlikeRecord(
  record: BuildRecord,
  files: readonly Pick<Remade, "bytes" | "made">[],
  unknown: readonly string[],
  { program }: Setting,
): string | undefined {
  if (files.every(({ bytes, made }) => sha256(bytes) === made.sha256)) return undefined;
  const causes = [
    ...changedProgram(record, program.identity()),
    ...(unknown.length > 0 ? [`现在的程序不认得当时的 ${unknown.join("、")}`] : []),
  ];
  return causes.length > 0 ? causes.join("；") : "程序的文件改过，而版本号没有改";
}

/** Places and old texts are those of the PDF only if the program still makes it of what is recorded. */
export function unlikePublished(
  { record }: Publication,
  again: RenderedPdf,
  { unknown }: Republished,
  setting: Setting,
): readonly Diagnostic[] {
  const cause = record && unlikeRecord(record, [{ ...again, made: record.pdf }], unknown, setting);
  if (cause === undefined) return [];
  return [
    warning(
      "记录/不符",
      `公开的文件现在重排，与原来的不完全相同：${cause}`,
      undefined,
      "怎么改：公开更正说明以前，把里面的页码和原来的内容与公开的文件核对一遍",
    ),
  ];
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
  return unplaced(
    "记录/不能用",
    `公开时的数据现在读不了（${name}），不能比对；现在的数据没有错，不用改`,
    ...faults,
    ...others,
    `怎么改：${remedy}`,
  );
}
