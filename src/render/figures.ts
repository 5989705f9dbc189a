export { cellText, runText } from "../model/shown.js";
