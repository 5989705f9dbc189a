import { printInOffice } from "./office.js";

printInOffice(["test/codes/agency", "test/reports/luoyang"]);
