import { holdAgainstThemselves } from "./own.js";

await holdAgainstThemselves(["administrative", "second-year", "luoyang"]);
