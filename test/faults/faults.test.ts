import { test } from "@jest/globals";
import { caseNames, expectTold, readCase } from "./fault-case.js";

/** test:real tries the long ones, unless all that is told is to be written anew. */
const TRIED = caseNames().filter((name) => process.env.UPDATE || !readCase(name).long);

test.each(TRIED)("%s", expectTold);
