import type { Diagnostic } from "../../diagnostic.js";
import type { Writing } from "../collate/differences.js";
import { type Names, report } from "./saying.js";

/** Numbers with other decimals, once for each table or section. */
export function diagnoseWritings(writings: readonly Writing[], names: Names): readonly Diagnostic[] {
  const places = new Map<string, Writing[]>();
  for (const each of writings.filter(({ what }) => what === "decimals")) {
    places.set(each.where, [...(places.get(each.where) ?? []), each]);
  }
  return [...places].flatMap(([where, own]) => {
    const [first] = own;
    if (!first) return [];
    const shown = [...new Set(own.map(({ found }) => found))].join("、");
    const message = `${where}里的数小数位数与别处不一：${shown}`;
    const example = `共 ${own.length} 处，例如 ${first.found} 应印成 ${first.expected}`;
    const remedy = "怎么改：金额一律印两位小数；程序会自己印";
    return [report("警告", "审核/写法", message, first.stretch, names, example, remedy)];
  });
}
