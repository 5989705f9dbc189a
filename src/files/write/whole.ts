import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";

/** Writes a file that is not there yet, and makes it last. "wx": what already has the name, a link above all, stays. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "wx");
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(path, { force: true });
    throw error;
  }
  closeSync(handle);
}

/** Makes a new name in `folder` last through a power cut. Windows opens no folders, and keeps names by itself. */
export function settle(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // the file is there, whole; only its name is not known to be on the disk yet
  }
}
