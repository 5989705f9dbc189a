import { test } from "@jest/globals";
import { makeProject } from "../project.js";
import { buildAtOnce, killBuilds } from "./building.js";
import { killWriters, writeAtOnce } from "./killing.js";

test("killed at any moment, a writer leaves the old file or the new one, whole; the next run clears up", () =>
  killWriters(Array.from({ length: 20 }, (_, kill) => kill * 1.7)));

test("ten at once write whole files, one after the other, and none loses its own", () => writeAtOnce(10));

test("three builds of the same project at once end well, and killed as they begin to write leave a whole PDF", async () => {
  const project = makeProject();
  await buildAtOnce(project, 3);
  await killBuilds(project, [0, 3, 10]);
});
