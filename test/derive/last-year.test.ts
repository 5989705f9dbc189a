import { expect, test } from "@jest/globals";
import { ACCOUNTS } from "../../src/model/ledger.js";
import { factsOf } from "../check/facts.js";

test("a figure of last year that is written down says where", () => {
  const { books, budget, measures } = factsOf("sample");
  const figures = [...measures.values()].flatMap((measure) => books.lastYear(measure) ?? []);
  expect(figures.map(({ measure }) => measure).sort()).toEqual([...budget.lastYear.figures.keys()].sort());
  for (const { amount, measure, lines } of figures) {
    const written = budget.lastYear.figures.get(measure);
    expect(lines).toEqual([{ amount, label: measure, place: written?.place }]);
    expect(lines[0]?.place.excerpt).toContain(`${measure}: `);
  }
});

test("no query of this year's ledger finds it", () => {
  const { books, budget } = factsOf("sample");
  const last = new Set([...budget.lastYear.figures.values()].map(({ place }) => place.line));
  expect(books.lines(ACCOUNTS).filter(({ place }) => last.has(place.line))).toEqual([]);
  expect(books.lines(ACCOUNTS)).toHaveLength(books.ledger.lines.length);
});

test("a figure that last year's file gives has that file's lines", () => {
  const { books, measures } = factsOf("second-year");
  const measure = measures.get("收入总计");
  const figure = measure && books.lastYear(measure);
  expect(figure?.lines.length).toBeGreaterThan(0);
  expect(new Set(figure?.lines.map(({ place }) => place.file))).toEqual(new Set(["data/410002/2024.yaml"]));
});
