import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect } from "@jest/globals";
import fc, { type IAsyncProperty } from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { readSchemas } from "../../src/project/sources.js";
import type { LocatedChange } from "../../src/renew/renewal.js";
import { budgetProblems } from "../../src/validate/budget/budget.js";
import { commentsIn } from "../../src/yaml/comments.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { examineIn, makeProject, newYearIn, PROGRAM } from "../project.js";
import { budgets, type RandomBudget } from "../properties/budgets.js";
import { FORMS, HENAN } from "../properties/facts.js";
import { roundsOf, SIZES, tryInRounds } from "../properties/rounds.js";
import { reportAsText } from "../report-text.js";
import { listsOf } from "./code-lists.js";
import { filled } from "./filling.js";
import { put } from "./renewing.js";

const project = makeProject();
const schemas = readSchemas(PROGRAM);
const codes = listsOf(PROGRAM, 2023);

/** A random budget with a comment on every line and years in the names of its projects. */
function dated({ facts, yaml }: RandomBudget): string {
  const { year } = facts;
  const prefixes = [`${year}`, `${year}年度`, `${year - 1}-${year}年`, `${year - 1}年`, ""];
  let count = 0;
  return yaml
    .replace(/^( {4}名称: ["']?)/gm, (found) => found + prefixes[count++ % prefixes.length])
    .replace(/(?<=\S)$/gm, ` # ${year}年第 ${year} 行`);
}

interface Renewed {
  readonly before: string;
  readonly after: string;
  readonly file: string;
  readonly changes: readonly LocatedChange[];
}

async function renewedIn(text: string): Promise<Renewed> {
  const data = put(project, text);
  const { renewal } = await newYearIn(project, data);
  const { file, changes } = renewal;
  return { before: text, after: readFileSync(join(project, file), "utf8"), file, changes };
}

/** What holds of a random budget and the data of the year after it. */
function renewing(
  holds: (renewed: Renewed, budget: RandomBudget) => unknown,
  form = HENAN,
): IAsyncProperty<[RandomBudget]> {
  return fc.asyncProperty(budgets(SIZES, form), async (budget) => {
    const folder = join(project, dirname(dataFile(budget.facts.unit.code, 0).file));
    try {
      await holds(await renewedIn(dated(budget)), budget);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

describe("the data of the year after a random budget", () => {
  tryInRounds(
    "every gap is told as one, and there is no other error",
    renewing(({ after, file, changes }) => {
      const problems = budgetProblems(readYamlText(file, after), schemas.budget, codes);
      const errors = problems.filter(({ severity }) => severity === "错误");
      const gaps = changes.filter(({ kind }) => kind === "emptied");
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["数据/待填"]));
      expect(errors.map(({ place }) => place)).toEqual(gaps.map(({ place }) => place));
    }),
  );

  tryInRounds(
    "only what is listed has changed, and no other comment is lost",
    renewing(({ before, after, file, changes }) => {
      const gone = changes.filter(
        ({ kind, ...each }) => kind === "cleared" && "why" in each && each.why.includes("注释"),
      );
      const lines = new Set(gone.map(({ place }) => place.line));
      const cut = before
        .split("\n")
        .map((line, index) => (lines.has(index + 1) ? line.replace(/ +#.*/, "") : line));
      expect(
        unlisted(
          cut.join("\n"),
          after,
          changes.filter((each) => !gone.includes(each)),
        ),
      ).toEqual([]);
      const kept = commentTexts(file, after);
      const old = commentTexts(file, before);
      for (const comment of old) expect([...kept, ...gone.map(textOfGone)].join("\n")).toContain(comment);
      expect(kept.length + gone.length).toBe(old.length);
    }),
  );

  for (const form of FORMS) {
    tryInRounds(
      `${form.pack}: filled in with last year's amounts, nothing has changed and no reason is asked`,
      renewing(async ({ after, file, changes }, { facts }) => {
        writeFileSync(
          join(project, file),
          filled(after, changes, (_, old) => old),
        );
        const data = dataFile(facts.unit.code, facts.year + 1);
        const { report } = await examineIn(project, { data, output: "out" });
        expect(reportAsText(report)).not.toMatch(/(?:增加|减少)\d/);
      }, form),
      roundsOf(form),
    );
  }
});

function textOfGone(change: LocatedChange): string {
  return change.kind === "cleared" ? change.why : "";
}

function commentTexts(file: string, text: string): readonly string[] {
  return commentsIn(readYamlText(file, text)).map(({ from, to }) => text.slice(from, to));
}

/** The lines that are not as they were, other than at the places of changes; the lists that are cleared apart. */
function unlisted(before: string, after: string, changes: readonly LocatedChange[]): readonly string[] {
  const [old, now] = [before, after].map(withoutCleared).map((text) => text.split("\n"));
  return (now ?? []).flatMap((line, index) => {
    const there = changes.filter(({ place, kind }) => place.line === index + 1 && kind !== "doubt");
    const rest = there.length === 0 ? [line] : pieces(line, there);
    const found = old?.[index] ?? "";
    return isMadeOf(found, rest) ? [] : [`${index + 1}: ${found} → ${line}`];
  });
}

/** Whether a line is these pieces in order, with something between them, and nothing before the first or behind the last. */
function isMadeOf(line: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1) return line === pieces[0];
  let at = 0;
  const inOrder = pieces.every((piece) => {
    const next = line.indexOf(piece, at);
    at = next + piece.length;
    return next >= 0;
  });
  return inOrder && line.startsWith(pieces[0] ?? "") && line.endsWith(pieces.at(-1) ?? "");
}

/** What of a line lies between the places. */
function pieces(line: string, changes: readonly LocatedChange[]): readonly string[] {
  const characters = [...line];
  let from = 0;
  const found = changes.map(({ place }) => {
    const piece = characters.slice(from, place.column - 1).join("");
    from = place.column - 1 + place.length;
    return piece;
  });
  return [...found, characters.slice(from).join("")];
}

function withoutCleared(text: string): string {
  return text.replace(/^上年:[\s\S]*/m, "");
}
