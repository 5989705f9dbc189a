import { parentPort, workerData } from "node:worker_threads";
// before pdfjs is loaded
import "./no-drawing.js";
import { pagesOfPdf } from "./pdf-pages.js";

/** Runs in a thread of its own, so that a PDF made to exhaust its reader can be given up. */
parentPort?.postMessage(await pagesOfPdf(workerData));
