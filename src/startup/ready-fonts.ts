import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { attempted } from "../diagnostic/refusal.js";
import { type KnownFont, measureFont } from "../render/fonts/font-file.js";

/** What `npm run prepare` has measured of the program's own fonts, so that no build need look through them. */
export const READY_FONTS = fileURLToPath(new URL("./ready-fonts.bin", import.meta.url));

/** With what tells the file from others without reading all of it, wherever it was copied to. */
export interface ReadyFont extends KnownFont {
  readonly fingerprint: string;
}

let fonts: readonly ReadyFont[] | undefined;

/** What is ready of the font file at `path`, unless another was put in its place. */
export function readyFont(path: string, among = allReady()): KnownFont | undefined {
  const ready = among.find(({ file }) => file === basename(path));
  return ready && attempted(() => fingerprintOf(path)) === ready.fingerprint ? ready : undefined;
}

function allReady(): readonly ReadyFont[] {
  // none where a newer Node wrote them in a way that this one does not know
  fonts ??= attempted(() => deserialize(readFileSync(READY_FONTS)) as ReadyFont[]) ?? [];
  return fonts;
}

/** The tables that measures are made of: a hundredth of a file, most of which is outlines. */
const MEASURING = ["cmap", "head", "hhea", "hmtx", "maxp"];

/**
 * One hash of how long a font file is, of all that is measured of it, and of its list of tables, in which stand their
 * checksums: so of its outlines, too (OpenType 1.9, table directory).
 */
function fingerprintOf(path: string): string {
  const opened = openSync(path, "r");
  const { size } = fstatSync(opened);
  const part = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.min(length, size));
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, at));
  };
  try {
    const list = part(0, LIST + ENTRY * part(0, LIST).readUInt16BE(4));
    const hash = createHash("sha256").update(`${size}\n`).update(list);
    for (let at = LIST; at < list.length; at += ENTRY) {
      const name = list.toString("latin1", at, at + 4);
      if (MEASURING.includes(name)) hash.update(part(list.readUInt32BE(at + 8), list.readUInt32BE(at + 12)));
    }
    return hash.digest("hex");
  } finally {
    closeSync(opened);
  }
}

/** How long the beginning of the list of tables is, and what stands in it of each. */
const LIST = 12;
const ENTRY = 16;

/** The content of the file that makes these fonts ready, of those that can be read: a build tells of the others. */
export function readyFonts(paths: readonly string[]): Uint8Array {
  const measured = (path: string): ReadyFont => ({ ...measureFont(path), fingerprint: fingerprintOf(path) });
  return serialize(paths.flatMap((path) => attempted(() => measured(path)) ?? []));
}
