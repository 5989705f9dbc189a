// What pages for the screen cost: laying out the sample, drawing it as SVG, and what is sent of it.
import { gzipSync } from "node:zlib";
import { layOut } from "../../dist/render/layout/layout.js";
import { renderSvg } from "../../dist/render/svg/svg.js";
import { installReady } from "../../dist/startup/ready.js";
import { examine, openProgram } from "../../dist/work/build.js";
import { median } from "./print.mjs";

const ROUNDS = 20;
const WARMING = 5;

const program = openProgram(process.cwd(), installReady());
const step = async (_name, _subject, work) => work();
const data = { unit: "403008", year: 2023, file: "data/403008/2023.yaml" };
const { report } = await examine({ data }, { program, project: process.cwd(), strict: false, step });
const { pages } = renderSvg(report, program.fonts);
const sent = JSON.stringify(pages.map(({ svg }) => svg));

console.table({
  "laid out, ms": timeOf(() => layOut(report, program.fonts)),
  "laid out and drawn, ms": timeOf(() => renderSvg(report, program.fonts)),
  pages: pages.length,
  "all pages, KB": Math.round(sent.length / 1024),
  "all pages, gzip, KB": Math.round(gzipSync(sent).length / 1024),
  "largest page, KB": Math.round(Math.max(...pages.map(({ svg }) => svg.length)) / 1024),
});

function timeOf(work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return Number(median(times.slice(WARMING)).toFixed(1));
}
