/** What a template may name where it stands. */
export type Context = Readonly<Record<string, unknown>>;

/** Does a helper's work: its name, what is handed to it in order and by name, and where it is called. */
export type CallHelper = (
  name: string,
  given: readonly unknown[],
  hash: Readonly<Record<string, unknown>>,
  loc: hbs.AST.SourceLocation,
) => unknown;

/** Where a template is being filled. */
interface Setting {
  readonly context: Context;
  /** whether the item of a list is its first and its last */
  readonly data: Context;
  readonly isHelper: (name: string) => boolean;
  readonly call: CallHelper;
}

/**
 * The text that a parsed template gives, with what Handlebars would print in the language that packs are held to: names,
 * helpers, `if`, `unless` and `each`. Handlebars makes a program of each template first, which takes many times as long
 * as to fill it once, and is not wanted of files that come from elsewhere.
 */
export function fill(
  template: hbs.AST.Program,
  context: Context,
  helpers: Pick<Setting, "isHelper" | "call">,
): string {
  return fillProgram(template, { context, data: {}, ...helpers });
}

function fillProgram(program: hbs.AST.Program | undefined, setting: Setting): string {
  return (program?.body ?? []).map((statement) => fillStatement(statement, setting)).join("");
}

function fillStatement(statement: hbs.AST.Statement, setting: Setting): string {
  switch (statement.type) {
    case "ContentStatement":
      return (statement as hbs.AST.ContentStatement).value;
    case "CommentStatement":
      return "";
    case "MustacheStatement":
      return String(valueOfCall(statement as hbs.AST.MustacheStatement, setting) ?? "");
    case "BlockStatement":
      return fillBlock(statement as hbs.AST.BlockStatement, setting);
    default:
      throw new Error(`no template may hold a ${statement.type}`);
  }
}

function fillBlock({ path, params, program, inverse }: hbs.AST.BlockStatement, setting: Setting): string {
  const [param] = params;
  const value = param && valueIn(param, setting);
  switch (path.type === "PathExpression" && (path as hbs.AST.PathExpression).original) {
    case "if":
      return fillProgram(isTrue(value) ? program : inverse, setting);
    case "unless":
      return fillProgram(isTrue(value) ? inverse : program, setting);
    case "each":
      return isTrue(value)
        ? fillItems(value as readonly Context[], program, setting)
        : fillProgram(inverse, setting);
    default:
      throw new Error("no template may hold such a block");
  }
}

function fillItems(
  items: readonly Context[],
  program: hbs.AST.Program | undefined,
  setting: Setting,
): string {
  const last = items.length - 1;
  return items
    .map((context, index) => {
      const data = { first: index === 0, last: index === last };
      return fillProgram(program, { ...setting, context, data });
    })
    .join("");
}

/** An empty list is as good as none. */
function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function valueIn(expression: hbs.AST.Expression, setting: Setting): unknown {
  switch (expression.type) {
    case "PathExpression":
      return valueOfPath(expression as hbs.AST.PathExpression, setting);
    case "SubExpression":
      return valueOfCall(expression as hbs.AST.SubExpression, setting);
    default:
      return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value;
  }
}

/** A helper's answer, or the fact of that name. */
function valueOfCall(
  { path, params, hash, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  setting: Setting,
): unknown {
  const { original } = path as hbs.AST.PathExpression;
  if (!setting.isHelper(original)) return valueIn(path, setting);
  const given = params.map((param) => valueIn(param, setting));
  const named = (hash?.pairs ?? []).map(({ key, value }) => [key, valueIn(value, setting)]);
  return setting.call(original, given, Object.fromEntries(named), loc);
}

function valueOfPath({ data, parts }: hbs.AST.PathExpression, setting: Setting): unknown {
  return parts.reduce<unknown>(ownValue, data ? setting.data : setting.context);
}

function ownValue(value: unknown, key: string): unknown {
  return value !== undefined && value !== null && Object.hasOwn(value, key)
    ? (value as Context)[key]
    : undefined;
}
