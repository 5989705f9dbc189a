import { join } from "node:path";
import { documentOfParagraphs } from "../../../src/audit/itself/document.js";
import { recover } from "../../../src/extract/recover/recover.js";
import type { Recovered } from "../../../src/model/recovered.js";
import { chooseDataFiles } from "../../../src/project/data-files.js";
import { openForm } from "../../../src/render/open-form.js";
import { type AuditedItself, auditDocument } from "../../../src/work/audit/itself.js";
import { examineIn, makeProject, PROGRAM, program } from "../../project.js";
import { PLANTS, type Plant } from "./plants.js";

/** What is recovered of the Word document of the sample, or of a case of test/reports. */
export async function recoveredOf(name: string): Promise<Recovered> {
  const project = makeProject(name === "sample" ? PROGRAM : join(PROGRAM, "test/reports", name));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${name}`);
  const { report } = await examineIn(project, { data, output: "out" });
  const form = await openForm("docx");
  const bytes = await form.render(report, { fonts: program.fonts, attachments: [] });
  return recover({ kind: "tables", file: `${name}.docx`, bytes });
}

/** What is found in a document that no data are asked for. */
export function judged(recovered: Recovered): AuditedItself {
  return auditDocument(documentOfParagraphs(recovered), { program, project: PROGRAM });
}

/** Whether what is found of each plant in a document, where it has a place for it, is the plant. */
export function toldIn(
  recovered: Recovered,
  plants: readonly Plant[] = PLANTS,
): readonly { readonly plant: Plant; readonly isTold: boolean }[] {
  const before = new Set(judged(recovered).findings.map(({ message }) => message));
  return plants.flatMap((plant) => {
    const planted = plant.plant(recovered);
    if (!planted || JSON.stringify(planted) === JSON.stringify(recovered)) return [];
    const found = judged(planted).findings.filter(({ message }) => !before.has(message));
    return [{ plant, isTold: found.some(({ message }) => plant.told.test(message)) }];
  });
}
