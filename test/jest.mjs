import { spawnSync } from "node:child_process";

/** How Node runs the tests: what follows is for jest. */
export const JEST = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  // each core has tests of its own to run, which make much that is soon forgotten
  "--single-threaded-gc",
  "--min-semi-space-size=32",
  "--max-semi-space-size=64",
  "node_modules/jest/bin/jest.js",
];

/** Runs the test files whose names match the pattern, and ends as they do. */
export function runTests(pattern, env) {
  const args = [...JEST, pattern, "--testPathIgnorePatterns", "/node_modules/"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  process.exitCode = status ?? 1;
}
