import { orElse } from "../diagnostic/refusal.js";
import { type BuildRecord, filesMade } from "../model/record.js";
import type { DataFile } from "../project/data-files.js";
import { rawInputs } from "../project/sources.js";
import { readRecord, recordFiles } from "../record/read.js";
import { changedProgram, holdsInputs } from "../record/record.js";
import { wordBehind } from "../yaml/glance.js";
import { type Built, type Order, type Setting, standingAs } from "./build.js";

/**
 * The PDF that a build would write again, byte for byte, because it is there as its record says, and so are the forms that
 * are asked for, and data, pack, code lists and program are those that it was made from; undefined where that is not known for certain. `records` are those
 * that there are of the order's unit and year.
 */
export function currentOf(
  order: Order,
  setting: Setting,
  records: readonly string[] = recordFiles(setting.project, order.output, order.data),
): Pick<Built, "file" | "pages"> | undefined {
  for (const name of records) {
    // what cannot be read says nothing
    const found = orElse(() => currentBy(name, order, setting));
    if (found) return found;
  }
  return undefined;
}

function currentBy(
  name: string,
  { data, pack, output, also = [] }: Order,
  { program, project }: Setting,
): Pick<Built, "file" | "pages"> | undefined {
  const record = readRecord(project, name, program.schemas.record);
  if (pack === undefined ? !namesPack(record, data) : pack !== record.pack) return undefined;
  if (changedProgram(record, program.identity()).length > 0) return undefined;
  if (!holdsInputs(record, rawInputs(program.folder, project, data, record.pack))) return undefined;
  if (!also.every((form) => record.forms?.some((made) => made.form === form))) return undefined;
  const { file, pages } = record.pdf;
  return filesMade(record).every((made) => standingAs(made, output, project))
    ? { file: `${output}/${file}`, pages }
    : undefined;
}

/** Whether the data that a PDF was made from is seen to name the pack too. */
function namesPack({ inputs, pack }: BuildRecord, { file }: DataFile): boolean {
  const text = inputs.find((input) => input.file === file)?.text ?? "";
  return wordBehind(text, "版式") === pack;
}
