import { problem, wholeFile } from "../diagnostic/diagnostic.js";
import { orElse, Refusal } from "../diagnostic/refusal.js";
import { namesIn, readBytes, type Shelf } from "../files/bytes.js";
import { decode } from "../files/decode.js";
import { type BuildRecord, sha256 } from "../model/record.js";
import { schemaErrors } from "../validate/schema/schema.js";

/** Names as `recordFile` makes them: unit, year, and the beginning of the PDF's hash. */
const RECORD = /^(.+)-(\d{4})\.([0-9a-f]{12})\.json$/;

/** A department's record holds the files of hundreds of units. */
const LARGEST = 64 * 1024 * 1024;

/** Which records are looked for, by what their names say. */
export interface RecordQuery extends Partial<Pick<BuildRecord, "unit" | "year">> {
  /** of the PDF */
  readonly sha256?: string;
}

/** The build records in a folder that answer a query, by their paths. */
export function recordFiles(shelf: Shelf, folder: string, query: RecordQuery): readonly string[] {
  return namesIn(shelf, folder)
    .filter((name) => answers(name, query))
    .map((name) => `${folder}/${name}`);
}

/** The build records in a folder that may be of a file with this hash: of a PDF by their names, of a form by what they hold. */
export function recordsOfFile(shelf: Shelf, folder: string, hash: string): readonly string[] {
  const named = recordFiles(shelf, folder, { sha256: hash });
  if (named.length > 0) return named;
  const holds = (file: string): boolean => Buffer.from(readBytes(shelf, file, LARGEST)).includes(hash);
  return recordFiles(shelf, folder, {}).filter((file) =>
    orElse(
      () => holds(file),
      () => false,
    ),
  );
}

/** The unit that a build record is of, by its name. */
export function unitOfRecord(file: string): string {
  return RECORD.exec(file.slice(file.lastIndexOf("/") + 1))?.[1] ?? "";
}

function answers(name: string, { unit, year, sha256: hash }: RecordQuery): boolean {
  const [, ofUnit, ofYear, beginning = ""] = RECORD.exec(name) ?? [];
  if (ofUnit === undefined) return false;
  return (
    (unit === undefined || unit === ofUnit) &&
    (year === undefined || String(year) === ofYear) &&
    (hash === undefined || hash.startsWith(beginning))
  );
}

/** The build record in a file; throws a Refusal when it cannot be read, is none, or is not whole. */
export function readRecord(shelf: Shelf, file: string, schema: object): BuildRecord {
  const content = parsed(decode(file, readBytes(shelf, file, LARGEST)), file);
  const [error] = schemaErrors(schema, content);
  if (error) throw new Refusal([damaged(file, wrong(error.instancePath))]);
  const record = content as BuildRecord;
  const changed = record.inputs.filter((input) => sha256(input.text) !== input.sha256);
  if (changed.length > 0) {
    throw new Refusal([damaged(file, `里面的 ${changed.map((each) => each.file).join("、")} 被改过`)]);
  }
  return record;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal([
      problem(
        "记录/损坏",
        "构建记录不是完好的 JSON",
        wholeFile(file),
        "怎么改：从备份恢复它；恢复不了的，用 --revision 与 git 里的版本比",
        "它的 PDF 没有公开过的，从输出文件夹里移走就可以了",
      ),
    ]);
  }
}

function wrong(path: string): string {
  if (path === "/format") return "它不是这个版本的程序写的";
  return path === "" ? "里面缺了内容" : `里面的“${path.slice(1)}”写得不对`;
}

function damaged(file: string, cause: string) {
  return problem(
    "记录/损坏",
    `构建记录不能用：${cause}`,
    wholeFile(file),
    "怎么改：构建记录由程序写，不要改它；从备份恢复，恢复不了的，用 --revision 与 git 里的版本比",
    "它的 PDF 没有公开过的，从输出文件夹里移走就可以了",
  );
}
