import { execFileSync } from "node:child_process";

const PLAIN = ["-c", "user.name=预算员", "-c", "user.email=x@example.invalid", "-c", "commit.gpgsign=false"];

/** Commits all there is in `folder`, in a new repository if there is none. */
export function commit(folder: string, tag?: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, ...PLAIN, "commit", "--quiet", "--allow-empty", "--message", "公开");
  if (tag !== undefined) git(folder, "tag", tag);
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", ["-C", folder, ...args], { stdio: "pipe" });
}
