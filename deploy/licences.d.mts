/** What `licences.mjs` gives, for tests. */
export function licencesOf(
  root: string,
  files: readonly string[],
): readonly { readonly name: string; readonly bytes: Uint8Array }[];
