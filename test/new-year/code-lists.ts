import type { CodeLists } from "../../src/model/budget.js";
import { readCodeLists } from "../../src/read/codes.js";
import { readSchemas } from "../../src/read/sources.js";
import { validateCodeLists } from "../../src/validate/code-lists.js";

/** The code lists that a budget of the year is held against by the program in `folder`. */
export function listsOf(folder: string, year: number): CodeLists {
  return validateCodeLists(readCodeLists(folder, year), readSchemas(folder));
}
