import { spawnSync } from "node:child_process";

/** How Node runs the tests: what follows is for jest. */
export const JEST = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "node_modules/jest/bin/jest.js",
];

/** Runs the test files whose names match the pattern, and ends as they do. */
export function runTests(pattern, env) {
  const args = [...JEST, pattern, "--testPathIgnorePatterns", "/node_modules/"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  process.exitCode = status ?? 1;
}
