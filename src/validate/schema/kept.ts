/**
 * Keeps what was made of some things for as long as the first of them is held, so that it need not be made again of the
 * very same things: a pack and code lists are validated once for all units that share them. What is refused is not kept.
 */
export function keeping<Made>(): (of: readonly [object, ...object[]], make: () => Made) => Made {
  const kept = new WeakMap<object, { readonly of: readonly object[]; readonly made: Made }>();
  return (of, make) => {
    const known = kept.get(of[0]);
    if (known?.of.length === of.length && known.of.every((each, index) => each === of[index]))
      return known.made;
    const made = make();
    kept.set(of[0], { of, made });
    return made;
  };
}
