import { collate } from "../../audit/collate/collate.js";
import { identify, recognize } from "../../audit/identity.js";
import { judge } from "../../audit/judge/judge.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { extract } from "../../extract/extract.js";
import type { Shelf } from "../../files/bytes.js";
import { readGiven } from "../../files/given.js";
import { reread } from "../../proofread/proofread.js";
import { examine, type Order, type Setting } from "../build.js";

export interface AuditOrder extends Pick<Order, "data" | "pack"> {
  /** anywhere the officer can read, relative to `folder` where it is not absolute */
  readonly file: string;
  /** where the officer runs the program */
  readonly folder: Shelf;
}

/** What was found, and how much was held against the data, so that nothing found is told from nothing checked. */
export interface Audited {
  readonly findings: readonly Diagnostic[];
  readonly pages: number;
  readonly sentences: number;
  readonly cells: number;
}

/**
 * Holds a document that was edited by hand, or made elsewhere, against the data: nothing is written. Throws a Refusal when
 * the file cannot be read or is another unit's, or when something is wrong with the data themselves.
 */
export async function audit(
  { data, pack: packName, file, folder }: AuditOrder,
  setting: Setting,
): Promise<Audited> {
  const { step } = setting;
  const given = await step("读取", file, () => readGiven(folder, file));
  const { year, pack, report } = await examine({ data, pack: packName }, { ...setting, strict: false });
  const { budget } = year;
  const manuscript = await step("认字", file, () => extract(given));
  const names = { file, data: data.file };
  const held = await step("比对", "每句、每格", () => {
    identify(manuscript, budget, names);
    const collated = collate(manuscript, report, budget);
    recognize(collated, names);
    return collated;
  });
  const findings = await step("审读", "合计、占比、单位、文字", () => {
    const passages = [...held.script.narrative, ...held.script.tables].map(({ passage }) => passage);
    return judge(manuscript, held, reread({ passages, budget, pack }), pack, names);
  });
  return { findings, ...held.counts };
}
