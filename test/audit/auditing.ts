import { join } from "node:path";
import { type Collated, collate } from "../../src/audit/collate/collate.js";
import { identify, recognize } from "../../src/audit/identity.js";
import { judge } from "../../src/audit/judge/judge.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Manuscript } from "../../src/model/manuscript.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { reread } from "../../src/proofread/proofread.js";
import type { Examined, Setting } from "../../src/work/build.js";
import { examineIn, makeProject, PROGRAM, program } from "../project.js";
import type { Change } from "./changes.js";
import { manuscriptOf } from "./typed.js";

/** A disclosure whose data are right, and what it is made of. */
export interface Subject extends Examined {
  readonly project: string;
  readonly data: string;
}

/** The program's sample, or a case of test/reports. */
export async function subject(
  name: "sample" | "administrative" | "bare" | "second-year" | "luoyang",
): Promise<Subject> {
  const project = makeProject(name === "sample" ? PROGRAM : join(PROGRAM, "test/reports", name));
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${name}`);
  return { ...(await examineIn(project, { data, output: "out" })), project, data: data.file };
}

export interface Audited extends Pick<Collated, "counts"> {
  readonly findings: readonly Diagnostic[];
}

/** How the line is run in a project, without a word. */
export function setting(project: string): Setting {
  return { program, project, strict: false, step: async (_name, _subject, work) => work() };
}

/** What is found in a document that is held against a subject's data. */
export function auditOf(manuscript: Manuscript, { report, year, pack, data }: Subject): Audited {
  const { budget } = year;
  const names = { file: manuscript.file, data };
  identify(manuscript, budget, names);
  const collated = collate(manuscript, report, budget);
  recognize(collated, names);
  const passages = [...collated.script.narrative, ...collated.script.tables].map(({ passage }) => passage);
  const findings = judge(manuscript, collated, reread({ passages, budget, pack }), pack, names);
  return { findings, counts: collated.counts };
}

/** What is found in a subject's own document after somebody has changed it. */
export function foundAfter(change: Change, whose: Subject): readonly Diagnostic[] {
  return auditOf(manuscriptOf(change(whose.report)), whose).findings;
}
