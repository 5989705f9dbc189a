import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { CODES } from "../../src/diagnostic/diagnostic-codes.js";
import { proofread } from "../../src/proofread/proofread.js";
import { RULES } from "../../src/proofread/rules.js";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { atNight, sampleOf } from "../sample.js";
import { BREACHES, type Breach } from "./breaches.js";
import { copyOf, edited } from "./reading.js";

/** Where the words that the place begins with stand, counted by hand in the edited file. */
function expectedPlace(project: string, breach: Breach): string {
  const [file, offset] = expectedOffset(project, breach);
  const text = readFileSync(join(project, file), "utf8");
  const lines = text.slice(0, offset).split("\n");
  return `${file}:${lines.length}:${[...(lines.at(-1) ?? "")].length + 1}`;
}

function expectedOffset(project: string, { file, replace, at, elsewhere }: Breach): [string, number] {
  const [inFile, words] = elsewhere ?? [file, at === "" ? "预算" : replace];
  const text = readFileSync(join(project, inFile), "utf8");
  return [inFile, text.indexOf(words) + (elsewhere || at === "" ? 0 : replace.indexOf(at))];
}

interface Read {
  readonly project: string;
  readonly found: readonly Diagnostic[];
}

const read = new Map<Breach, Read>();

/** The sample with the breach in it, proofread once. */
function proofreadWith(breach: Breach): Read {
  const known = read.get(breach);
  if (known) return known;
  const project = edited([breach]);
  const fresh = { project, found: proofread(copyOf(project)) };
  read.set(breach, fresh);
  return fresh;
}

test.each(sampleOf(BREACHES, 3).map((breach) => [breach.code, breach.fault, breach] as const))(
  "%s: %s",
  (code, _, breach) => {
    const { project, found } = proofreadWith(breach);
    const places = found.map(({ code: each, place }) => [
      each,
      place ? `${place.file}:${place.line}:${place.column}` : "",
    ]);
    expect(places).toContainEqual([code, expectedPlace(project, breach)]);
    expect(new Set(found.map((each) => each.code))).toEqual(new Set([code]));
  },
);

test("every rule has a case that breaks it, and a code of its own", () => {
  const codes = RULES.map((rule) => rule.code);
  expect([...new Set(BREACHES.map((breach) => breach.code))].sort()).toEqual(codes.toSorted());
  expect(
    Object.keys(CODES)
      .filter((code) => code.startsWith("校对/"))
      .sort(),
  ).toEqual(codes.toSorted());
});

atNight("breaches are worded as they were read and found good", () => {
  const file = join(PROGRAM, "test/proofread/expected.txt");
  const printed = BREACHES.map(
    (breach) => `## ${breach.fault}\n\n${printDiagnostics(proofreadWith(breach).found)}`,
  ).join("\n");
  expectFile(file, printed);
});

test("every finding quotes its words, names its rule and says what to do", () => {
  const [breach] = BREACHES;
  if (!breach) throw new Error("no breaches");
  const [found] = proofreadWith(breach).found;
  expect(found?.notes.map((note) => note.split(/[：（]/)[0])).toEqual(["规则", "原文", "怎么改"]);
  for (const { says, basis } of RULES) expect(`${says}${basis}`).not.toMatch(/。$|^\s|\s$/);
});
