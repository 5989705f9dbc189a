import type { CodeLists } from "../../src/model/budget.js";
import { readCodeLists } from "../../src/project/codes.js";
import { readSchemas } from "../../src/project/sources.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";

/** The code lists that a budget of the year is held against by the program in `folder`. */
export function listsOf(folder: string, year: number): CodeLists {
  return validateCodeLists(readCodeLists(folder, folder, year), readSchemas(folder));
}
