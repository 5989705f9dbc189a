import { join } from "node:path";
import { type DataFile, dataFile } from "../../src/project/data-files.js";
import { PROGRAM } from "../project.js";

/** A format, and the data of a unit that has something of all that it prints. */
export interface PackSample {
  /** the folder under test/reports, or the sample's name */
  readonly name: string;
  readonly pack: string;
  /** the project that the data is in */
  readonly folder: string;
  readonly data: DataFile;
}

export const SAMPLE: PackSample = {
  name: "sample",
  pack: "henan",
  folder: PROGRAM,
  data: dataFile("403008", 2023),
};

export const LUOYANG: PackSample = {
  name: "luoyang",
  pack: "luoyang",
  folder: join(PROGRAM, "test/reports/luoyang"),
  data: dataFile("305017", 2023),
};

export const PUTUO: PackSample = {
  name: "shanghai-putuo",
  pack: "shanghai-putuo",
  folder: join(PROGRAM, "test/reports/shanghai-putuo"),
  data: dataFile("312004", 2026),
};

/** A format that is none of the program's: lists, forms and facts of its own, as no bureau has them all. */
export const SHUXI: PackSample = {
  name: "shuxi",
  pack: "shuxi",
  folder: join(PROGRAM, "test/packs/shuxi"),
  data: dataFile("510003", 2025),
};

/** Every format of the program: what holds of any is tried with each. */
export const PACK_SAMPLES: readonly PackSample[] = [SAMPLE, LUOYANG, PUTUO];

/** With those that are there to be tried. */
export const ALL_SAMPLES: readonly PackSample[] = [...PACK_SAMPLES, SHUXI];
