import { type Diagnostic, problem, wholeFile } from "../diagnostic/diagnostic.js";
import { orElse, Refusal } from "../diagnostic/refusal.js";
import { readGivenPdf } from "../files/given.js";
import { sha256 } from "../model/record.js";
import type { DataFile } from "../project/data-files.js";
import { recordFiles, unitOfRecord } from "./read.js";

/** Refused because another unit's PDF stands where one was to be written. */
export class NameTaken extends Refusal {
  readonly file: string;
  constructor(file: string, data: DataFile, others: readonly string[]) {
    super([sameName(file, data, others)]);
    this.file = file;
  }
}

/** A PDF is named after its unit: that another unit has the same name must not cost that one its PDF. */
export function refuseTaken(file: string, data: DataFile, output: string, project: string): void {
  const owners = ownersOf(file, output, project);
  if (owners.length > 0 && !owners.includes(data.unit)) throw new NameTaken(file, data, owners);
}

/** The units that have a record of the PDF in `file`, as it is now. */
function ownersOf(file: string, output: string, project: string): readonly string[] {
  // what is not there, or is no PDF, is nobody's
  const hash = orElse(() => sha256(readGivenPdf(project, file)));
  return hash === undefined ? [] : recordFiles(project, output, { sha256: hash }).map(unitOfRecord);
}

/** That the PDFs of units would be one file. */
export function sameName(file: string, data: DataFile, others: readonly string[]): Diagnostic {
  return problem(
    "数据/重复",
    `单位 ${[data.unit, ...others].sort().join("、")} 的名称相同，PDF 都要写到 ${file}`,
    wholeFile(data.file),
    "说明：PDF 以单位名称命名；那里原来有别的单位的 PDF，就没有动它",
    "怎么改：核对单位名称；确实同名的，分别用 --unit 和 --output 写到不同的文件夹",
    "是同一个单位换了代码的，把原来的 PDF 和构建记录从那里移走",
  );
}
