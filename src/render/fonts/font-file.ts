import { closeSync, existsSync, openSync, read, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { promisify } from "node:util";
import type { create as createFont, Font } from "fontkit";
import { problem } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import { sha256 } from "../../model/record.js";
import {
  type FontMeasures,
  type ListedMeasures,
  listedMeasures,
  listMeasures,
  measuresOf,
} from "./font-measures.js";
import { embedAsStored, isWhole } from "./stored-glyphs.js";

/** A TrueType file, which is measured before the whole of it is there. */
export interface FontFile {
  /** its absolute path */
  readonly path: string;
  /** its name without its folder */
  readonly file: string;
  readonly sha256: string;
  readonly measures: FontMeasures;
  /** Reads the file while the program goes on. */
  read(): Promise<Buffer>;
}

/** What is known of a font file that is not read. */
export interface KnownFont extends Pick<FontFile, "file" | "sha256"> {
  /** in bytes */
  readonly size: number;
  readonly measures: ListedMeasures;
}

/** What is known of the font file at a path, if anything is. */
export type KnownFonts = (path: string) => KnownFont | undefined;

/** As CommonJS, which is how pdfmake loads it too: as a module it would be loaded a second time. */
const { create }: { create: typeof createFont } = createRequire(import.meta.url)("fontkit");

/** Finds a font file, which is read at once only where it is not known. Refuses one that is missing or is no TrueType font. */
export function findFont(path: string, known: KnownFonts): FontFile {
  if (!existsSync(path))
    throw new Refusal([problem("文件/找不到", `找不到字体文件 ${path}`, undefined, REMEDY)]);
  const font = known(path);
  if (font) {
    const { file, sha256, size, measures } = font;
    return { path, file, sha256, measures: listedMeasures(measures), read: () => readLate(path, size) };
  }
  const data = readFileSync(path);
  if (!TRUETYPE.includes(data.toString("latin1", 0, 4))) throw unreadable(path, "不是单个的 TrueType 字体");
  return {
    path,
    file: basename(path),
    get sha256() {
      return sha256(data);
    },
    measures: measuresOf(openWhole(path, data)),
    read: async () => data,
  };
}

const REMEDY = "怎么改：把字体文件放进字体文件夹，名称和格式见其中的 README.md";

function unreadable(path: string, why: string): Refusal {
  return new Refusal([problem("文件/不能读", `${path} ${why}`, undefined, REMEDY)]);
}

/** The font in a file that an office has put there, which may have been cut off on its way. */
function openWhole(path: string, data: Buffer): Font {
  try {
    const font = openFont(data);
    if (isWhole(font, data)) return font;
  } catch {
    // what fontkit says of it helps nobody
  }
  throw unreadable(path, "不完整，或者坏了");
}

/** The first four bytes of a file with one TrueType font in it: others pdfmake draws wrongly, or in files many times as large. */
const TRUETYPE = ["\0\x01\0\0", "true"];

/** The font in a TrueType file, its glyphs as they are stored. */
export function openFont(data: Buffer): Font {
  return embedAsStored(create(data) as Font, data);
}

/** In one piece: for the next, the program would have to stop what it is doing. */
async function readLate(path: string, size: number): Promise<Buffer> {
  const opened = openSync(path, "r");
  try {
    const { buffer, bytesRead } = await promisify(read)(opened, Buffer.allocUnsafeSlow(size), 0, size, 0);
    if (bytesRead < size) throw new Error(`${path} changed while it was read`);
    return buffer;
  } finally {
    closeSync(opened);
  }
}

/** What is to be known of a font file; throws where it cannot be read. */
export function measureFont(path: string): KnownFont {
  const data = readFileSync(path);
  return {
    file: basename(path),
    size: data.length,
    sha256: sha256(data),
    measures: listMeasures(openWhole(path, data)),
  };
}
