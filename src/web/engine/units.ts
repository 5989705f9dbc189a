import { dataFile } from "../../project/data-files.js";
import type { Neighbourhood } from "../../project/neighbours.js";
import type { Overview } from "../protocol.js";

/** Every unit of the folder. Files are looked into and not read, as there may be hundreds. */
export function overviewOf(folder: Neighbourhood): Overview {
  return {
    units: folder.units().map(({ unit, years }) => {
      const newestFirst = years.toSorted((a, b) => b - a);
      return { unit, name: folder.nameOf(dataFile(unit, newestFirst[0] ?? 0)), years: newestFirst };
    }),
  };
}
