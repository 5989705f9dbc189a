import { join } from "node:path";
import { test } from "@jest/globals";
import { expectFile } from "../golden.js";
import { CASES, caseNames, printedFor } from "./fault-case.js";

test.each(caseNames())("%s", async (name) => {
  expectFile(join(CASES, name, "expected.txt"), await printedFor(name));
});
