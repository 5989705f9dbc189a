/** A helper that a template calls, and the names that it gives it. */
export interface TemplateCall {
  readonly helper: string;
  readonly names: readonly string[];
  /** what it gives it between quotation marks */
  readonly texts: readonly string[];
  readonly loc: hbs.AST.SourceLocation;
  /** what depends on it: the block that it is a question of, or itself */
  readonly scope: hbs.AST.SourceLocation;
}

interface Node {
  readonly type: string;
  readonly loc: hbs.AST.SourceLocation;
  readonly path?: { readonly original?: unknown };
  readonly params?: readonly Node[];
  readonly program?: { readonly body: readonly Node[] };
  readonly inverse?: { readonly body: readonly Node[] };
  readonly original?: unknown;
  readonly value?: unknown;
}

/** Every call of a template, those within others too, in the order in which they stand there. */
export function callsIn({ body }: hbs.AST.Program): readonly TemplateCall[] {
  return body.flatMap((node) => callsOf(node as unknown as Node));
}

function callsOf({ path, params = [], program, inverse, loc }: Node, scope = loc): readonly TemplateCall[] {
  const names = params
    .filter(({ type }) => type === "PathExpression")
    .map(({ original }) => String(original));
  const texts = params.filter(({ type }) => type === "StringLiteral").map(({ value }) => String(value));
  const asked = params.flatMap((param) => callsOf(param, scope));
  const inside = [...(program?.body ?? []), ...(inverse?.body ?? [])].flatMap((node) => callsOf(node));
  return [
    ...(path ? [{ helper: String(path.original), names, texts, loc, scope }] : []),
    ...asked,
    ...inside,
  ];
}
