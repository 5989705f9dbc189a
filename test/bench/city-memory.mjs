// Loaded before a run over many units: tells file descriptor 3, a JSON object a line, the memory of all its threads when
// so many PDFs are there as the environment names, and at the end its peak and the time of all processors.
import { readdirSync, writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const EVERY = 100;

if (isMainThread) {
  const awaited = JSON.parse(process.env.DOCUMENTS ?? "[]");
  const tell = (told) => writeSync(3, `${JSON.stringify(told)}\n`);
  setInterval(() => {
    if (awaited.length === 0 || documents() < awaited[0]) return;
    tell({ documents: awaited.shift(), rss: process.memoryUsage.rss() });
  }, EVERY).unref();
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    tell({ peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 });
  });
}

function documents() {
  try {
    return readdirSync("out").filter((name) => name.endsWith(".pdf")).length;
  } catch {
    return 0;
  }
}
