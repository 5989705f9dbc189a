import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "@jest/globals";
import { unzipSync } from "fflate";
import { PROGRAM, VERSION } from "../project.js";

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes the release, with further words of the command, and gives its bytes. */
export function makeRelease(words: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Uint8Array {
  const output = newFolder();
  const all = [join(PROGRAM, "deploy/release.mjs"), "--output", output, ...words];
  const { status, stderr } = spawnSync(process.execPath, all, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(join(output, `yusuan-gongkai-${VERSION}.zip`));
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "发布 包-"));
  made.push(folder);
  return folder;
}

/** Unpacks a release into a new folder, whose path has blanks and Chinese in it. */
export function unpack(release: Uint8Array): string {
  const folder = newFolder();
  for (const [name, bytes] of Object.entries(unzipSync(release))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (name.endsWith(".sh")) chmodSync(file, 0o755);
  }
  return folder;
}

/** Where there is no network: in a name space of its own, or, where the system has none, behind a proxy that refuses. */
const OFFLINE = spawnSync("unshare", ["-r", "-n", "true"]).status === 0 ? ["unshare", "-r", "-n"] : [];
const REFUSING = {
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
  NODE_USE_ENV_PROXY: "1",
};

/** Runs a program in a folder without a network; what it keeps for the user is kept in `cache`. */
export function runOffline(folder: string, cache: string, words: readonly string[]) {
  const [program = "", ...args] = [...OFFLINE, ...words];
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: cache, XDG_CACHE_HOME: cache, ...REFUSING },
  });
  return { code: status, out: stdout, err: stderr };
}
