import {
  allLines,
  type BudgetFacts,
  INSTITUTION,
  type Line,
  OPERATING,
  PERSONNEL,
  PURCHASE,
  RECEPTIONS,
  RUNNING,
  sumOf,
  VISITS,
} from "../facts.js";
import { type Cents, printed } from "../money.js";
import { numberIn, type PrintedRow, type Tables, tableOf, textIn } from "../tables.js";
import { figuresOf, isAppropriated, type PutuoFacts } from "./facts.js";

/** The cells of a row: words as they are, amounts in 分, or in hundredths of the table's unit; nothing is zero. */
type Cells = readonly (string | bigint)[];

/** What tables have other rows than follow from the data. Amounts in 元 are exact, so every cell is known. */
export function wrongTables(facts: PutuoFacts, tables: Tables): readonly string[] {
  return Object.entries(expectedTables(facts)).flatMap(([name, { columns, rows }]) => {
    const found = tableOf(tables, name).rows.map((row) => cellsOf(row, columns));
    const isNil = [...rows, ...found].every(isNothing);
    const [should, is] = [rows, isNil ? rows : found].map((each) => each.map(shown));
    return should?.join("\n") === is?.join("\n")
      ? []
      : [`${name}\n应为\n${should?.join("\n")}\n印出\n${is?.join("\n")}`];
  });
}

interface Expected {
  /** those that print amounts with "=" before them */
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
}

const AMOUNT = "=";

function cellsOf(row: PrintedRow, columns: readonly string[]): Cells {
  return columns.map((column) =>
    column.startsWith(AMOUNT) ? (numberIn(row, column.slice(1)) ?? 0n) : leading(textIn(row, column)),
  );
}

/** A class is told by its number alone, as its name is in the code lists. */
function leading(text: string): string {
  return /^[一二三四五六七八九十]+、(?=.*支出$|.*费$)/u.exec(text)?.[0] ?? text;
}

function isNothing(cells: Cells): boolean {
  return cells.every((cell) => typeof cell === "string" || cell === 0n);
}

function shown(cells: Cells): string {
  return cells.join(" | ");
}

function expectedTables(facts: PutuoFacts): Readonly<Record<string, Expected>> {
  const lines = allLines(facts as unknown as BudgetFacts);
  const ofFund = (fund: string): readonly Line[] => lines.filter((line) => line.fund === fund);
  const general = ofFund("一般公共预算");
  return {
    财务收支预算总表: balance(facts, lines),
    收入预算总表: revenue(facts),
    支出预算总表: spending(lines, "支出预算"),
    财政拨款收支预算总表: appropriation(facts, lines),
    一般公共预算支出功能分类预算表: spending(general, "一般公共预算支出"),
    政府性基金预算支出功能分类预算表: spending(ofFund("政府性基金预算"), "政府性基金预算支出"),
    国有资本经营预算支出功能分类预算表: spending(ofFund("国有资本经营预算"), "国有资本经营预算支出"),
    一般公共预算基本支出部门预算经济分类预算表: economic(general.filter(isBasic)),
    "“三公”经费和机关运行经费预算表": threePublic(facts, general),
  };
}

const isBasic = ({ kind }: Line): boolean => [...PERSONNEL, ...OPERATING].includes(kind);
const isPersonnel = ({ kind }: Line): boolean => PERSONNEL.includes(kind);
const isOperating = ({ kind }: Line): boolean => OPERATING.includes(kind);

type Sums<T> = (some: readonly T[]) => readonly Cents[];

/** A row for each class and section, and for each code below them, with all of them last. */
function byLevels<T>(
  items: readonly T[],
  codeOf: (item: T) => string,
  levels: readonly number[],
  sums: Sums<T>,
): readonly Cells[] {
  const blank = levels.map(() => "");
  const rows = [...new Set(items.flatMap((item) => levels.map((end) => codeOf(item).slice(0, end))))].sort();
  return [
    ...rows.map((code) => [
      ...levels.map((end, at) => (end <= code.length ? code.slice(levels[at - 1] ?? 0, end) : "")),
      ...sums(items.filter((item) => codeOf(item).startsWith(code))),
    ]),
    [...blank, ...sums(items)],
  ];
}

const FUNCTION_LEVELS = [3, 5, 7];
const codeColumns = (head: string, levels: readonly string[]): readonly string[] =>
  levels.map((level) => `项目/${head}/${level}`);
const amounts = (head: string, columns: readonly string[]): readonly string[] =>
  columns.map((column) => `${AMOUNT}${head}/${column}`);

function spending(lines: readonly Line[], head: string): Expected {
  const sums: Sums<Line> = (some) => [
    sumOf(some),
    sumOf(some, isBasic),
    sumOf(some, (line) => !isBasic(line)),
  ];
  return {
    columns: [
      ...codeColumns("功能分类科目编码", ["类", "款", "项"]),
      ...amounts(head, ["合计", "基本支出", "项目支出"]),
    ],
    rows: byLevels(lines, ({ functionCode }) => functionCode, FUNCTION_LEVELS, sums),
  };
}

function revenue(facts: PutuoFacts): Expected {
  const sums: Sums<PutuoFacts["revenue"][number]> = (some) => {
    const {
      收入总计: all,
      财政拨款收入: fiscal,
      事业收入: own,
      事业单位经营收入: business,
      其他收入: other,
    } = figuresOf({
      ...facts,
      revenue: some,
    });
    return [all, fiscal, own, business, other].map((each) => each ?? 0n);
  };
  return {
    columns: [
      ...codeColumns("功能分类科目编码", ["类", "款", "项"]),
      ...amounts("收入预算", ["合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"]),
    ],
    rows: byLevels(facts.revenue, ({ functionCode }) => functionCode, FUNCTION_LEVELS, sums),
  };
}

