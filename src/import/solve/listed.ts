import { groupedBy } from "../../model/groups.js";
import type { Account } from "../../model/ledger.js";
import { regionOf } from "../../model/query.js";
import { type AskedCell, type Dimensions, type FenRange, takes } from "./asked.js";

/** The codes that a table lists, of which it also prints the total: where they come to it there is nothing beside them. */
interface Listing {
  readonly total: AskedCell;
  readonly codes: ReadonlySet<string>;
}

/** Whether a line can be where the tables that ought to list it do not. */
export type IsListed = (account: Account, dimensions: Dimensions) => boolean;

const LONGEST = { function: 7, economy: 5 } as const;

/** Which lines the tables of one classification leave room for. */
export function listedIn(all: readonly AskedCell[], side: "function" | "economy"): IsListed {
  const listings = listingsOf(all, side);
  return (account, dimensions) =>
    listings.every(
      ({ total, codes }) =>
        !takes(total.cell.query, account, dimensions) ||
        codesOf(side, dimensions).some((code) => codes.has(code)),
    );
}

function codesOf(side: "function" | "economy", dimensions: Dimensions): readonly string[] {
  if (side === "function") return [dimensions.功能科目 ?? ""];
  const { 经济科目: code = "", 政府经济科目: government = "" } = dimensions;
  return [code, `${code} ${government}`];
}

function listingsOf(all: readonly AskedCell[], side: "function" | "economy"): readonly Listing[] {
  const totals = new Map(
    all.flatMap((each) => (each.side === "neither" ? [[keyWithout(each, []), each] as const] : [])),
  );
  const entries = all.flatMap((each) => {
    const code = each.side === side ? ownCode(each, side) : undefined;
    const aspects = side === "function" ? ["功能科目"] : ["经济科目", "政府经济科目"];
    return code === undefined ? [] : [{ code, range: each.range, key: keyWithout(each, aspects) }];
  });
  return [...groupedBy(entries, ({ key }) => key)].flatMap(([key, some]) => {
    const total = totals.get(key);
    const codes = new Map(withoutRepeated(some).map(({ code, range }) => [code, range]));
    return total && comesTo([...codes.values()], total.range)
      ? [{ total, codes: new Set(codes.keys()) }]
      : [];
  });
}

/** A code that stands alone in one table, and in pairs in another, is the sum of the pairs. */
function withoutRepeated<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
): readonly Entry[] {
  const paired = new Set(entries.flatMap(({ code }) => (code.includes(" ") ? [code.split(" ")[0]] : [])));
  return entries.filter(({ code }) => !paired.has(code));
}

/** The one whole code that a cell asks for; with the code of the other economic classification, where it asks for both. */
function ownCode({ cell }: AskedCell, side: "function" | "economy"): string | undefined {
  const region = regionOf(cell.query);
  const only = (aspect: "功能科目" | "经济科目" | "政府经济科目"): string | undefined => {
    const [code, another] = region?.get(aspect) ?? [];
    return another === undefined && code?.length === LONGEST[side] ? code : undefined;
  };
  if (side === "function") return only("功能科目");
  const government = only("政府经济科目");
  const code = only("经济科目");
  return code !== undefined && government !== undefined ? `${code} ${government}` : code;
}

/** What a cell asks besides the aspects and the unit, which is the same everywhere. */
function keyWithout({ cell }: AskedCell, aspects: readonly string[]): string {
  const region = [...(regionOf(cell.query) ?? [["", [JSON.stringify(cell.query)]] as const])];
  const left = region.filter(([aspect]) => ![...aspects, "单位", "单位性质"].includes(aspect));
  return JSON.stringify(left.map(([aspect, values]) => [aspect, [...values].sort()]).sort());
}

function comesTo(parts: readonly FenRange[], total: FenRange): boolean {
  const least = parts.reduce((all, { low }) => all + low, 0);
  const most = parts.reduce((all, { high }) => all + high, 0);
  return least <= total.high && most >= total.low;
}
