import { draftReport } from "../compose/draft.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { LeftOut } from "../diagnostic/telling.js";
import { writeOutputs } from "../files/write/output.js";
import { pagesOf } from "../render/layout/pages-of.js";
import { renderPdf } from "../render/pdf/pdf.js";
import { validateDraft } from "../validate/draft.js";
import { type Built, type Order, readBeside, type Setting } from "./build.js";
import { formFile, formsFor, renderForms } from "./forms.js";
import { passGates } from "./gates.js";

export interface Drafted extends Pick<Built, "file" | "pages" | "forms"> {
  /** all that is wrong or missing, as it is listed at the draft's end */
  readonly found: readonly Diagnostic[];
  /** which checks have not been made, because the data has first to be complete and right */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Prints what there is of a disclosure, for a look before its data is complete or right: marked as a draft on every page
 * and in its name, each gap and each faulty place marked where it stands, and all of them listed at the end. Throws a
 * Refusal when the files say too little to print anything.
 */
export async function draft(order: Order, setting: Setting): Promise<Drafted> {
  const { program, project, step } = setting;
  const { fonts } = program;
  const sources = await step("读取", order.data.file, () => readBeside(order, setting));
  const disclosure = await step("核验", "格式、科目、版式", () => validateDraft(sources, program.schemas));
  const { report, found, leftOut } = await passGates(disclosure, setting);
  const { marked, list } = await step("标记", "没有填的和有错的地方", () =>
    draftReport({ report, found, leftOut, pages: pagesOf(report, fonts), missing: fonts.missing }),
  );
  const look = { marked, watermark: "草稿" };
  const { bytes, pages } = await step("排版", list.title.text, () => renderPdf(list, fonts, look));
  const file = `${order.output}/${list.title.text}.pdf`;
  const forms = await renderForms(list, formsFor(disclosure.pack, order.also), setting, look);
  const besides = forms.map((form) => ({ file: formFile(file, form.form), bytes: form.bytes }));
  await step("写出", file, () => writeOutputs(project, [...besides, { file, bytes }]));
  const sizes = besides.map((form) => ({ file: form.file, bytes: form.bytes.length }));
  return { file, pages, forms: sizes, found, leftOut };
}
