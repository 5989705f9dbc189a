import { holdAgainstThemselves } from "./own.js";

await holdAgainstThemselves(["bare", "administrative", "second-year", "luoyang"]);
