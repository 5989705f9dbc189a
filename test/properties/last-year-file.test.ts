import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Figure } from "../../src/model/ledger.js";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, examineIn, makeProject, PROGRAM } from "../project.js";
import { percent, printed, total } from "./money.js";
import { type Places, placesOf } from "./places.js";
import { differing, type Printed, printedIn, unlike } from "./printed.js";

const WRITTEN = "123456.78";
const MORE = "135802.45";

const project = makeProject(join(PROGRAM, "test/reports/second-year"));
const data = dataFile("410002", 2025);
const before = dataFile("410002", 2024).file;

interface Version {
  readonly places: Places;
  readonly printed: Printed;
}

async function version(): Promise<Version> {
  const { report } = await examineIn(project, { data, output: "out" });
  const { file } = await buildIn(project, { data, output: "out" });
  return { places: placesOf(report), printed: await printedIn(readFileSync(join(project, file))) };
}

/** Whether any of what a figure was made of stands in last year's file. */
function isOfLastYear({ lines }: Figure): boolean {
  return lines.some(({ place }) => place.file === before);
}

describe("a change of one amount in last year's file", () => {
  let old: Version;
  let now: Version;

  beforeAll(async () => {
    old = await version();
    const path = join(project, before);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(WRITTEN, MORE));
    now = await version();
  });

  test("changes all that it is part of, and nothing else", () => {
    const depending = [...old.places].filter(([, { figures }]) => figures.some(isOfLastYear));
    expect(depending.length).toBeGreaterThan(3);
    expect(differing(old.printed, now.printed, old.places)).toEqual(depending.map(([name]) => name).sort());
  });

  test("is printed as it is composed", () => {
    expect(unlike(old.printed, old.places)).toEqual([]);
    expect(unlike(now.printed, now.places)).toEqual([]);
  });

  test("leads to changes that are the differences between the two files", () => {
    const changes = [...now.places.values()].flatMap(({ figures }) => figures.filter(isOfLastYear));
    for (const figure of changes)
      expect([figure.measure, shown(figure)]).toEqual([figure.measure, due(figure)]);
  });
});

function shown({ amount }: Figure): bigint {
  return BigInt(amount.toFixed(2).replace(".", ""));
}

/** The difference of the printed amounts, or its share of last year's. */
function due({ unit, lines }: Figure): bigint {
  const all = [...new Set(lines)];
  const sum = (isBefore: boolean): bigint => {
    const some = all.filter(({ place }) => (place.file === before) === isBefore);
    return printed(total(some.map(({ amount }) => BigInt(amount.toFixed(2).replace(".", "")))));
  };
  const [last, this_] = [sum(true), sum(false)];
  const difference = last > this_ ? last - this_ : this_ - last;
  return unit === "%" ? (percent(difference, last) ?? 0n) : difference;
}
