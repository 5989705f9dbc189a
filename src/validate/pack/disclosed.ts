import type { Diagnostic } from "../../diagnostic.js";
import type { Source } from "../../model/source.js";
import { unknownName } from "../schema/names.js";

const LISTS = ["disclosed", "compared"] as const;

/** Names in the lists of what must be disclosed that no measure has. */
export function checkDisclosed(pack: Source, measures: Iterable<string>): readonly Diagnostic[] {
  const written = pack.value as unknown as Partial<Record<(typeof LISTS)[number], readonly string[]>>;
  const known = [...measures];
  return LISTS.flatMap((list) =>
    (written[list] ?? []).flatMap((name, index) =>
      known.includes(name)
        ? []
        : [unknownName("模板/未知", pack.placeOf([list, index]), "口径", name, known)],
    ),
  );
}
