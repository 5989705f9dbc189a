import type { Books } from "../model/books.js";
import type { Budget } from "../model/budget.js";
import type { PackWords } from "../model/pack.js";
import type { Row, Sum, Table } from "../model/report.js";
import type { Templates } from "./template.js";

/** What tables are made from. */
export interface TableSetting {
  readonly budget: Budget;
  readonly books: Books;
  readonly templates: Templates;
  readonly words: PackWords;
}

/** The rows of a table, and which of their cells add up to which. */
export interface TableBody {
  readonly columns: Table["columns"];
  readonly rows: readonly Row[];
  readonly sums: readonly Sum[];
}
