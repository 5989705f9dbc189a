import { computed, signal } from "@preact/signals";
import type {
  Chosen,
  ClickedSpot,
  FileSpot,
  FileText,
  JobKind,
  OpenedView,
  Overview,
  PageSpot,
  RunningJob,
  Traced,
  TwoYears,
} from "../protocol.js";
import { ask, beginJob, listen, NoAnswer, type RunWith, stopJob } from "./api.js";
import { isOpen, saveAll } from "./documents.js";

/** What stands at the right of the pages. */
export type Panel = "faults" | "trace" | "text" | "years" | "job" | "files";
/** Which of the three columns is seen where there is room for one. */
export type Pane = "folder" | "pages" | "side";

/** A place that one comes back to: which disclosure, and what of it is looked at. */
export interface Visit extends Chosen {
  readonly panel: Panel;
  readonly spot?: ClickedSpot;
  readonly file?: Pick<FileSpot, "file" | "line">;
}

export const overview = signal<Overview | undefined>(undefined);
export const view = signal<OpenedView | undefined>(undefined);
export const visit = signal<Visit | undefined>(undefined);
export const traced = signal<Traced | undefined>(undefined);
export const text = signal<FileText | undefined>(undefined);
export const years = signal<TwoYears | undefined>(undefined);
export const job = signal<RunningJob | undefined>(undefined);
export const pane = signal<Pane>("pages");
/** what is told about the desk itself */
export const trouble = signal("");
export const connected = signal(true);
/** whether what is shown is being read anew */
export const reading = signal(false);
/** pages whose file cannot be read just now, as they were before */
export const stale = signal(false);
/** a file from elsewhere that was dropped; and the one that a command was run for */
export const dropped = signal<File | undefined>(undefined);
export const judged = signal<File | undefined>(undefined);
/** the file from elsewhere that stands in place of the pages, and which page of it is looked for, from 1 */
export const foreign = signal<{ readonly file: File; readonly page: number } | undefined>(undefined);
/** where the pages are to be scrolled to, a new object each time */
export const shown = signal<PageSpot | undefined>(undefined);

export const panel = computed<Panel>(() => visit.value?.panel ?? "faults");

/** The drawings of pages by their hashes, so that none is sent twice. */
const drawings = new Map<string, string>();

export function drawingOf(hash: string): string {
  return drawings.get(hash) ?? "";
}

/** Does what may have no answer, and tells why it has none. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    trouble.value = "";
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    trouble.value = error.message;
  }
}

/** Begins: the folder, its newest disclosure, and from then on what the server tells. */
export async function begin(): Promise<void> {
  addEventListener("popstate", ({ state }) => attempt(() => show(state as Visit | null)));
  addEventListener("keydown", goAlong);
  listen(
    (event) => {
      if (event.kind === "job") job.value = event.job;
      if (event.kind !== "changed") return;
      void saveAll();
      void attempt(refresh);
    },
    (is) => {
      connected.value = is;
      if (is && view.value) void attempt(refresh);
      if (is) void saveAll();
    },
  );
  await attempt(async () => {
    overview.value = await ask("overview", {});
    const kept = history.state as Visit | null;
    if (kept && isThere(kept)) await show(kept);
    else await goFirst();
  });
}

/** Goes to the newest disclosure of the first unit, where there is one. */
async function goFirst(): Promise<void> {
  const [first] = overview.value?.units ?? [];
  const [year] = first?.years ?? [];
  if (first && year !== undefined) await go({ unit: first.unit, year, panel: "faults" }, "replace");
}

/** Back and forth, in browsers too that have other keys for it. */
function goAlong(event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (steps === undefined) return;
  event.preventDefault();
  history.go(steps);
}

function isThere({ unit, year }: Chosen): boolean {
  return overview.value?.units.some((each) => each.unit === unit && each.years.includes(year)) ?? false;
}

