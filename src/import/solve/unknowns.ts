import { type CodeLists, correspondingCode, type UnitKind } from "../../model/budget.js";
import {
  APPROPRIATED_FUNDS,
  BASIC_KINDS,
  DIMENSION_VALUES,
  natureOf,
  PROJECT_KINDS,
} from "../../model/dimensions.js";
import { groupedBy } from "../../model/groups.js";
import type { Account } from "../../model/ledger.js";
import { type AskedCell, type Dimensions, takes, valuesAsked, valuesIn } from "./asked.js";
import { listedIn } from "./listed.js";
import { basicPrice, mayBeOf, PROJECT_PRICE } from "./prices.js";

/** A project that the tables name. */
export interface NamedProject {
  /** as the cells ask for it */
  readonly key: string;
  /** undefined where no table says it */
  readonly kind: string | undefined;
}

/** Whose tables they are, and what is known besides them. */
export interface Known {
  readonly unit: { readonly code: string; readonly kind: UnitKind };
  readonly projects: readonly NamedProject[];
  readonly codes: CodeLists;
}

/** A line that a ledger with these tables may have; its amount is what is looked for. */
export interface Unknown {
  readonly account: Account;
  readonly dimensions: Dimensions;
  readonly price: number;
  /** which money it is: fund, whether it is an appropriation, and year */
  readonly pot: string;
  /** of expenditure: function, kind and pot, which are all that tables of projects and tables of codes have in common */
  readonly group: string;
  /** whether it is said by project, and not by economic code: no table crosses these */
  readonly ofProject: boolean;
  /** the cells that it is in, by number */
  readonly cells: readonly number[];
}

/** A fund in one year, as appropriation or not. */
type Pot = Readonly<Record<"资金来源" | "财政拨款" | "年份来源", string>>;

/** Expenditure of a kind from a pot. */
interface Spending {
  readonly dimensions: Dimensions;
  readonly pot: Pot;
  readonly kind: string;
}

/** The same with a code of one classification, which its tables have room for, and the cells that it is in. */
interface Part extends Spending {
  readonly cells: readonly number[];
}

const GENERAL = "一般公共预算";
/** That what was brought forward of the general budget is no appropriation is rare, and printed nowhere by itself. */
const NO_APPROPRIATION = 0.5;
const KINDS: readonly string[] = [...BASIC_KINDS, ...PROJECT_KINDS];

/** So many printed amounts, and lines that they could come from, are taken at most: no unit prints a tenth of it. */
const MOST_CELLS = 50_000;
const MOST_LINES = 100_000;

/** Every line that the printed amounts leave room for; undefined where that is more than any unit could have. */
export function unknownsOf(all: readonly AskedCell[], known: Known): readonly Unknown[] | undefined {
  if (all.length > MOST_CELLS) return undefined;
  const shared: Dimensions = { 单位性质: known.unit.kind, 单位: known.unit.code };
  const pots = potsOf(all);
  const spendings = spendingsOf(all, pots, shared);
  const byFunction = partsOf(functionsIn(all, "支出"), spendings, roomIn(all, "function"));
  const byEconomy = partsOf(economyIn(all, known), spendings, roomIn(all, "economy"));
  if (!isFew(byFunction, byEconomy, known.projects)) return undefined;
  return [
    ...crossed(all, byFunction, byEconomy),
    ...ofProjects(all, byFunction, known.projects),
    ...received(all, pots, shared),
    ...carried(all, pots, shared),
  ];
}

/** The money there may be: what no cell asks of it is as it usually is. */
function potsOf(all: readonly AskedCell[]): readonly Pot[] {
  const years = valuesAsked(all, "年份来源").length > 0 ? DIMENSION_VALUES.年份来源 : ["本年"];
  const split =
    valuesAsked(
      all.filter(({ cell }) => asksRevenue(cell.query)),
      "财政拨款",
    ).length > 0;
  return DIMENSION_VALUES.资金来源.flatMap((fund) => {
    const usual = APPROPRIATED_FUNDS.includes(fund) ? ["是"] : ["否"];
    const kinds = fund === GENERAL && split ? ["是", "否"] : usual;
    return years.flatMap((year) => kinds.map((each) => ({ 资金来源: fund, 财政拨款: each, 年份来源: year })));
  });
}

const asksRevenue = (query: AskedCell["cell"]["query"]): boolean =>
  query.some(({ accounts }) => accounts.includes("收入"));

