import { test } from "@jest/globals";
import { sampleOf } from "../sample.js";
import { caseNames, expectTold, readCase } from "./fault-case.js";

/** test:real tries the long ones, unless all that is told is to be written anew. */
const TRIED = caseNames().filter((name) => process.env.UPDATE || !readCase(name).long);

test.each(sampleOf(TRIED, 3))("%s", expectTold);
