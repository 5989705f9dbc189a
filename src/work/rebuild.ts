import { basename, dirname, resolve } from "node:path";
import { unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { writeOutputs } from "../files/write/output.js";
import { type BuildRecord, recordFile } from "../model/record.js";
import { readRecord } from "../record/read.js";
import { besideRecord, type Setting } from "./build.js";
import { reprint } from "./republish.js";

/**
 * Makes the files that a record is of once more, byte for byte, from what the record holds: under names that say so, as
 * what has their own may be later ones. Throws a Refusal, and writes nothing, when one of them would be another.
 */
export async function rebuild(
  { record: file, output }: { readonly record: string; readonly output: string },
  setting: Setting,
): Promise<{ readonly files: readonly string[]; readonly record: BuildRecord }> {
  const { project, program, step } = setting;
  const path = resolve(project, file);
  const record = readRecord(dirname(path), basename(path), program.schemas.record);
  const again = await reprint(record, setting);
  if (again.unlike !== undefined) throw new Refusal([another(file, record, again.unlike)]);
  const files = again.files.map(({ file: name, bytes }) => {
    return { file: besideRecord(`${output}/${name}`, recordFile(record)), bytes };
  });
  await step("写出", output, () => writeOutputs(project, files));
  return { files: files.map(({ file: name }) => name), record };
}

function another(file: string, { program }: BuildRecord, cause: string) {
  return unplaced(
    "记录/不符",
    `照 ${file} 重做的，与它记的不相同，没有写出来`,
    `原因：${cause}`,
    `怎么改：用 ${program.version} 版的程序和当时的字体重做`,
  );
}
