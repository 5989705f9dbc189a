import { test } from "@jest/globals";
import { SIGNALS, stopAndResume } from "./interrupted.js";

test("stopped from the keyboard, it is completed by the next run, and nothing is left over", () =>
  stopAndResume(SIGNALS[1], 3, 1));
