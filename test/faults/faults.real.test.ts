import { test } from "@jest/globals";
import { caseNames, expectTold, readCase } from "./fault-case.js";

test.each(caseNames().filter((name) => readCase(name).long))("%s", expectTold);
