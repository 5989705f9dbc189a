import { describe, expect, test } from "@jest/globals";
import { readSource, roomOf } from "./source.js";

/** With rooms of their own for what is read from elsewhere and for the desk, which looks into more rooms than a command does. */
const MOST_ROOMS = 26;
const MOST_ARROWS = 105;

interface Floor {
  readonly rooms: readonly string[];
  readonly why: string;
}

/** The house from the ground up. A room imports from floors below its own only, so there is no way round in a circle. */
const FLOORS: readonly Floor[] = [
  { rooms: ["money"], why: "exact numbers know nothing of what they count" },
  { rooms: ["diagnostic"], why: "whatever finds a fault tells it in the one closed list of codes" },
  { rooms: ["model"], why: "facts, figures and document are what the stages give one another" },
  { rooms: ["text"], why: "what is done with words is the same whatever they are of" },
  {
    rooms: [
      "validate",
      "derive",
      "check",
      "compose",
      "proofread",
      "renew",
      "compare",
      "audit",
      "specimen",
      "import",
    ],
    why: "a stage takes the model and gives the model: it knows no other stage, and nothing outside of the program",
  },
  {
    rooms: ["render", "extract"],
    why: "the last stage and the first of an audit, which have to know what a PDF is",
  },
  { rooms: ["files"], why: "bytes of the disk, and what may be written to it" },
  { rooms: ["yaml"], why: "what a file says, with the way back to where it says so" },
  { rooms: ["project"], why: "which files the officer's folder and the program have" },
  { rooms: ["record"], why: "what was made from which of them" },
  { rooms: ["work"], why: "what a command does: it alone puts stages together" },
  { rooms: ["cli"], why: "words in, exit code out" },
  { rooms: ["web"], why: "the desk runs the commands as the command line does, and shows what they tell" },
  { rooms: ["startup"], why: "what is only for speed: all runs without it, so nothing may know of it" },
];

const source = readSource();
const rooms = [...new Set(source.map(({ file }) => roomOf(file)))].sort();

/** Each pair of rooms of which one imports the other, with the first file where it does. */
const arrows = new Map<string, string>();
for (const { file, imports } of source) {
  for (const target of imports) {
    const arrow = `${roomOf(file)} → ${roomOf(target)}`;
    if (roomOf(file) !== roomOf(target) && !arrows.has(arrow)) arrows.set(arrow, `${file} imports ${target}`);
  }
}

/** All of `found` where there are more than `most`, so that the message lists them. */
function tooMany(found: readonly string[], most: number): readonly string[] {
  return found.length > most ? [`${found.length} instead of ${most} at most`, ...found] : [];
}

describe("the house", () => {
  test("has as many rooms as one can keep in mind, each on a floor", () => {
    expect(tooMany(rooms, MOST_ROOMS)).toEqual([]);
    expect(FLOORS.flatMap((floor) => floor.rooms).sort()).toEqual(rooms);
  });

  test("has as few arrows between rooms as its work needs", () => {
    expect(tooMany([...arrows.keys()].sort(), MOST_ARROWS)).toEqual([]);
  });

  test.each(FLOORS)("$rooms: $why", ({ rooms: own }) => {
    const height = FLOORS.findIndex((floor) => floor.rooms === own);
    const below = FLOORS.slice(0, height).flatMap((floor) => floor.rooms);
    const upwards = [...arrows].filter(([arrow]) => {
      const [from = "", to = ""] = arrow.split(" → ");
      return own.includes(from) && !below.includes(to);
    });
    expect(upwards).toEqual([]);
  });

  test("is known as what stands in dist to startup only", () => {
    const knowing = source.filter(({ text }) =>
      /\bready-\w+\.(json|bin|cjs)|program\.cjs|"dist\b/.test(text),
    );
    expect(knowing.map(({ file }) => roomOf(file)).filter((room) => room !== "startup")).toEqual([]);
  });
});

