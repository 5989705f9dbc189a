import { join } from "node:path";
import { makeCity, pdfs, run } from "../city/city.js";
import { LUOYANG } from "../packs/packs.js";
import { buildIn, makeProject } from "../project.js";
import { expectJustified } from "./justified.js";

expectJustified("a city of eight", () => {
  const city = makeCity(8);
  run(city, "--all");
  return [...pdfs(city).keys()].map((name) => join(city, "out", name));
});

expectJustified("another format", async () => {
  const project = makeProject(LUOYANG.folder);
  return [join(project, (await buildIn(project, { data: LUOYANG.data, output: "out" })).file)];
});
