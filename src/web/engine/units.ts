import { orElse } from "../../diagnostic/refusal.js";
import { readBytes } from "../../files/bytes.js";
import { dataFile, unitsIn } from "../../project/data-files.js";
import { nameWritten } from "../../project/neighbours.js";
import type { Setting } from "../../work/build.js";
import type { Overview } from "../protocol.js";

/** Every unit of the folder. Files are looked into and not read, as there may be hundreds. */
export function overviewOf({ project }: Setting): Overview {
  return {
    units: unitsIn(project).map(({ unit, years }) => {
      const newestFirst = years.toSorted((a, b) => b - a);
      const { file } = dataFile(unit, newestFirst[0] ?? 0);
      const text = orElse(() => Buffer.from(readBytes(project, file)).toString("utf8")) ?? "";
      return { unit, name: nameWritten(text), years: newestFirst };
    }),
  };
}
