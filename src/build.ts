import { checkBalance } from "./check/balance.js";
import { compose } from "./compose/report.js";
import { openBooks } from "./derive/books.js";
import { deriveLedger } from "./derive/ledger.js";
import { type Diagnostic, refuseOnError } from "./diagnostic.js";
import type { Budget, CodeLists } from "./model/budget.js";
import type { Report } from "./model/report.js";
import { missingGlyphs } from "./proofread/glyphs.js";
import { type DataFile, dataFile, hasDataFile } from "./read/data-files.js";
