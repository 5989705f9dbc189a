import { holdAgainstThemselves } from "./own.js";

await holdAgainstThemselves(["sample"]);
