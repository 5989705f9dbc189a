import type { Diagnostic } from "./diagnostic.js";
import type { LeftOut } from "./telling.js";

/** Thrown by a stage that cannot go on, with everything it found. */
export class Refusal extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly LeftOut[];
  constructor(diagnostics: readonly Diagnostic[], leftOut: readonly LeftOut[] = []) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.diagnostics = diagnostics;
    this.leftOut = leftOut;
  }
}

/** Returns `diagnostics`; throws a Refusal with all of them when one is an error, or, if `strict`, when there is any. */
export function refuseOnError(diagnostics: readonly Diagnostic[], strict = false): readonly Diagnostic[] {
  if (diagnostics.some((each) => strict || each.severity === "错误")) throw new Refusal(diagnostics);
  return diagnostics;
}

/** Does all the works and returns their results; throws one Refusal with all that they refused, if any did. */
export function collectRefusals<Works extends readonly (() => unknown)[]>(
  ...works: Works
): { -readonly [K in keyof Works]: ReturnType<Works[K]> } {
  const refused: Diagnostic[] = [];
  const results = works.map((work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(...error.diagnostics);
      return undefined;
    }
  });
  if (refused.length > 0) throw new Refusal(refused);
  return results as { -readonly [K in keyof Works]: ReturnType<Works[K]> };
}

/** What the work gives, or what is made of all that it found wrong where it refuses: nothing, if not said otherwise. */
export function orElse<T, U = undefined>(
  work: () => T,
  otherwise?: (found: readonly Diagnostic[]) => U,
): T | U {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return otherwise?.(error.diagnostics) as U;
    throw error;
  }
}

/** The same of work that takes time. */
export function orElseLater<T, U = undefined>(
  work: () => Promise<T>,
  otherwise?: (found: readonly Diagnostic[]) => U,
): Promise<T | U> {
  return work().catch((error: unknown) =>
    orElse((): T => {
      throw error;
    }, otherwise),
  );
}

/** What the work gives; nothing where it throws, whatever that is. */
export function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
