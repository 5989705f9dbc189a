import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { ListedMeasures } from "./font-measures.js";

/**
 * What `npm run prepare` has measured of the program's own fonts, so that no build need look through them; none where the
 * program runs from its sources.
 */
export const READY_FONTS = fileURLToPath(new URL("../../ready-fonts.bin", import.meta.url));

/** What is ready of one font file. */
export interface ReadyFont {
  readonly file: string;
  /** the file's size and time, by which it is known to be the one that was measured */
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
  readonly measures: ListedMeasures;
}

let fonts: readonly ReadyFont[] | undefined;

/** What is ready of the font file at `path`, unless it has been changed since. */
export function readyFont(path: string, among = allReady()): ReadyFont | undefined {
  const ready = among.find(({ file }) => file === basename(path));
  if (!ready) return undefined;
  const { size, modified } = stateOf(path);
  return ready.size === size && ready.modified === modified ? ready : undefined;
}

function allReady(): readonly ReadyFont[] {
  fonts ??= existsSync(READY_FONTS) ? listed(readFileSync(READY_FONTS)) : [];
  return fonts;
}

/** None where a newer Node wrote them in a way that this one does not know. */
function listed(bytes: Uint8Array): readonly ReadyFont[] {
  try {
    return deserialize(bytes) as ReadyFont[];
  } catch {
    return [];
  }
}

/** A file's size, and when it was last changed. */
export function stateOf(path: string): Pick<ReadyFont, "size" | "modified"> {
  const { size, mtimeMs } = statSync(path);
  return { size, modified: mtimeMs };
}

/** The content of the file that makes these fonts ready. */
export function readyFonts(measured: readonly ReadyFont[]): Uint8Array {
  return serialize(measured);
}
