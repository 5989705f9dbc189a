import { FORM_NAMES, type FormName } from "../model/form.js";
import type { Pack } from "../model/pack/pack.js";
import type { Report } from "../model/report.js";
import { exportFigures } from "../render/figures/package.js";
import { openForm } from "../render/open-form.js";
import type { Look } from "../render/pdf/pdf.js";
import type { Setting } from "./build.js";

/** A report in one of its forms. */
export interface MadeForm {
  readonly form: FormName;
  readonly bytes: Uint8Array;
}

type FormSetting = Pick<Setting, "step" | "program">;

/** The forms to be made besides the PDF: those that are asked for, and those that the format asks for itself. */
export function formsFor(
  { also: ofFormat }: Pick<Pack, "also">,
  asked: readonly FormName[] = [],
): readonly FormName[] {
  return FORM_NAMES.filter((form) => asked.includes(form) || ofFormat.includes(form));
}

/** A report in each of some forms, as it is published, or as a copy for review that has a look of its own. */
export async function renderForms(
  report: Report,
  forms: readonly FormName[],
  setting: FormSetting,
  look?: Look,
): Promise<readonly MadeForm[]> {
  const made: MadeForm[] = [];
  for (const form of forms) made.push({ form, bytes: await renderForm(report, form, setting, look) });
  return made;
}

/** A report in a form; one for review has no data inside, as its PDF has none. */
export function renderForm(
  report: Report,
  form: FormName,
  { step, program }: FormSetting,
  look?: Look,
): Promise<Uint8Array> {
  return step("另作", form, async () => {
    const { render } = await openForm(form);
    return render(report, { fonts: program.fonts, look, attachments: look ? [] : exportFigures(report) });
  });
}

/** The name of a form's file, which stands beside its PDF. */
export function formFile(pdf: string, form: FormName): string {
  return `${pdf.replace(/\.pdf$/, "")}.${form}`;
}
