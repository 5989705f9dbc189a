import { RULES } from "../../src/proofread/rules.js";

// The program is loaded by Node, in a world of its own around that of the tests: what its code calls is counted there.

type Call = (this: unknown, ...given: unknown[]) => unknown;
type Owner = Record<string | symbol, Call>;

const world: typeof globalThis = RULES[0]?.examine.constructor("return globalThis")();
const { String: strings, Array: arrays, RegExp: patterns } = world;

let steps = 0;
const used = new Map<string, RegExp>();
const restored: (() => void)[] = [];

function exchange(owner: object, name: string | symbol, around: (own: Call) => Call): void {
  const own = (owner as Owner)[name] as Call;
  Object.defineProperty(owner, name, { value: around(own), writable: true, configurable: true });
  restored.push(() => Object.defineProperty(owner, name, { value: own, writable: true, configurable: true }));
}

/** A search goes from where it begins to the end of what it finds. */
function countSearches(own: Call): Call {
  return function (...given) {
    const [pattern, text] = [this as RegExp, String(given[0])];
    used.set(`${pattern.source} ${pattern.flags}`, pattern);
    const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const found = own.apply(this, given) as RegExpExecArray | null;
    steps += 1;
    if (found) steps += found.index + found[0].length - from;
    else if (!pattern.sticky) steps += text.length - from;
    return found;
  };
}

function countLength(own: Call): Call {
  return function (...given) {
    steps += String(this).length;
    return own.apply(this, given);
  };
}

function countCalls(own: Call): Call {
  return function (work, ...given) {
    const counted: Call = function (...items) {
      steps += 1;
      return (work as Call).apply(this, items);
    };
    return own.call(this, counted, ...given);
  };
}

function countItems(own: Call): Call {
  return function (...given) {
    steps += (this as ArrayLike<unknown>).length;
    return own.apply(this, given);
  };
}

function count(): void {
  exchange(patterns.prototype, "exec", countSearches);
  for (const name of ["split", "includes", "indexOf", "lastIndexOf", "replaceAll", Symbol.iterator])
    exchange(strings.prototype, name, countLength);
  for (const name of ["map", "filter", "flatMap", "find", "findLast", "findIndex", "some", "every", "reduce"])
    exchange(arrays.prototype, name, countCalls);
  for (const name of ["includes", "indexOf", "join", "concat"]) exchange(arrays.prototype, name, countItems);
}

/** How many characters and items the work goes through, in searches, comparisons and lists. */
export function countSteps(work: () => unknown): number {
  if (restored.length === 0) count();
  steps = 0;
  work();
  return steps;
}

/** The patterns that were searched for meanwhile. */
export function patternsUsed(): readonly RegExp[] {
  return [...used.values()];
}

export function stopCounting(): void {
  for (const restore of restored.splice(0)) restore();
}
