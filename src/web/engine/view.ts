import { type Diagnostic, type Place, placesOf } from "../../diagnostic/diagnostic.js";
import { orElse } from "../../diagnostic/refusal.js";
import { counts, leftOutWords, linesOf } from "../../diagnostic/telling.js";
import { readText } from "../../files/text.js";
import { unsavedOf } from "../../files/write/unsaved.js";
import { gapPaths } from "../../model/gap.js";
import { groupedBy } from "../../model/groups.js";
import type { Sources } from "../../model/sources.js";
import { codeListsOf, writtenTexts } from "../../project/sources.js";
import { dataForms } from "../../validate/data-form.js";
import type { SchemaPart } from "../../validate/schema/schema.js";
import type { Setting } from "../../work/build.js";
import type { DataPart, DeskFault, DeskPage, FileSpot, FileText, OpenedView } from "../protocol.js";
import type { Composed, Opened } from "./opened.js";

/** What of a disclosure the page shows; pages that it has already, by their hashes, come without their drawing. */
export function viewOf(opened: Opened, have: ReadonlySet<string>, setting: Setting): OpenedView {
  const { data, found, leftOut, composed } = opened;
  const faults = found.map(({ diagnostic, elements }) => faultOf(diagnostic, elements, composed));
  return {
    unit: data.unit,
    year: data.year,
    file: data.file,
    title: composed?.report.title.text ?? data.file,
    faults,
    says: counts(found.map(({ diagnostic }) => diagnostic)),
    unmade: leftOutWords(leftOut),
    parts: composed ? partsOf(composed.sources, faults, setting) : [],
    pages: (composed?.drawn.pages ?? []).map(
      ({ hash, width, height, number, svg }): DeskPage => ({
        ...{ hash, width, height, number },
        ...(have.has(hash) ? {} : { svg }),
      }),
    ),
    outline: composed?.drawn.outline ?? [],
    files: filesOf(opened),
    hasUnsaved: unsavedOf(setting.project, data.file) !== undefined,
  };
}

/** A diagnostic as the page lists it. */
export function faultOf(
  diagnostic: Diagnostic,
  elements: Opened["found"][number]["elements"] = [],
  composed?: Composed,
): DeskFault {
  const { severity, code, message, gap, paste = [] } = diagnostic;
  const { paste: _, ...withoutPaste } = diagnostic;
  return {
    ...{ severity, code, message, paste },
    notes: linesOf(withoutPaste),
    places: placesOf(diagnostic).map(spotOfPlace),
    isGap: gap !== undefined,
    spots: elements.flatMap((element) => composed?.drawn.spotOf(element) ?? []),
  };
}

/** A place without what stands there. */
export function spotOfPlace({ file, line, column, length, page }: Place): FileSpot {
  return { file, line, column, length, ...(page !== undefined && { page }) };
}

/** The parts of the data as the format's schema names them, each with what is still to be done in it. */
function partsOf(sources: Sources, faults: readonly DeskFault[], { program }: Setting): readonly DataPart[] {
  const { own } = sources.data;
  const schema: SchemaPart = dataForms(sources, program.schemas).year.schema;
  const written = new Set(typeof own.value === "string" ? [] : Object.keys(own.value));
  const gaps = groupedBy(gapPaths(own.value), ([key]) => String(key));
  const lines = [...written].map((key) => ({ key, line: own.placeOfKey([key]).line }));
  const partAt = (line: number): string | undefined => lines.findLast((each) => each.line <= line)?.key;
  const byPart = groupedBy(
    faults.filter(({ places: [first] }) => first?.file === own.file),
    ({ places: [first] }) => partAt(first?.line ?? 0),
  );
  return Object.entries(schema.properties ?? {}).map(([key, { description = "" }]) => {
    const own = (byPart.get(key) ?? []).filter(({ isGap }) => !isGap);
    return {
      key,
      says: description,
      line: lines.find((each) => each.key === key)?.line,
      gaps: gaps.get(key)?.length ?? 0,
      errors: own.filter(({ severity }) => severity === "错误").length,
      warnings: own.filter(({ severity }) => severity === "警告").length,
      required: schema.required?.includes(key) ?? false,
    };
  });
}

/** A file that the disclosure is made from, as it is on the disk; undefined where it is not one of them. */
export function textOf(opened: Opened, file: string, setting: Setting): FileText | undefined {
  if (!filesOf(opened).includes(file)) return undefined;
  // what is read as it was meant stands there as it was typed; the code lists are the program's own
  const shelves = [setting.project, setting.program.folder];
  const texts = shelves.flatMap((shelf) => orElse(() => [readText(shelf, file).text]) ?? []);
  return { file, text: texts[0] ?? "", canBeWritten: false };
}

/** The data, and what else it is made from; where that cannot be read, the files that are at fault. */
function filesOf({ data, found, composed }: Opened): readonly string[] {
  const files = composed
    ? [...writtenTexts(composed.sources), ...codeListsOf(composed.sources)].map(({ file }) => file)
    : found.flatMap(({ diagnostic }) => placesOf(diagnostic).map(({ file }) => file));
  return [...new Set([data.file, ...files])];
}
