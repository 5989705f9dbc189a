import { problem, Refusal } from "../diagnostic.js";
import { namesIn, readBytes } from "./bytes.js";
import { decode } from "./decode.js";
import { wholeFile } from "./place.js";

/** A record holds a unit's files of two years, of which each may be as large as a budget file. */
const LARGEST = 32 * 1024 * 1024;

/** Names as `recordFile` makes them: that of the PDF, and the beginning of its hash. */
const RECORD = /\.([0-9a-f]{12})\.json$/;

/** The build records in a folder of the project, by their paths; of one PDF only, where its hash is given. */
export function recordFiles(project: string, folder: string, sha256?: string): readonly string[] {
  return namesIn(project, folder)
    .filter((name) => {
      const beginning = RECORD.exec(name)?.[1];
      return beginning !== undefined && (sha256 === undefined || sha256.startsWith(beginning));
    })
    .map((name) => `${folder}/${name}`);
}

/** What a build record holds, not yet checked; throws a Refusal when it cannot be read. */
export function readRecord(project: string, file: string): unknown {
  const text = decode(file, readBytes(project, file, LARGEST));
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
