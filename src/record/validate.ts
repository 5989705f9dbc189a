import { problem, Refusal } from "../diagnostic.js";
import { type BuildRecord, sha256 } from "../model/record.js";
import { schemaErrors } from "../validate/schema/schema.js";

/** The build record that `content`, read from `file`, holds; throws a Refusal when it is none, or not whole. */
export function validateRecord(file: string, content: unknown, schema: object): BuildRecord {
  const [error] = schemaErrors(schema, content);
  if (error) throw new Refusal([damaged(file, wrong(error.instancePath))]);
  const record = content as BuildRecord;
  const changed = record.inputs.filter((input) => sha256(input.text) !== input.sha256);
  if (changed.length > 0) {
    throw new Refusal([damaged(file, `里面的 ${changed.map((each) => each.file).join("、")} 被改过`)]);
  }
  return record;
}

function wrong(path: string): string {
  if (path === "/format") return "它不是这个版本的程序写的";
  return path === "" ? "里面缺了内容" : `里面的“${path.slice(1)}”写得不对`;
}

function damaged(file: string, cause: string) {
  return problem(
    "记录/损坏",
    `构建记录不能用：${cause}`,
    { file, line: 1, column: 1, length: 0, excerpt: "" },
    "怎么改：构建记录由程序写，不要改它；从备份恢复，恢复不了的，用 --revision 与 git 里的版本比",
    "它的 PDF 没有公开过的，从输出文件夹里移走就可以了",
  );
}
