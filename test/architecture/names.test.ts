import { expect, test } from "@jest/globals";
import { readSource } from "./source.js";

/** More files than this in one folder are looked through, and no longer seen. */
const MOST_FILES = 24;

const source = readSource();

/** What occurs under each key, for the keys that more than `most` files have. */
function crowded(entries: readonly (readonly [key: string, file: string])[], most: number) {
  const files = new Map<string, string[]>();
  for (const [key, file] of entries) files.set(key, [...(files.get(key) ?? []), file]);
  return [...files].filter(([, of]) => of.length > most);
}

const basename = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
const folder = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf("/")));

/**
 * Exported types and constants that still mean more than one thing. No name may be added; one that has come to mean one
 * thing has to be taken out.
 */
const AMBIGUOUS: readonly string[] = [
  "Change",
  "Element",
  "Fault",
  "Grid",
  "GridRow",
  "Mark",
  "Marks",
  "Measure",
  "Pair",
  "Passage",
  "Piece",
  "Rule",
  "Scope",
  "Section",
  "Span",
  "Spot",
  "Stretch",
  "Unit",
];

test("an exported type or constant means one thing", () => {
  const exported = /^export (?:declare )?(?:abstract )?(?:interface|type|class|enum|const) (\w+)/gm;
  const names = source.flatMap(({ file, text }) =>
    [...text.matchAll(exported)].map(([, name = ""]) => [name, file] as const),
  );
  const several = crowded(names, 1);
  expect(several.filter(([name]) => !AMBIGUOUS.includes(name))).toEqual([]);
  expect(AMBIGUOUS.filter((name) => !several.some(([other]) => other === name))).toEqual([]);
});

/** Names that several rooms have on purpose, because they do something with the same thing. */
const SHARED: Readonly<Record<string, string>> = {
  "budget.ts": "the officer's facts: what they are, and whether they are right",
  "pack.ts": "a template pack: what it is, its files, and whether it is right",
  "codes.ts": "the code lists: their files, the codes that the data uses, and what becomes of them next year",
  "consolidation.ts":
    "a department and its units: what that is, whether it is right, and what is counted twice",
  "contents.ts": "目录: as it is printed, as it is found, and what is wrong with it",
  "draft.ts": "a draft: what is read for one, how it is composed, and the command that prints it",
  "rules.ts": "the list of all rules that a room has",
};

/** Names that still mean several things, to be parted as those above. */
const UNPARTED: readonly string[] = ["marks.ts", "sentences.ts"];

test("files of one name in three folders are about the same thing", () => {
  const names = source.map(({ file }) => [basename(file), file] as const);
  const several = crowded(names, 2);
  const known = [...Object.keys(SHARED), ...UNPARTED];
  expect(several.filter(([name]) => !known.includes(name))).toEqual([]);
  expect(UNPARTED.filter((name) => !several.some(([other]) => other === name))).toEqual([]);
});

/** Folders that still hold more files than one sees. */
const FULL: readonly string[] = ["compose", "proofread"];

test("a folder holds as many files as one sees at a glance", () => {
  const folders = source.map(({ file }) => [folder(file), file] as const);
  const full = crowded(folders, MOST_FILES).map(([name, files]) => [name, files.length] as const);
  expect(full.filter(([name]) => !FULL.includes(name))).toEqual([]);
  expect(FULL.filter((name) => !full.some(([other]) => other === name))).toEqual([]);
});
