import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { attempted } from "../diagnostic.js";
import { type KnownFont, measureFont } from "../render/fonts/font-file.js";

/** What `npm run prepare` has measured of the program's own fonts, so that no build need look through them. */
export const READY_FONTS = fileURLToPath(new URL("./ready-fonts.bin", import.meta.url));

/** With the file's time, by which, and by its size, it is known to be the one that was measured. */
export interface ReadyFont extends KnownFont {
  readonly modified: number;
}

let fonts: readonly ReadyFont[] | undefined;

/** What is ready of the font file at `path`, unless it has been changed since. */
export function readyFont(path: string, among = allReady()): KnownFont | undefined {
  const ready = among.find(({ file }) => file === basename(path));
  if (!ready) return undefined;
  const { size, mtimeMs } = statSync(path);
  return ready.size === size && ready.modified === mtimeMs ? ready : undefined;
}

function allReady(): readonly ReadyFont[] {
  // none where a newer Node wrote them in a way that this one does not know
  fonts ??= attempted(() => deserialize(readFileSync(READY_FONTS)) as ReadyFont[]) ?? [];
  return fonts;
}

/** The content of the file that makes these fonts ready, of those that can be read: a build tells of the others. */
export function readyFonts(paths: readonly string[]): Uint8Array {
  const measured = (path: string): ReadyFont => ({ ...measureFont(path), modified: statSync(path).mtimeMs });
  return serialize(paths.flatMap((path) => attempted(() => measured(path)) ?? []));
}