function economic(lines: readonly Line[]): Expected {
  const sums: Sums<Line> = (some) => [sumOf(some), sumOf(some, isPersonnel), sumOf(some, isOperating)];
  return {
    columns: [
      ...codeColumns("经济分类科目编码", ["类", "款"]),
      ...amounts("一般公共预算基本支出", ["合计", "人员经费", "公用经费"]),
    ],
    rows: byLevels(lines, ({ department }) => department, [3, 5], sums),
  };
}

/** Two lists beside each other, each as long as it is, their totals in the last row. */
function beside(
  left: readonly Cells[],
  right: readonly Cells[],
  [leftTotal, rightTotal]: readonly [Cells, Cells],
): readonly Cells[] {
  const blank = (like: Cells): Cells => like.map((cell) => (typeof cell === "bigint" ? 0n : ""));
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? blank(leftTotal)),
    ...(right[at] ?? blank(rightTotal)),
  ]);
  return [...rows, [...leftTotal, ...rightTotal]];
}

/** The classes that have anything, by number, and what is kept for the next year, where anything is. */
function classes(lines: readonly Line[], kept: Cents, sums: Sums<Line>): readonly Cells[] {
  const codes = [...new Set(lines.map(({ functionCode }) => functionCode.slice(0, 3)))].sort();
  const rows = codes.map((code, at) => [
    `${numeral(at + 1)}、`,
    ...sums(lines.filter(({ functionCode }) => functionCode.startsWith(code))),
  ]);
  const nothing = sums([]).slice(1);
  return kept === 0n ? rows : [...rows, ["年终结转结余", kept, ...nothing]];
}

function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const digit = (value: number): string => "一二三四五六七八九".charAt(value - 1);
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digit(ones) : ""}`;
}

function balance(facts: PutuoFacts, lines: readonly Line[]): Expected {
  const figures = figuresOf(facts);
  const of = (name: string): Cents => figures[name] ?? 0n;
  const received = (fund: string): Cents => sumOf(facts.revenue, (each) => each.fund === fund);
  const sums: Sums<Line> = (some) => [
    sumOf(some),
    sumOf(some, isPersonnel),
    sumOf(some, isOperating),
    sumOf(some, (line) => !isBasic(line)),
  ];
  const [, ...parts] = sums(lines);
  return {
    columns: [
      "本年收入/项目",
      "=本年收入/预算数",
      "本年支出/项目",
      "=本年支出/预算数/合计",
      "=本年支出/预算数/基本支出/人员经费",
      "=本年支出/预算数/基本支出/公用经费",
      "=本年支出/预算数/项目支出",
    ],
    rows: beside(
      [
        ["一、财政拨款收入", of("财政拨款收入")],
        ["1、一般公共预算", received("一般公共预算")],
        ["2、政府性基金预算", received("政府性基金预算")],
        ["3、国有资本经营预算", received("国有资本经营预算")],
        ["二、事业收入", of("事业收入")],
        ["三、事业单位经营收入", of("事业单位经营收入")],
        ["四、其他收入", of("其他收入")],
      ],
      classes(lines, sumOf(facts.carriedForward), sums),
      [
        ["收入总计", of("收入总计")],
        ["支出总计", of("支出总计"), ...parts],
      ],
    ),
  };
}

function appropriation(facts: PutuoFacts, all: readonly Line[]): Expected {
  const lines = all.filter(isAppropriated);
  const left = facts.carriedForward.filter(isAppropriated);
  const received = (fund: string): Cents => sumOf(facts.revenue, (each) => each.fund === fund);
  const funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
  const sums: Sums<{ readonly fund: string; readonly cents: Cents }> = (some) => [
    sumOf(some),
    ...funds.map((fund) => sumOf(some, (each) => each.fund === fund)),
  ];
  const kept = left.length > 0 ? [["年终结转结余", ...sums(left)]] : [];
  return {
    columns: [
      "财政拨款收入/项目",
      "=财政拨款收入/预算数",
      "财政拨款支出/项目",
      ...amounts("财政拨款支出", ["合计", ...funds]),
    ],
    rows: beside(
      funds.map((fund, at) => [`${numeral(at + 1)}、${fund}`, received(fund)]),
      [...classes(lines, 0n, sums), ...kept],
      [
        ["收入总计", sumOf(facts.revenue, isAppropriated)],
        ["支出总计", ...sums([...lines, ...left])],
      ],
    ),
  };
}

function threePublic({ unit }: PutuoFacts, lines: readonly Line[]): Expected {
  const of = (...codes: string[]): bigint =>
    printed(sumOf(lines, ({ department }) => codes.includes(department)));
  const head = "“三公”经费预算数";
  return {
    columns: [
      ...amounts(head, ["合计", "因公出国（境）费", "公务接待费"]),
      ...amounts(`${head}/公务用车购置及运行费`, ["小计", "购置费", "运行费"]),
      "=机关运行经费预算数",
    ],
    rows: [
      [
        of(...VISITS, ...RECEPTIONS, ...PURCHASE, ...RUNNING),
        of(...VISITS),
        of(...RECEPTIONS),
        of(...PURCHASE, ...RUNNING),
        of(...PURCHASE),
        of(...RUNNING),
        unit.kind === INSTITUTION
          ? 0n
          : printed(sumOf(lines, (line) => line.appropriation && isOperating(line))),
      ],
    ],
  };
}
