import { printInOffice } from "./office.js";

printInOffice(["test/consolidation/department", "test/codes/agency", "test/reports/luoyang"]);
