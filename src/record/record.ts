import {
  type BuildRecord,
  type FormRecord,
  type InputRecord,
  type PdfRecord,
  type ProgramRecord,
  type RecordedText,
  sha256,
} from "../model/record.js";
import { nameOfList } from "../project/codes.js";

export const FORMAT = "yusuan-gongkai/record/1";

export type WrittenRecord = BuildRecord & { readonly format: typeof FORMAT };

/** What a build was made of and what came of it. */
export interface Build extends Pick<BuildRecord, "title" | "unit" | "year" | "pack" | "program"> {
  readonly inputs: readonly RecordedText[];
  readonly pdf: Pick<PdfRecord, "file" | "pages"> & { readonly content: Uint8Array };
}

/** The record of a build. The same build gives the same record. */
export function recordBuild({ inputs, pdf, ...build }: Build): BuildRecord {
  const { file, pages, content } = pdf;
  return {
    ...build,
    pdf: { file, sha256: sha256(content), bytes: content.length, pages },
    inputs: inputs.map(({ file, text, whole }): InputRecord => {
      return { file, sha256: sha256(text), text, ...(whole !== undefined && { whole }) };
    }),
  };
}

/** A form as it was made, under its name. */
export interface MadeFormFile extends Pick<FormRecord, "form" | "file"> {
  readonly bytes: Uint8Array;
}

/** The record of a build that made forms, too. */
export function withForms(record: BuildRecord, forms: readonly MadeFormFile[]): BuildRecord {
  if (forms.length === 0) return record;
  return {
    ...record,
    forms: forms.map(({ form, file, bytes }) => ({ form, file, sha256: sha256(bytes), bytes: bytes.length })),
  };
}

/** A record as the text of its file. */
export function recordText({ title, unit, year, pack, pdf, forms, program, inputs }: BuildRecord): string {
  const written = { format: FORMAT, title, unit, year, pack, pdf, forms, program, inputs };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** What the program is, as far as its output depends on it. */
export function recordProgram(
  { version, source }: { readonly version: string; readonly source: string | undefined },
  fonts: readonly Pick<InputRecord, "file" | "sha256">[],
): ProgramRecord {
  return {
    version,
    ...(source !== undefined && { source }),
    fonts: Object.fromEntries(fonts.map((font) => [font.file, font.sha256])),
  };
}

/** The files that a record holds, to be read as they were. */
export function filesOf({ inputs }: BuildRecord): ReadonlyMap<string, Uint8Array> {
  return new Map(inputs.map(({ file, text }) => [file, Buffer.from(text)]));
}

/** The files in which what there is now differs from what the record holds. */
export function changedInputs({ inputs }: BuildRecord, now: readonly RecordedText[]): readonly string[] {
  const before = new Map(inputs.map(({ file, text, whole }) => [nameOfList(file), whole ?? text]));
  const after = new Map(now.map(({ file, text, whole }) => [file, whole ?? text]));
  const files = new Set([...before.keys(), ...after.keys()]);
  return [...files].filter((file) => before.get(file) !== after.get(file)).sort();
}

/** Whether the files are just those that a record holds. */
export function holdsInputs({ inputs }: BuildRecord, files: ReadonlyMap<string, Uint8Array>): boolean {
  return (
    inputs.length === files.size &&
    inputs.every(({ file, sha256: hash, whole = hash }) => {
      const bytes = files.get(file);
      return bytes !== undefined && sha256(bytes) === whole;
    })
  );
}

/** In what the program differs from the one that made the record, in the officer's words. */
export function changedProgram({ program }: BuildRecord, now: ProgramRecord): readonly string[] {
  const files = new Set([...Object.keys(program.fonts), ...Object.keys(now.fonts)]);
  const fonts = [...files].filter((file) => program.fonts[file] !== now.fonts[file]);
  const isEdited = program.source !== undefined && now.source !== undefined && program.source !== now.source;
  return [
    ...(program.version !== now.version
      ? [`程序版本生成时是 ${program.version}，现在是 ${now.version}`]
      : isEdited
        ? ["程序的文件改过，而版本号没有改"]
        : []),
    ...(fonts.length > 0 ? [`字体换过：${fonts.join("、")}`] : []),
  ];
}
