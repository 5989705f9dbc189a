import { join } from "node:path";
import { makeCity, pdfs, run } from "../city/city.js";
import { expectJustified } from "./justified.js";

expectJustified("a city of eight", () => {
  const city = makeCity(8);
  run(city, "--all");
  return [...pdfs(city).keys()].map((name) => join(city, "out", name));
});
