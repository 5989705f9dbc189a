import type { UnitKind } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS, DIMENSION_VALUES } from "../../model/dimensions.js";
import { groupedBy } from "../../model/groups.js";
import type { Query } from "../../model/ledger.js";
import { type Aspect, type Region, regionOf } from "../../model/query.js";

/** Whose document it is, where it is one unit's: what asks for that unit, or its kind, asks for all of it. */
export interface OneUnit {
  readonly kind?: UnitKind;
}

/** What queries ask of a document as words that are the same where they ask for the same; undefined where they say none. */
export type RegionKey = (query: Query) => string | undefined;

/** Without what limits nothing in the document of one unit. */
export function regionKeys(unit: OneUnit | undefined): RegionKey {
  return (query) => {
    const region = regionOf(query);
    return region && keyOf(unit ? ofOneUnit(region, unit) : region);
  };
}

function ofOneUnit(region: Region, { kind }: OneUnit): Region {
  const isAll = ([aspect, values]: readonly [Aspect, readonly string[]]): boolean =>
    aspect === "单位" || (aspect === "单位性质" && kind !== undefined && values.includes(kind));
  return new Map([...region].filter((limit) => !isAll(limit)));
}

/** In words that are the same for regions that are. */
export function keyOf(region: Region): string {
  const limits = [...region].map(([aspect, values]) => `${aspect} ${[...new Set(values)].sort().join(",")}`);
  return limits.toSorted().join(";");
}

/** The ways to say a query as several that have no line in common and are it together, by one dimension whose values are known. */
export function partitionsOf(query: Query): readonly (readonly Query[])[] {
  const region = regionOf(query);
  const [account, ...others] = query.flatMap(({ accounts }) => accounts);
  if (!region || account === undefined || others.length > 0) return [];
  return ACCOUNT_DIMENSIONS[account].flatMap((dimension) => {
    const values: readonly string[] = DIMENSION_VALUES[dimension as keyof typeof DIMENSION_VALUES] ?? [];
    const own = [...new Set(region.get(dimension) ?? values)];
    return own.length > 1
      ? [
          own.map((value) =>
            query.map((each) => ({ ...each, conditions: [...each.conditions, { [dimension]: value }] })),
          ),
        ]
      : [];
  });
}

/** What asks for the same, by what that is. */
export function byRegion<Item extends { readonly query: Query }>(
  items: readonly Item[],
  keyed: RegionKey,
): ReadonlyMap<string | undefined, readonly [Item, ...Item[]]> {
  return groupedBy(items, ({ query }) => keyed(query));
}
