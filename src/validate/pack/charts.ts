import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import type { Measure } from "../../model/pack/measure.js";
import type { PackSources } from "../../model/pack/pack.js";
import type { Path } from "../../model/source.js";
import { expectName } from "../schema/names.js";
import { unitOfMeasure } from "./measures.js";
import type { WrittenPack } from "./pack.js";

/** What charts name that is not there, and figures that no chart can hold against each other. */
export function checkCharts(
  { pack, tables }: PackSources,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const { parts } = pack.value as unknown as WrittenPack;
  return parts.flatMap((part, at) => {
    if (part.kind !== "narrative") return [];
    return (part.charts ?? []).flatMap((chart, index) => {
      const path: Path = ["parts", at, "charts", index];
      const placeOf =
        (...steps: Path) =>
        () =>
          pack.placeOf([...path, ...steps]);
      const names = chart.measures.flatMap((name, each) =>
        expectName("口径", name, measures.keys(), placeOf("measures", each)),
      );
      return [
        ...expectName("说明文件", chart.after, part.files, placeOf("after")),
        ...names,
        ...expectName("附表文件", chart.table, tables.keys(), placeOf("table")),
        ...(areAlike(chart.measures, measures) ? [] : [unlike(placeOf("measures")())]),
      ];
    });
  });
}

function areAlike(names: readonly string[], measures: ReadonlyMap<string, Measure>): boolean {
  const units = names.flatMap((name) => unitOfMeasure(name, measures) ?? []);
  return new Set(units).size <= 1;
}

function unlike(place: ReturnType<PackSources["pack"]["placeOf"]>): Diagnostic {
  const message = "一张图里的数单位不同，长短不能相比";
  return problem("模板/取值", message, place, "怎么改：单位不同的分成几张图");
}