describe("what has one door", () => {
  const importers = (packages: RegExp): readonly string[] =>
    source.filter((each) => each.packages.some((name) => packages.test(name))).map(({ file }) => file);
  const outside = (files: readonly string[], doors: RegExp): readonly string[] =>
    files.filter((file) => !doors.test(file));

  test("decimal.js is imported by one file, which holds the one function that rounds", () => {
    expect(importers(/^decimal\.js$/)).toEqual(["money/money.ts"]);
  });

  test("the disk is touched by files, and by startup for its own; render opens the fonts", () => {
    const touching = importers(/^(node:)?fs(\/|$)/);
    expect(outside(touching, /^(files|startup)\//)).toEqual(["render/fonts/font-file.ts"]);
  });

  test("other programs are run to ask git, and to open the browser, only, threads for what may take too much, for many units and for the desk", () => {
    expect(importers(/^(node:)?child_process$/)).toEqual(["project/revision.ts", "web/server/browser.ts"]);
    expect(importers(/^(node:)?worker_threads$|^piscina$/)).toEqual([
      "extract/pdf-worker.ts",
      "extract/recover/recovery-worker.ts",
      "extract/thread.ts",
      "extract/workbook-worker.ts",
      "web/engine/thread.ts",
      "web/server/threads.ts",
      "work/batch.ts",
    ]);
  });

  test("pdfjs is known to the thread that reads PDFs only, so that nobody else waits for it to be loaded", () => {
    // the page takes no more than types, and loads it with the first file that it shows
    expect(importers(/^pdfjs-dist/)).toEqual([
      "extract/operators.ts",
      "extract/pdf-pages.ts",
      "web/page/foreign.tsx",
    ]);
    const reached = source.filter(({ imports }) =>
      imports.some((file) => /^extract\/(operators|pdf-pages)\.ts$/.test(file)),
    );
    expect(reached.map(({ file }) => file)).toEqual(["extract/pdf-pages.ts", "extract/pdf-worker.ts"]);
    const starting = source.filter(({ imports }) => imports.includes("extract/pdf-worker.ts"));
    expect(starting.map(({ file }) => file)).toEqual([]);
  });

  test("the solver is known to the solving of printed tables only, which loads it when it is asked to", () => {
    expect(importers(/^highs$/)).toEqual(["import/solve/linear-program.ts"]);
  });

  test("the network is known to the server of the desk only, the page to nobody", () => {
    expect(outside(importers(/^(node:)?(https?|net|http2|dgram|tls)$/), /^web\/server\//)).toEqual([]);
    const page = source.filter(({ imports }) => imports.some((file) => file.startsWith("web/page/")));
    expect(page.filter(({ file }) => !file.startsWith("web/page/")).map(({ file }) => file)).toEqual([]);
  });

  test("the page knows of the program what both sides say to each other, and nothing else", () => {
    const page = source.filter(({ file }) => file.startsWith("web/page/"));
    expect(page.length).toBeGreaterThan(10);
    const known = new Set(page.flatMap(({ imports }) => imports));
    expect([...known].filter((file) => !file.startsWith("web/page/"))).toEqual(["web/protocol.ts"]);
  });

  test("pdfmake is known to one file of render, handlebars to what reads and fills templates", () => {
    expect(importers(/^pdfmake/)).toEqual(["render/pdfmake/inside.ts"]);
    expect(importers(/^handlebars$/)).toEqual(["compose/template.ts", "model/template.ts"]);
  });
});

test("no clock, no locale and no chance but what comes in as an argument", () => {
  const impure =
    /\bDate\.now\(|new Date\(\)|Math\.random\(|toLocale|\bIntl\.|performance\.now\(|process\.(?:uptime|hrtime)/;
  expect(source.filter(({ text }) => impure.test(text)).map(({ file }) => file)).toEqual(["cli/run.ts"]);
});
