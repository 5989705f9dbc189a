import { test } from "@jest/globals";
import { SIGNALS, stopAndResume } from "./interrupted.js";

test.each(SIGNALS)("stopped by %s, it is completed by the next run, and nothing is left over", (...signal) =>
  stopAndResume(signal, 6, 2),
);
