import { problem, Refusal } from "../diagnostic.js";
import { namesIn, readBytes, type Shelf } from "../files/bytes.js";
import { decode } from "../files/decode.js";
import { wholeFile } from "../files/place.js";

/** Names as `recordFile` makes them: unit, year, and the beginning of the PDF's hash. */
const RECORD = /^(.+)-(\d{4})\.([0-9a-f]{12})\.json$/;

/** A department's record holds the files of hundreds of units. */
const LARGEST = 64 * 1024 * 1024;

/** Which records are looked for, by what their names say. */
export interface RecordQuery {
  readonly unit?: string;
  readonly year?: number;
  /** of the PDF */
  readonly sha256?: string;
}

/** The build records in a folder that answer a query, by their paths. */
export function recordFiles(shelf: Shelf, folder: string, query: RecordQuery): readonly string[] {
  return namesIn(shelf, folder)
    .filter((name) => answers(name, query))
    .map((name) => `${folder}/${name}`);
}

/** The unit that a build record is of, by its name. */
export function unitOfRecord(file: string): string {
  return RECORD.exec(file.slice(file.lastIndexOf("/") + 1))?.[1] ?? "";
}

function answers(name: string, { unit, year, sha256 }: RecordQuery): boolean {
  const [, ofUnit, ofYear, beginning = ""] = RECORD.exec(name) ?? [];
  if (ofUnit === undefined) return false;
  return (
    (unit === undefined || unit === ofUnit) &&
    (year === undefined || String(year) === ofYear) &&
    (sha256 === undefined || sha256.startsWith(beginning))
  );
}

/** What a build record holds, not yet checked; throws a Refusal when it cannot be read. */
export function readRecord(shelf: Shelf, file: string): unknown {
  const text = decode(file, readBytes(shelf, file, LARGEST));
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