/** Goes somewhere, so that the browser's own way back leads here again. */
export async function go(next: Visit, how: "push" | "replace" = "push"): Promise<void> {
  if (how === "push") history.pushState(next, "");
  else history.replaceState(next, "");
  await attempt(() => show(next));
}

/** Goes on within the disclosure that is looked at. */
export function goOn(more: Omit<Visit, "unit" | "year">): void {
  const { value: chosen } = visit;
  if (chosen) void go({ unit: chosen.unit, year: chosen.year, ...more });
}

async function show(next: Visit | null): Promise<void> {
  if (!next) return;
  const isOther = next.unit !== visit.value?.unit || next.year !== visit.value?.year;
  visit.value = next;
  if (next.panel !== "faults") pane.value = "side";
  if (isOther) await open(next);
  await showPanel(next);
}

async function showPanel({ unit, year, panel: kind, spot, file }: Visit): Promise<void> {
  const chosen = { unit, year };
  if (kind === "trace" && spot) {
    traced.value = await ask("trace", { ...chosen, ...spot });
    reveal(spot);
  }
  // what is written in has its own way to the disk and back
  if (kind === "text" && file && !(isOpen(file.file) && text.value?.file === file.file))
    text.value = await ask("text", { ...chosen, file: file.file });
  if (kind === "years") years.value = await ask("years", chosen);
  if (kind === "faults" && spot) reveal(spot);
}

/** Has the pages scrolled to what is looked at, where they are seen. */
function reveal({ page, id }: PageSpot): void {
  foreign.value = undefined;
  shown.value = { page, id };
}

async function open({ unit, year }: Chosen): Promise<void> {
  reading.value = true;
  try {
    const opened = await ask("open", { unit, year, have: [...drawings.keys()] });
    for (const { hash, svg } of opened.pages) if (svg !== undefined) drawings.set(hash, svg);
    const { value: before } = view;
    const isSame = before?.unit === unit && before.year === year;
    // what cannot be read just now was readable a moment ago: its pages stay
    stale.value = isSame && opened.pages.length === 0 && before.pages.length > 0;
    view.value =
      stale.value && before
        ? { ...opened, pages: before.pages, outline: before.outline, parts: before.parts }
        : opened;
    forget(view.value);
  } finally {
    reading.value = false;
  }
}

/** Drawings that no page shows any more are kept for a while, as one goes back and forth. */
const MOST_DRAWINGS = 600;

function forget({ pages }: OpenedView): void {
  const used = new Set(pages.map(({ hash }) => hash));
  for (const hash of drawings.keys()) {
    if (drawings.size <= MOST_DRAWINGS) return;
    if (!used.has(hash)) drawings.delete(hash);
  }
}

/** Reads anew what is looked at, after files have changed. */
async function refresh(): Promise<void> {
  overview.value = await ask("overview", {});
  const { value: now } = visit;
  if (!now) return goFirst();
  if (!isThere(now)) throw new NoAnswer("这一年的数据文件移走了，或者删掉了；页面是它还在的时候的");
  await open(now);
  if (now.panel === "text" || now.panel === "years") await showPanel(now);
}

/** Begins a command for what is looked at, and shows how far it is. */
export function run(kind: JobKind, given: RunWith = {}): void {
  const { value: chosen } = visit;
  if (!chosen) return;
  void attempt(async () => {
    if (!(await saveAll())) throw new NoAnswer("写的有一些没有存进文件，没有开始做：先看数据文件那里说的");
    await beginJob(kind, chosen, given);
    if (given.file) judged.value = given.file;
    await go({ unit: chosen.unit, year: chosen.year, panel: "job" });
  });
}

/** Shows a page of a file from elsewhere in place of the pages. */
export function showForeign(file: File, page = 1): void {
  foreign.value = { file, page };
  pane.value = "pages";
}

/** Shows a place on the pages. */
export function showOnPages(spot: PageSpot): void {
  pane.value = "pages";
  reveal(spot);
}

export function stop(): void {
  void attempt(stopJob);
}
