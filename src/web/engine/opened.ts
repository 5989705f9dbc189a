import { added, gapsIn, spotsOf, type Text, textsIn } from "../../compose/draft-spots.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import { inOrder, type LeftOut } from "../../diagnostic/telling.js";
import type { Books } from "../../model/ledger.js";
import type { Element, Extent, Marked, Report } from "../../model/report.js";
import type { Sources } from "../../model/sources.js";
import { blocksOf } from "../../model/walk.js";
import type { DataFile } from "../../project/data-files.js";
import type { Resemblance } from "../../project/neighbours.js";
import type { Disclosure } from "../../validate/disclosure.js";
import { validateDraft } from "../../validate/draft.js";
import { examine, readBeside, type Setting } from "../../work/build.js";
import { passGates } from "../../work/gates.js";
import { type DrawnPages, drawPages } from "./pages.js";

/** What the files of a disclosure give, as far as they can be read. */
export interface Composed {
  readonly sources: Sources;
  readonly disclosure: Disclosure;
  readonly books: Books;
  readonly report: Report;
  readonly drawn: DrawnPages;
}

/** A disclosure as its files say it now. */
export interface Opened {
  readonly data: DataFile;
  /** what a check tells, in its order, each with what of the report it is seen in */
  readonly found: readonly FoundOnPages[];
  readonly leftOut: readonly LeftOut[];
  /** undefined where the files say too little to print anything */
  readonly composed: Composed | undefined;
}

export interface FoundOnPages {
  readonly diagnostic: Diagnostic;
  readonly elements: readonly Element[];
}

/** More faults than these are mended one after the other; each is looked for in all that the pages print. */
const MOST_ON_PAGES = 40;

/** Checks a disclosure as `check` does, and lays it out; what is wrong with it is marked as in a draft. */
export async function openDisclosure(
  data: DataFile,
  likeness: Resemblance | undefined,
  setting: Setting,
): Promise<Opened> {
  const order = { data, likeness };
  try {
    const { sources, books, report, warnings, year, lastYear, pack } = await examine(order, setting);
    const disclosure = { year, lastYear, pack, found: [] };
    return shown(data, warnings, [], { sources, disclosure, books, report }, setting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return shown(data, error.diagnostics, error.leftOut, await asDraft(order, setting), setting);
  }
}

type Made = Omit<Composed, "drawn">;

/** What can be printed although something is wrong; undefined where that is nothing. */
async function asDraft(order: Parameters<typeof readBeside>[0], setting: Setting): Promise<Made | undefined> {
  try {
    const sources = readBeside(order, setting);
    const disclosure = validateDraft(sources, setting.program.schemas);
    const { books, report } = await passGates(disclosure, setting);
    return { sources, disclosure, books, report };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function shown(
  data: DataFile,
  diagnostics: readonly Diagnostic[],
  leftOut: readonly LeftOut[],
  made: Made | undefined,
  { program }: Setting,
): Opened {
  const texts = made ? blocksOf(made.report).flatMap(textsIn) : [];
  const located = diagnostics.toSorted(inOrder).map((diagnostic, index) => {
    return { diagnostic, spots: index < MOST_ON_PAGES ? spotsOf(diagnostic, texts) : [] };
  });
  const found = located.map(({ diagnostic, spots }) => ({
    diagnostic,
    elements: spots.map(([element]) => element),
  }));
  if (!made) return { data, found, leftOut, composed: undefined };
  const marked = marks(
    texts,
    located.flatMap(({ diagnostic, spots }) => (diagnostic.severity === "错误" ? spots : [])),
  );
  try {
    const drawn = drawPages(made.report, program.fonts, marked);
    return { data, found, leftOut, composed: { ...made, drawn } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // what does not fit the page is told when it is printed, too
    const unfit = error.diagnostics.map((diagnostic) => ({ diagnostic, elements: [] }));
    return { data, found: [...unfit, ...found], leftOut, composed: undefined };
  }
}

function marks(texts: readonly Text[], spots: readonly (readonly [Element, Extent])[]): Marked {
  const marked = new Map<Element, Extent>(gapsIn(texts));
  for (const [element, extent] of spots) {
    marked.set(element, added(marked.get(element), extent));
  }
  return marked;
}
