import { added, gapsIn, spotsOf, type Text, textsIn } from "../../compose/draft-spots.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { orElse, Refusal } from "../../diagnostic/refusal.js";
import { inOrder, type LeftOut } from "../../diagnostic/telling.js";
import type { Books } from "../../model/ledger.js";
import type { Element, Extent, Marked, Report } from "../../model/report.js";
import type { Sources } from "../../model/sources.js";
import { blocksOf } from "../../model/walk.js";
import type { DataFile } from "../../project/data-files.js";
import { type Disclosure, validateDisclosure } from "../../validate/disclosure.js";
import { validateDraft } from "../../validate/draft.js";
import { type ReadOrder, readBeside, type Setting } from "../../work/build.js";
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
export async function openDisclosure(order: ReadOrder, setting: Setting): Promise<Opened> {
  return shown(order.data, await examined(order, setting), setting);
}

/** What a check tells, and what can be printed although something is wrong. */
interface ExaminedAnyway extends Pick<Opened, "leftOut"> {
  readonly told: readonly Diagnostic[];
  readonly made: Omit<Composed, "drawn"> | undefined;
}

/** As `examine`, which gives nothing where something is wrong; each file is read, and each gate passed, once. */
async function examined(order: ReadOrder, setting: Setting): Promise<ExaminedAnyway> {
  const { schemas } = setting.program;
  let refused: readonly Diagnostic[] = [];
  try {
    const sources = readBeside(order, setting);
    const disclosure = orElse(
      () => validateDisclosure(sources, schemas),
      (found) => {
        refused = found;
        return orElse(() => validateDraft(sources, schemas));
      },
    );
    if (!disclosure) return { told: refused, leftOut: UNREAD, made: undefined };
    const { books, report, found, leftOut } = await passGates(disclosure, setting);
    const made = { sources, disclosure, books, report };
    if (refused.length > 0) return { told: refused, leftOut: UNREAD, made };
    return { told: found, leftOut: found.some(isError) ? leftOut : [], made };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { told: [...refused, ...error.diagnostics], leftOut: UNREAD, made: undefined };
  }
}

/** The gates that are left out where the files are refused. */
const UNREAD: readonly LeftOut[] = ["勾稽", "校对"];

function isError({ severity }: Diagnostic): boolean {
  return severity === "错误";
}

function shown(data: DataFile, { told, leftOut, made }: ExaminedAnyway, { program }: Setting): Opened {
  const texts = made ? blocksOf(made.report).flatMap(textsIn) : [];
  const located = told.toSorted(inOrder).map((diagnostic, index) => {
    return { diagnostic, spots: index < MOST_ON_PAGES ? spotsOf(diagnostic, texts) : [] };
  });
  const found = located.map(({ diagnostic, spots }) => ({
    diagnostic,
    elements: spots.map(([element]) => element),
  }));
  if (!made) return { data, found, leftOut, composed: undefined };
  const marked = marks(
    texts,
    located.flatMap(({ diagnostic, spots }) => (isError(diagnostic) ? spots : [])),
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
