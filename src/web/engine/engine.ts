import { dataFile } from "../../project/data-files.js";
import { neighbourhood } from "../../project/neighbours.js";
import type { FileChanges } from "../../project/watch.js";
import { openProgram, type Prepared, type Setting } from "../../work/build.js";
import type { AnswerOf, AskedOf, CallName, Chosen } from "../protocol.js";
import { completionsAt, type Vocabulary, vocabularyOf } from "./completing.js";
import { type Composed, type Opened, openDisclosure } from "./opened.js";
import { isData, saveText, writtenText } from "./saving.js";
import { trace } from "./trace.js";
import { twoYears } from "./two-years.js";
import { overviewOf } from "./units.js";
import { textOf, viewOf } from "./view.js";

/** What the desk asks about the officer's folder, answered by the program as it stands in memory. */
export interface Engine {
  answer<Name extends CallName>(name: Name, asked: AskedOf<Name>): Promise<AnswerOf<Name>>;
  /** That files of the folder have changed: what is known of them is read anew. */
  forget(changes: FileChanges): void;
}

/** Disclosures that are kept as they were read: one looks from one to the other and back. */
const MOST_KEPT = 4;

/** Opens the program in `place` for the officer's folder `project`. Throws a Refusal. */
export function openEngine(place: string, project: string, prepared: Prepared | undefined): Engine {
  const setting: Setting = {
    program: openProgram(place, prepared),
    project,
    strict: false,
    step: async (_name, _subject, work) => work(),
  };
  const kept = new Map<string, Promise<Opened>>();
  // what can be written stays known while what is written cannot be read
  const vocabularies = new Map<string, Vocabulary>();
  const folder = neighbourhood(project);

  async function opened({ unit, year }: Chosen): Promise<Opened> {
    // what comes from a page is only meant to be what its type says
    if (typeof unit !== "string" || !Number.isInteger(year)) unanswerable("没有说是哪个单位、哪一年");
    const key = keyOf({ unit, year });
    const known = kept.get(key);
    if (known) return known;
    const isThere = folder.units().some((each) => each.unit === unit && each.years.includes(year));
    if (!isThere) unanswerable("没有这个单位这一年的数据");
    const data = dataFile(unit, year);
    const made = openDisclosure({ data, likeness: folder.likeness(data) }, setting);
    kept.set(key, made);
    made.then(
      ({ composed }) => composed && vocabularies.set(key, vocabularyOf(composed, setting)),
      () => kept.delete(key),
    );
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  }

  async function composed(chosen: Chosen): Promise<Composed> {
    const { composed } = await opened(chosen);
    if (composed) return composed;
    throw new Unanswerable("文件现在读不成数据：先改右边列出的错");
  }

  const answers: { readonly [Name in CallName]: (asked: AskedOf<Name>) => Promise<AnswerOf<Name>> } = {
    overview: async () => overviewOf(folder),
    open: async ({ have, ...chosen }) => viewOf(await opened(chosen), new Set(have), setting),
    trace: async ({ page, id, hash, at, ...chosen }) => {
      const made = await composed(chosen);
      // the numbers on a page that has changed since mean something else
      if (made.drawn.pages[page]?.hash !== hash) unanswerable("页面变过了，在新的页面上再点一次");
      return trace({ page, id }, at, made) ?? unanswerable("这里没有可以追溯的内容");
    },
    text: async ({ file, ...chosen }) => {
      const text = textOf(await opened(chosen), file, setting) ?? unanswerable("这个文件不是这份公开用到的");
      return (isData(file) && writtenText(project, file)) || text;
    },
    years: async (chosen) => twoYears(await composed(chosen)),
    save: async ({ file, base, text }) => {
      if (!isData(file)) unanswerable("这个文件不是数据：没有存");
      if (typeof base !== "string" || typeof text !== "string") unanswerable("没有说存什么");
      return saveText(project, file, { base, text });
    },
    complete: async ({ text, at, ...chosen }) => {
      await opened(chosen).catch(() => undefined);
      const known = vocabularies.get(keyOf(chosen));
      const isAsked = known && typeof text === "string" && Number.isInteger(at);
      return isAsked ? completionsAt(text, at, known) : { from: 0, to: 0, options: [] };
    },
  };

  return {
    answer: (name, asked) => answers[name](asked),
    forget(changes) {
      kept.clear();
      folder.forget(changes);
    },
  };
}

function keyOf({ unit, year }: Chosen): string {
  return `${unit} ${year}`;
}

/** Why a question has no answer, in the officer's words. */
export class Unanswerable extends Error {}

function unanswerable(why: string): never {
  throw new Unanswerable(why);
}
