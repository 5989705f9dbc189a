import { spawnSync } from "node:child_process";

/** Why git has not done what it was asked for. */
export type GitFailure = "no git" | "no repository" | "another's repository" | "no commit";

const LARGEST_ANSWER = 256 * 1024 * 1024;
const SECONDS = 60;

/** What git answers in `folder`. It is asked for nothing that writes, asks the network or runs programs of the repository. */
export function runGit(folder: string, args: readonly string[], input = ""): Buffer | GitFailure {
  const { error, status, stdout, stderr } = spawnSync("git", ["-C", folder, ...args], {
    input,
    env: { ...process.env, ...PLAIN },
    maxBuffer: LARGEST_ANSWER,
    timeout: SECONDS * 1000,
  });
  if (status === 0) return stdout;
  if ((error as { readonly code?: string } | undefined)?.code === "ENOENT") return "no git";
  const said = stderr.toString("utf8");
  if (said.includes("dubious ownership")) return "another's repository";
  return said.includes("not a git repository") ? "no repository" : "no commit";
}

/** In English, so that it is understood; without fetching what a partial copy lacks. */
const PLAIN = { LC_ALL: "C", LANGUAGE: "", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" } as const;
