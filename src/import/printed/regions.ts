import type { UnitKind } from "../../model/budget.js";
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

export function keyOf(region: Region): string {
  const limits = [...region].map(([aspect, values]) => `${aspect} ${values.toSorted().join(",")}`);
  return limits.toSorted().join(";");
}

/** What asks for the same, by what that is. */
export function byRegion<Item extends { readonly query: Query }>(
  items: readonly Item[],
  keyed: RegionKey,
): ReadonlyMap<string | undefined, readonly [Item, ...Item[]]> {
  return groupedBy(items, ({ query }) => keyed(query));
}
