import type { Diagnostic } from "../diagnostic.js";
import type { Told } from "./batch.js";

/** The version of the shape of reports: schemas/build-report.schema.json. */
const FORMAT = "yusuan-gongkai/build-report/1";

/** What came of all units, for machines. The same run gives the same report. */
export function batchReport(
  outcomes: readonly Told[],
  shard: { readonly index: number; readonly count: number },
): string {
  const units = outcomes.map(({ data, found, ...outcome }) => ({
    unit: data.unit,
    year: data.year,
    data: data.file,
    ...outcome,
    found: found.map(finding),
  }));
  return `${JSON.stringify({ format: FORMAT, shard, units }, null, 1)}\n`;
}

function finding({ severity, code, message, place, notes }: Diagnostic): object {
  const where = place && { file: place.file, line: place.line, column: place.column, length: place.length };
  return { severity, code, message, ...where, notes };
}
