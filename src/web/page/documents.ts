import { history } from "@codemirror/commands";
import {
  ChangeSet,
  EditorState,
  type Extension,
  type StateCommand,
  Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { type ReadonlySignal, signal } from "@preact/signals";
import type { FileText, Saved, TextEdit } from "../protocol.js";
import { ask, NoAnswer } from "./api.js";

/** Whether all that is written is in the file, and if not, why. */
export type Standing =
  | { readonly kind: "saved" | "saving" }
  | { readonly kind: "refused"; readonly says: string }
  | { readonly kind: "clash"; readonly stretches: readonly Disputed[] };

/** A stretch that was changed here and elsewhere, each otherwise. */
export interface Disputed {
  /** in what is written here, from 1 */
  readonly line: number;
  readonly own: string;
  readonly other: string;
}

/** A file that is written in. Its text is the document, with one history, whatever edits it; it saves itself. */
export interface WrittenFile {
  readonly file: string;
  readonly standing: ReadonlySignal<Standing>;
  /** whether it began with what was left unsaved */
  readonly isRecovered: boolean;
  readonly state: EditorState;
  /** Has an editor show it, until what comes back is called. */
  shownBy(make: (state: EditorState, take: Take) => EditorView): () => void;
  run(command: StateCommand): void;
  /** Makes it what the file holds, or holds on to what is written here, where both were changed. */
  choose(which: "own" | "other"): void;
}

/** What an editor does with the transactions that it makes. */
export type Take = (transactions: readonly Transaction[], view: EditorView) => void;

/** Saves after a pause of so many ms; who never pauses is not waited for longer than so many keys. */
const PAUSE = 400;
const MOST_PUT_OFF = 20;

/** Saves what is not in the file yet, and comes back when that has been tried. */
interface Saving {
  save(): Promise<void>;
}

const open = new Map<string, WrittenFile & Saving>();

export function isOpen(file: string): boolean {
  return open.has(file);
}

/** Saves what is not saved, and takes up what has been changed elsewhere: whether all is in the files then. */
export async function saveAll(): Promise<boolean> {
  const kinds = () => [...open.values()].map(({ standing }) => standing.value.kind);
  for (let rounds = 0; rounds === 0 || (kinds().includes("saving") && rounds < MOST_ROUNDS); rounds++)
    await Promise.all([...open.values()].map((each) => each.save()));
  return isAllSaved();
}

/** What met a change from elsewhere is saved by the second; who goes on typing is not waited for. */
const MOST_ROUNDS = 3;

function isAllSaved(): boolean {
  return [...open.values()].every(({ standing }) => standing.value.kind === "saved");
}

addEventListener("visibilitychange", () => void saveAll());
addEventListener("beforeunload", (event) => {
  if (!isAllSaved()) event.preventDefault();
});

/** The file as it is written in here; it is the same as long as the page is open. */
export function writtenFile(given: FileText, extensions: Extension): WrittenFile {
  const { file } = given;
  const known = open.get(file);
  if (known) return known;
  const made = openWritten(given, extensions);
  open.set(file, made);
  void made.save();
  return made;
}

/** What came back where a file was changed elsewhere, and what was typed since it was asked. */
interface Met {
  readonly saved: Extract<Saved, { kind: "changed" }>;
  readonly sent: EditorState;
}

function openWritten({ file, text, unsaved }: FileText, extensions: Extension): WrittenFile & Saving {
  const standing = signal<Standing>({ kind: "saved" });
  let state = EditorState.create({ doc: unsaved?.text ?? text, extensions: [history(), extensions] });
  let base = unsaved?.base ?? text;
  let view: EditorView | undefined;
  let met: Met | undefined;
  // a choice that was made while what it is about was on its way
  let wanted: "own" | "other" | undefined;
  /** since the text was sent that is being saved, or has met another */
  let typed = ChangeSet.empty(state.doc.length);
  let current = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let putOff = 0;

  function took(transactions: readonly Transaction[]): void {
    const changes = transactions.filter(({ docChanged }) => docChanged);
    if (changes.length === 0) return;
    typed = changes.reduce((all, each) => all.compose(each.changes), typed);
    if (standing.value.kind === "saved") standing.value = { kind: "saving" };
    soon();
  }

  function soon(): void {
    putOff += 1;
    if (putOff < MOST_PUT_OFF || timer === undefined) {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE);
    }
  }

  function dispatch(spec: TransactionSpec): void {
    if (view) view.dispatch(spec);
    else alone(state.update(spec));
  }

  function alone(transaction: Transaction): void {
    ({ state } = transaction);
    took([transaction]);
  }

  /** One after the other: what was written while one was on its way is saved by the next. */
  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    current = current.then(saveNow, saveNow);
    return current;
  }

  async function saveNow(): Promise<void> {
    // what an input method is about to write is not written yet
    if (view?.composing) {
      soon();
      return;
    }
    putOff = 0;
    met = undefined;
    const sent = state;
    typed = ChangeSet.empty(sent.doc.length);
    const content = sent.doc.toString();
    try {
      const saved = await ask("save", { file, base, text: content });
      if (saved.kind === "saved") kept(content);
      else meet({ saved, sent });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      standing.value = { kind: "refused", says: error.message };
    }
  }

  function kept(content: string): void {
    base = content;
    wanted = undefined;
    const isAll = typed.empty;
    standing.value = { kind: isAll ? "saved" : "saving" };
    if (!isAll) soon();
  }

  function meet(now: Met): void {
    const { saved, sent } = now;
    met = now;
    if (saved.clashes.length === 0) mergeIn(saved.edits);
    else if (wanted) settle(wanted);
    else standing.value = { kind: "clash", stretches: saved.clashes.map((each) => stretchOf(each, sent)) };
  }

  function settle(which: "own" | "other"): void {
    if (!met) return;
    const { edits, clashes } = met.saved;
    mergeIn(which === "own" ? edits : [...edits, ...clashes], which === "other");
  }

  /** Does to the text what was done elsewhere; it is no step of one's own, and not undone with them. */
  function mergeIn(edits: readonly TextEdit[], isOwn = false): void {
    if (!met) return;
    if (view?.composing) {
      soon();
      return;
    }
    const { saved, sent } = met;
    const changes = ChangeSet.of(edits, sent.doc.length).map(typed);
    met = undefined;
    wanted = undefined;
    base = saved.text;
    standing.value = { kind: "saving" };
    dispatch({ changes, annotations: Transaction.addToHistory.of(isOwn) });
    soon();
  }

  return {
    file,
    standing,
    isRecovered: unsaved !== undefined,
    get state() {
      return state;
    },
    shownBy(make) {
      const shown = make(state, (transactions, itself) => {
        itself.update(transactions);
        ({ state } = itself);
        took(transactions);
      });
      view = shown;
      return () => {
        if (view === shown) view = undefined;
        shown.destroy();
      };
    },
    run: (command) => {
      command({ state, dispatch: (transaction) => (view ? view.dispatch(transaction) : alone(transaction)) });
    },
    choose(which) {
      wanted = which;
      settle(which);
    },
    save,
  };
}

function stretchOf({ from, to, insert }: TextEdit, { doc }: EditorState): Disputed {
  return { line: doc.lineAt(from).number, own: doc.sliceString(from, to), other: insert };
}