export function nameOfPot({ 资金来源: fund, 财政拨款: appropriation, 年份来源: year }: Dimensions): string {
  return `${year} ${fund} ${appropriation}`;
}

function functionsIn(all: readonly AskedCell[], account: Account): readonly Dimensions[] {
  const asking = all.filter(({ cell }) => cell.query.some(({ accounts }) => accounts.includes(account)));
  return valuesAsked(asking, "功能科目")
    .filter((code) => code.length === 7)
    .map((code) => ({ 功能类: code.slice(0, 3), 功能款: code.slice(0, 5), 功能科目: code }));
}

/** The pairs of economic codes that tables print, and by the correspondence those that are printed alone. */
function economyIn(all: readonly AskedCell[], { codes, unit }: Known): readonly Dimensions[] {
  const pairs = new Map<string, readonly [string, string]>();
  const add = (code: string, government: string): void => {
    pairs.set(`${code} ${government}`, [code, government]);
  };
  const alone = new Set<string>();
  for (const { cell } of all) {
    const [code, ...more] = valuesIn(cell.query, "经济科目");
    const [government] = valuesIn(cell.query, "政府经济科目");
    if (code?.length === 5 && more.length === 0 && government?.length === 5) add(code, government);
    else for (const each of [code ?? "", ...more].filter(({ length }) => length === 5)) alone.add(each);
  }
  const paired = new Set([...pairs.values()].map(([code]) => code));
  for (const code of [...alone].filter((each) => !paired.has(each)).sort())
    add(code, correspondingCode(codes, code, unit.kind)?.code ?? "");
  return [...pairs.values()].map(([code, government]) => ({
    经济类: code.slice(0, 3),
    经济科目: code,
    政府经济类: government.slice(0, 3),
    政府经济科目: government,
  }));
}

/** The cells that a line is in; undefined where one of them says that there is none. */
type Room = (account: Account, dimensions: Dimensions) => readonly number[] | undefined;

function roomIn(all: readonly AskedCell[], side: "function" | "economy"): Room {
  const sides = side === "function" ? ["function", "neither"] : ["economy"];
  const isListed = listedIn(all, side);
  const cellsOf = takenBy(all, sides);
  return (account, dimensions) => {
    const cells = cellsOf(account, dimensions);
    return cells && isListed(account, dimensions) ? cells : undefined;
  };
}

/** The numbers of the cells of these sides that take a line, of which none may be about nothing. */
function takenBy(all: readonly AskedCell[], sides: readonly string[]): Room {
  const numbered = all.flatMap((each, number) => (sides.includes(each.side) ? [{ ...each, number }] : []));
  const byCode = groupedBy(numbered, ({ cell }) => onlyCode(cell.query));
  return (account, dimensions) => {
    const taken: number[] = [];
    const { 功能科目: item, 经济科目: code, 项目: project } = dimensions;
    for (const asking of ["", item, code, project])
      for (const { number, range, cell } of (asking !== undefined && byCode.get(asking)) || []) {
        if (!takes(cell.query, account, dimensions)) continue;
        if (range.high <= 0) return undefined;
        taken.push(number);
      }
    return taken;
  };
}

/** The whole code that a query asks for, one of those if there are several that it needs, nothing if there is none. */
function onlyCode(query: AskedCell["cell"]["query"]): string {
  for (const dimension of ["功能科目", "经济科目", "项目"] as const) {
    const [code, another] = valuesIn(query, dimension);
    if (code !== undefined && another === undefined && query.length === 1) return code;
  }
  return "";
}

function spendingsOf(
  all: readonly AskedCell[],
  pots: readonly Pot[],
  shared: Dimensions,
): readonly Spending[] {
  const cellsOf = takenBy(all, ["neither"]);
  return pots
    .flatMap((pot) =>
      KINDS.map((kind): Spending => {
        return { pot, kind, dimensions: { ...shared, ...pot, 类别: kind, ...natureOf(kind) } };
      }),
    )
    .filter(({ dimensions }) => cellsOf("支出", dimensions) !== undefined);
}

function partsOf(codes: readonly Dimensions[], spendings: readonly Spending[], room: Room): readonly Part[] {
  return codes.flatMap((code) =>
    spendings.flatMap((spending): readonly Part[] => {
      const dimensions = { ...spending.dimensions, ...code };
      const cells = room("支出", dimensions);
      return cells ? [{ ...spending, dimensions, cells }] : [];
    }),
  );
}

const keyOfSpending = ({ pot, kind }: Spending): string => `${nameOfPot(pot)} ${kind}`;

