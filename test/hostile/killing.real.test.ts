import { test } from "@jest/globals";
import { killWriters } from "./killing.js";

test("killed at any moment, a writer leaves the old file or the new one, whole; the next run clears up", () =>
  killWriters(Array.from({ length: 20 }, (_, kill) => kill * 1.7)));
