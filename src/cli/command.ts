import { parseArgs } from "node:util";
import { type Diagnostic, Refusal, unplaced } from "../diagnostic.js";
import {
  COMMANDS,
  type CommandName,
  isCommandName,
  OPTIONS,
  type OptionName,
  outputFolder,
} from "./commands.js";
import { type Shard, shardOf } from "./shard.js";

/** What the officer asked for on the command line. */
export interface Command {
  readonly name: CommandName;
  readonly help: boolean;
  /** what verify and audit look at */
  readonly file: string | undefined;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
  readonly output: string;
  /** whether to build every unit, many at a time; all of them, or one share of them */
  readonly all: boolean;
  readonly force: boolean;
  readonly shard: Shard;
  /** whether to print what there is, as a draft */
  readonly draft: boolean;
  /** whether warnings stop too */
  readonly strict: boolean;
  readonly format: "text" | "json";
  /** what correct compares with: a PDF that was published, or a commit */
  readonly published: string | undefined;
  readonly revision: string | undefined;
  /** the record whose PDF is made again */
  readonly record: string | undefined;
}

/** The command that the arguments make; throws a Refusal with all that is wrong with them. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [first, ...others] = positionals;
  const name = first === undefined ? "build-report" : first;
  if (!isCommandName(name)) throw new Refusal([unknown(args)]);
  const wrong = problemsWith(name, values, others);
  if (wrong.length > 0) throw new Refusal(wrong);
  const { output = "out" } = values;
  return {
    name,
    help: values.help === true,
    file: others[0],
    unit: values.unit,
    year: values.year === undefined ? undefined : Number(values.year),
    pack: values.pack,
    output: outputFolder(output) ?? output,
    all: values.all === true,
    force: values.force === true,
    shard: shardOf(values.shard ?? "") ?? { index: 1, count: 1 },
    draft: values.draft === true,
    strict: values.strict === true,
    format: values.format === "json" ? "json" : "text",
    published: values.published,
    revision: values.revision,
    record: values.record,
  };
}

type Flag = "help" | "all" | "force" | "draft" | "strict";
type Values = Partial<Record<Exclude<OptionName, Flag>, string> & Record<Flag, boolean>>;

function parse(args: readonly string[]): {
  readonly values: Values;
  readonly positionals: readonly string[];
} {
  try {
    const options = Object.fromEntries(
      Object.entries(OPTIONS).map(([name, { takes }]) => [
        name,
        { type: takes ? "string" : "boolean", ...(name === "help" && { short: "h" }) } as const,
      ]),
    );
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const name = args.find(isCommandName);
    throw new Refusal([
      code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" ? incomplete(args, name) : unknown(args, name),
    ]);
  }
}

function problemsWith(name: CommandName, values: Values, files: readonly string[]): readonly Diagnostic[] {
  const { file: takesFile, options } = COMMANDS[name];
  const given = Object.keys(values) as OptionName[];
  const foreign = given.filter((option) => option !== "help" && !options.includes(option));
  const wrong = given.flatMap((option) => {
    const { pattern, rule } = OPTIONS[option];
    const value = values[option];
    return typeof value === "string" && pattern && !pattern.test(value) ? [misused(option, value, rule)] : [];
  });
  const lacking = takesFile && files.length === 0 && !values.help ? [noFile(name, takesFile)] : [];
  const superfluous = files.slice(takesFile ? 1 : 0);
  return [
    ...foreign.map((option) => notFor(name, option)),
    ...wrong,
    ...given.flatMap((option) => notBoth(option, OPTIONS[option].without ?? [], given)),
    ...given.flatMap((option) => notAlone(option, OPTIONS[option].beside, given, options)),
    ...lacking,
    ...(superfluous.length > 0 ? [unknown(superfluous, name)] : []),
  ];
}

function misused(option: OptionName, value: string, rule: string | undefined): Diagnostic {
  return unplaced("命令/用法", `--${option} 写的是“${value}”`, `怎么改：${rule}`);
}

function notBoth(
  option: OptionName,
  others: readonly OptionName[],
  given: readonly OptionName[],
): readonly Diagnostic[] {
  const remedy = "怎么改：删去其中一个";
  return others
    .filter((other) => given.includes(other))
    .map((other) => unplaced("命令/用法", `--${other} 和 --${option} 只能写一个`, remedy));
}

/** What a command does not take at all is said already. */
function notAlone(
  option: OptionName,
  other: OptionName | undefined,
  given: readonly OptionName[],
  taken: readonly OptionName[],
): readonly Diagnostic[] {
  if (!other || given.includes(other) || !taken.includes(option)) return [];
  const remedy = `怎么改：加上 --${other}，或者删去 --${option}`;
  return [unplaced("命令/用法", `--${option} 要和 --${other} 同用`, remedy)];
}

function notFor(name: CommandName, option: OptionName): Diagnostic {
  return unplaced("命令/用法", `npm run ${name} 没有选项 --${option}`, ...manual(name));
}

function noFile(name: CommandName, file: string): Diagnostic {
  const example = `怎么改：npm run ${name} -- ${file}`;
  return unplaced("命令/用法", `npm run ${name} 后面没有写文件`, example, ...manual(name));
}

function incomplete(args: readonly string[], name: CommandName = "build-report"): Diagnostic {
  return unplaced("命令/用法", `选项后面缺了要写的内容：${args.join(" ")}`, ...manual(name));
}

function unknown(args: readonly string[], name: CommandName = "build-report"): Diagnostic {
  return unplaced("命令/用法", `命令里有不认识的内容：${args.join(" ")}`, ...manual(name));
}

function manual(name: CommandName): readonly string[] {
  const options = [...COMMANDS[name].options, "help"].map((option) => `--${option}`);
  return [`可用的选项：${options.join("、")}`, `说明：npm run ${name} -- --help`];
}