function isFew(
  byFunction: readonly Part[],
  byEconomy: readonly Part[],
  projects: readonly NamedProject[],
): boolean {
  const economy = groupedBy(byEconomy, keyOfSpending);
  const lines = byFunction.reduce((all, part) => all + (economy.get(keyOfSpending(part))?.length ?? 0), 0);
  return lines + byFunction.length * projects.length <= MOST_LINES;
}

/** Each function with each economic code that it may go with: of the same money and kind. */
function crossed(
  all: readonly AskedCell[],
  byFunction: readonly Part[],
  byEconomy: readonly Part[],
): readonly Unknown[] {
  const present = new Set(byFunction.map(({ dimensions }) => dimensions.功能科目 ?? ""));
  const economy = groupedBy(byEconomy, keyOfSpending);
  const both = takenBy(all, ["both"]);
  return byFunction.flatMap((one) =>
    (economy.get(keyOfSpending(one)) ?? []).flatMap((other): readonly Unknown[] => {
      const dimensions: Dimensions = { ...one.dimensions, ...other.dimensions };
      const { 支出性质: nature, 经济科目: code = "" } = dimensions;
      if (nature === "基本支出" && !mayBeOf(code, one.kind)) return [];
      const more = both("支出", dimensions);
      if (!more) return [];
      const cells = [...one.cells, ...other.cells, ...more];
      return [{ ...spent(one, dimensions, present), ofProject: false, cells }];
    }),
  );
}

function ofProjects(
  all: readonly AskedCell[],
  byFunction: readonly Part[],
  projects: readonly NamedProject[],
): readonly Unknown[] {
  const cellsOf = takenBy(all, ["project"]);
  return projects.flatMap((project) =>
    byFunction.flatMap((part): readonly Unknown[] => {
      const isOfKind =
        project.kind === undefined ? part.dimensions.支出性质 === "项目支出" : project.kind === part.kind;
      if (!isOfKind) return [];
      const dimensions = { ...part.dimensions, 项目: project.key };
      const cells = cellsOf("支出", dimensions);
      return cells ? [{ ...spent(part, dimensions, new Set()), ofProject: true, price: 0, cells }] : [];
    }),
  );
}

function spent(
  { pot, kind, dimensions: { 功能科目: item = "" } }: Part,
  dimensions: Dimensions,
  present: ReadonlySet<string>,
): Omit<Unknown, "cells" | "ofProject"> {
  const money = nameOfPot(pot);
  const isBasic = dimensions.支出性质 === "基本支出";
  const price = isBasic ? basicPrice(item, dimensions.经济科目 ?? "", kind, present) : PROJECT_PRICE;
  return {
    account: "支出",
    dimensions,
    price: price + rarity(pot),
    pot: money,
    group: `${money} ${kind} ${item}`,
  };
}

function rarity({ 资金来源: fund, 财政拨款: appropriation, 年份来源: year }: Dimensions): number {
  return fund === GENERAL && appropriation === "否" && year !== "本年" ? NO_APPROPRIATION : 0;
}

/** What is received, by what for where tables say that. */
function received(all: readonly AskedCell[], pots: readonly Pot[], shared: Dimensions): readonly Unknown[] {
  const codes = functionsIn(all, "收入");
  const isListed = listedIn(all, "function");
  const lines = pots.flatMap((pot) =>
    (codes.length > 0 ? codes : [{}]).map((code): Dimensions => ({ ...shared, ...pot, ...code })),
  );
  return uncrossed(
    all,
    "收入",
    lines.filter((each) => isListed("收入", each)),
  );
}

function carried(all: readonly AskedCell[], pots: readonly Pot[], shared: Dimensions): readonly Unknown[] {
  const now = pots.filter(({ 年份来源: year }) => year === "本年");
  const lines = now.map(({ 资金来源, 财政拨款 }): Dimensions => ({ ...shared, 资金来源, 财政拨款 }));
  return uncrossed(all, "年终结转", lines);
}

function uncrossed(
  all: readonly AskedCell[],
  account: Account,
  lines: readonly Dimensions[],
): readonly Unknown[] {
  const cellsOf = takenBy(all, ["function", "neither"]);
  return lines.flatMap((dimensions): readonly Unknown[] => {
    const cells = cellsOf(account, dimensions);
    const pot = nameOfPot(dimensions);
    const price = rarity(dimensions);
    return cells ? [{ account, dimensions, price, pot, group: "", ofProject: false, cells }] : [];
  });
}
