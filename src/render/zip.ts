import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first day that archives know; of the clock where this runs, as they keep no zone. */
const DAY = new Date(1980, 0, 1, 12);

/** Texts of an archive that are to be others, by the names of their files. */
export type ArchiveChanges = Readonly<Record<string, (text: string) => string>>;

/**
 * An archive packed anew, file by file in their order: how well Node packs, and what day it is, depends on where it runs,
 * and this does not.
 */
export function packedAnew(archive: Uint8Array, changes: ArchiveChanges = {}): Uint8Array {
  const files = Object.entries(unzipSync(archive)).map(([name, bytes]) => {
    const change = changes[name];
    return [name, change ? strToU8(change(strFromU8(bytes))) : bytes] as const;
  });
  return zipSync(Object.fromEntries(files), { level: 6, mtime: DAY });
}
