import { printInOffice } from "./office.js";

printInOffice([""]);
