import type { FormName } from "../model/form.js";
import type { Attachment } from "../model/record.js";
import type { Report } from "../model/report.js";
import type { Fonts } from "./fonts/fonts.js";
import type { Look } from "./layout/placement.js";

/** One of the forms that a report is asked in besides the PDF. */
export interface Form {
  readonly name: FormName;
  /**
   * The whole file. The same report gives the same bytes anywhere and at any time. Of a copy for review all that its look
   * marks is marked, and the file says what it is where it is seen first.
   */
  render(report: Report, beside: Beside): Promise<Uint8Array>;
}

/** What goes with a report: the fonts of its pages, the data that it says, and how a copy for review is set apart. */
export interface Beside {
  readonly fonts: Fonts;
  readonly attachments: readonly Attachment[];
  readonly look?: Look | undefined;
}

/** The form of a name. What it is written with is loaded now: a build of the PDF alone is not to wait for it. */
export async function openForm(name: FormName): Promise<Form> {
  switch (name) {
    case "html":
      return (await import("./html/html.js")).html;
    case "xlsx":
      return (await import("./xlsx/xlsx.js")).xlsx;
    case "docx":
      return (await import("./docx/docx.js")).docx;
  }
}
