import { printInOffice } from "./office.js";

printInOffice(["", "test/consolidation/department"]);
