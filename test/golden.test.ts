import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { expectFile } from "./golden.js";

const file = join(mkdtempSync(join(tmpdir(), "golden-")), "expected.txt");
const { env } = process;

afterEach(() => {
  process.env = env;
});

function within(variables: Readonly<Record<string, string>>): void {
  const { UPDATE: _, CI: __, ...others } = env;
  process.env = { ...others, ...variables };
}

test("without an expectation a text fails, and stays to be read", () => {
  within({});
  expect(() => expectFile(file, "new\n")).toThrow();
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(`${file}.actual`, "utf8")).toBe("new\n");
});

test("another text than the expected one fails and stays beside it until the expected one comes", () => {
  within({});
  writeFileSync(file, "old\n");
  expect(() => expectFile(file, "new\n")).toThrow("old");
  expect(readFileSync(file, "utf8")).toBe("old\n");
  expect(readFileSync(`${file}.actual`, "utf8")).toBe("new\n");
  expectFile(file, "old\n");
  expect(existsSync(`${file}.actual`)).toBe(false);
});

test("UPDATE=1 writes what came out as what is expected, but never in CI", () => {
  writeFileSync(file, "old\n");
  within({ UPDATE: "1", CI: "1" });
  expect(() => expectFile(file, "new\n")).toThrow("UPDATE=1 in CI");
  expect(readFileSync(file, "utf8")).toBe("old\n");
  within({ UPDATE: "1" });
  expectFile(file, "new\n");
  expect(readFileSync(file, "utf8")).toBe("new\n");
});
