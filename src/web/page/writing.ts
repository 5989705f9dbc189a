import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { ask, NoAnswer } from "./api.js";
import { visit } from "./state.js";

/** What a file that is written in has besides what is shown of every file. */
export function writing(): readonly Extension[] {
  // these lead back and forth between what was looked at
  const keys = defaultKeymap.filter(({ key }) => key !== "Alt-ArrowLeft" && key !== "Alt-ArrowRight");
  return [autocompletion({ override: [completions], icons: false }), keymap.of([...historyKeymap, ...keys])];
}

/** Where something is begun: a word, or what stands behind a key or a bracket. */
const BEGUN = /[\p{L}\p{N}]$|[:,[{-][ ]$|\{\{$/u;
const GOES_ON = /^[\p{L}\p{N}_]*$/u;

async function completions(context: CompletionContext): Promise<CompletionResult | null> {
  const { value: chosen } = visit;
  const { state, pos, explicit } = context;
  if (!chosen || !(explicit || context.matchBefore(BEGUN))) return null;
  const { unit, year } = chosen;
  const { from, to, options } = await ask("complete", {
    ...{ unit, year, at: pos },
    text: state.doc.toString(),
  }).catch((error: unknown) => {
    if (error instanceof NoAnswer) return NOTHING;
    throw error;
  });
  if (options.length === 0) return null;
  return {
    ...{ from, to, validFor: GOES_ON },
    options: options.map(({ label, apply, says, isRequired }) => {
      return { label, apply, ...(says !== "" && { info: says }), boost: isRequired ? 1 : 0 };
    }),
  };
}

const NOTHING = { from: 0, to: 0, options: [] };
