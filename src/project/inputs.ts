import { readBytes, type Shelf } from "../files/bytes.js";
import { codeListFiles } from "./codes.js";
import { type DataFile, dataFile, hasDataFile } from "./data-files.js";
import { packFiles } from "./pack.js";
import { unitFiles } from "./units.js";

/** The bytes of all files that a disclosure would be made from with the pack, by their names, none of them looked into. */
export function rawInputs(
  program: Shelf,
  project: Shelf,
  data: DataFile,
  pack: string,
): ReadonlyMap<string, Uint8Array> {
  const before = dataFile(data.unit, data.year - 1);
  const years = hasDataFile(project, before) ? [before, data] : [data];
  const units = years.flatMap((each) => unitFiles(project, each));
  const own = [...years.map(({ file }) => file), ...units, ...packFiles(project, pack)];
  const lists = new Set(years.flatMap(({ year }) => codeListFiles(program, year)));
  return new Map([
    ...own.map((file) => [file, readBytes(project, file)] as const),
    ...[...lists].map((file) => [file, readBytes(program, file)] as const),
  ]);
}
