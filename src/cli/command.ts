import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { leaves } from "../files/bytes.js";
import { type FormName, formsNamed } from "../model/form.js";
import {
  COMMANDS,
  type CommandName,
  FLAGS,
  type Flag,
  isCommandName,
  OPTIONS,
  type OptionName,
  outputFolder,
  type Taken,
  type TextOption,
} from "./commands.js";
import { keptByNpm } from "./npm-options.js";
import { type Shard, shardOf } from "./shard.js";

type Texts = Readonly<Record<TextOption, string | undefined>>;

/** What the officer asked for on the command line: its options as they are described in `OPTIONS`. */
export interface Command extends Readonly<Record<Flag, boolean>>, Texts {
  readonly name: CommandName;
  /** what a new unit is called */
  readonly unitName: string | undefined;
  /** the code that it had the year before */
  readonly oldCode: string | undefined;
  /** what verify, audit and codes look at */
  readonly file: string | undefined;
  /** what import takes from */
  readonly files: readonly string[];
  readonly year: number | undefined;
  readonly output: string;
  /** the forms to be made besides the PDF */
  readonly also: readonly FormName[];
  readonly shard: Shard;
  /** how many shards there are, whose results are to be put together */
  readonly collect: number | undefined;
  readonly format: "text" | "json";
  /** what is wrong with it, where its work tells that together with what it finds itself */
  readonly wrong: readonly Diagnostic[];
}

/** The command that the arguments make; throws a Refusal with all that is wrong with them, or what npm has kept of them. */
export function readCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Command {
  const [called] = args;
  const isNamed = called !== undefined && isCommandName(called);
  const kept = keptByNpm(isNamed ? called : "build-report", isNamed ? args.slice(1) : args, env);
  if (kept.length > 0) throw new Refusal(kept);
  const { values, positionals } = parse(args);
  const [first, ...others] = positionals;
  const name = first ?? "build-report";
  if (!isCommandName(name)) throw new Refusal([unknown(args)]);
  const wrong = problemsWith(name, values, others);
  const isToldByWork = COMMANDS[name].needs !== undefined;
  if (wrong.length > 0 && !isToldByWork) throw new Refusal(wrong);
  const right = isToldByWork ? wellWritten(values) : values;
  const {
    unit,
    name: unitName,
    "old-code": oldCode,
    kind,
    published,
    revision,
    record,
    from,
    port,
    into,
    report,
    year,
    output = "out",
    also = "",
    shard = "",
  } = right;
  const takesPack = COMMANDS[name].takes?.what === "版式";
  const [file, pack] = takesPack ? [undefined, others[0]] : [others[0], right.pack];
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, values[flag] === true]));
  return {
    ...(flags as Record<Flag, boolean>),
    ...{
      name,
      file,
      files: takesPack ? [] : others,
      unit,
      unitName,
      oldCode,
      kind,
      pack,
      published,
      revision,
      record,
      from,
      port,
      into,
      report,
      wrong,
    },
    year: year === undefined ? undefined : Number(year),
    output: outputFolder(output) ?? output,
    also: formsNamed(also) ?? [],
    shard: shardOf(shard) ?? { index: 1, count: 1 },
    collect: values.collect === undefined ? undefined : Number(values.collect),
    format: values.format === "json" ? "json" : "text",
  };
}

/**
 * A command whose files are named from the folder of the project. Who stands in a folder within it, which npm hands on, has
 * named them from there.
 */
export function foundFrom(
  { INIT_CWD: folder, npm_package_json: manifest }: Readonly<Record<string, string | undefined>>,
  project: string,
  command: Command,
  standing = project,
): Command {
  const isOfNpm = folder && manifest && relative(dirname(manifest), project) === "";
  const from = isOfNpm ? folder : standing;
  if (from === project) return command;
  const named = (file: string | undefined): string | undefined => {
    if (file === undefined || isAbsolute(file)) return file;
    const path = resolve(from, file);
    const way = relative(project, path);
    return leaves(way) ? path : way.split(sep).join("/");
  };
  const { file, files, published, record } = command;
  const all = files.map((each) => named(each) ?? each);
  return { ...command, file: named(file), files: all, published: named(published), record: named(record) };
}

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
      code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE"
        ? usage(`选项后面缺了要写的内容：${args.join(" ")}`, ...manual(name))
        : unknown(args, name),
    ]);
  }
}

function problemsWith(name: CommandName, values: Values, files: readonly string[]): readonly Diagnostic[] {
  const { takes, options, needs = [] } = COMMANDS[name];
  const given = Object.keys(values) as OptionName[];
  const foreign = given.filter((option) => option !== "help" && !options.includes(option));
  const wrong = given
    .filter((option) => isMiswritten(option, values))
    .map((option) => usage(`--${option} 写的是“${values[option]}”`, `怎么改：${OPTIONS[option].rule}`));
  const unsaid = values.help ? [] : needs.filter((option) => values[option] === undefined);
  const [taken] = files;
  const lacking = takes && taken === undefined && !values.help ? [nothingTaken(name, takes)] : [];
  const { pattern: ofPack, rule } = OPTIONS.pack;
  const misnamed = takes?.what === "版式" && taken !== undefined && ofPack?.test(taken) === false;
  const superfluous = takes?.several ? [] : files.slice(takes ? 1 : 0);
  return [
    ...foreign.map((option) => usage(`npm run ${name} 没有选项 --${option}`, ...manual(name))),
    ...wrong,
    ...unsaid.map((option) => notSaid(name, option)),
    ...given.flatMap((option) =>
      (OPTIONS[option].without ?? [])
        .filter((other) => given.includes(other))
        .map((other) => usage(`--${other} 和 --${option} 只能写一个`, "怎么改：删去其中一个")),
    ),
    ...given.flatMap((option) => notAlone(option, OPTIONS[option].beside, given, options)),
    ...lacking,
    ...(misnamed ? [usage(`版式写的是“${taken}”`, `怎么改：${rule}`)] : []),
    ...(superfluous.length > 0 ? [unknown(superfluous, name, files.slice(0, -superfluous.length))] : []),
  ];
}

function isMiswritten(option: OptionName, values: Values): boolean {
  const { pattern } = OPTIONS[option];
  const value = values[option];
  return typeof value === "string" && pattern !== undefined && !pattern.test(value);
}

/** The options without those that nothing can be done with. */
function wellWritten(values: Values): Values {
  const given = Object.entries(values) as [OptionName, string | boolean][];
  return Object.fromEntries(given.filter(([option]) => !isMiswritten(option, values)));
}

function notSaid(name: CommandName, option: OptionName): Diagnostic {
  const { takes: what = "", says } = OPTIONS[option];
  const own = COMMANDS[name].otherwise?.[option] ?? says;
  return usage(
    `没有写 --${option} ${what}`,
    `说明：${own}`,
    `怎么改：在 npm run ${name} -- 后面加上 --${option} ${what}`,
  );
}

/** What a command does not take at all is said already. */
function notAlone(
  option: OptionName,
  other: OptionName | undefined,
  given: readonly OptionName[],
  taken: readonly OptionName[],
): readonly Diagnostic[] {
  if (!other || given.includes(other) || !taken.includes(option)) return [];
  return [usage(`--${option} 要和 --${other} 同用`, `怎么改：加上 --${other}，或者删去 --${option}`)];
}

function nothingTaken(name: CommandName, { what, example }: Taken): Diagnostic {
  return usage(`npm run ${name} 后面没有写${what}`, `怎么改：npm run ${name} -- ${example}`, ...manual(name));
}

function unknown(
  args: readonly string[],
  name: CommandName = "build-report",
  before: readonly string[] = [],
): Diagnostic {
  const message = `命令里有不认识的内容：${args.join(" ")}`;
  const line = (words: readonly (string | undefined)[]) =>
    `npm run ${name} -- ${[...before, ...words].join(" ")}`;
  const hyphened = withHyphens(args, name);
  if (hyphened)
    return usage(message, `怎么改：选项前面是两个英文的短横线：${line(hyphened)}`, ...manual(name));
  const words = args.flatMap((word) => word.replace(/\.yaml$/, "").split("/"));
  const meant = words.filter((word) => word !== "data").map((word) => meantBy(word, name));
  const remedy = meant.every((word) => word !== undefined) ? [`怎么改：前面写上选项：${line(meant)}`] : [];
  return usage(message, ...remedy, ...manual(name));
}

/** What an input method or a word processor makes of hyphens, and a hyphen alone. */
const HYPHENS = "[-‐–—―−－﹣]";
const ALONE = new RegExp(`^${HYPHENS}+$`);
const HYPHENED = new RegExp(`^${HYPHENS}+(?=[A-Za-z])`);

/** The words with the two hyphens that the options of the command begin with; nothing where that is not what was wrong. */
function withHyphens(args: readonly string[], name: CommandName): readonly string[] | undefined {
  const words = args.filter((word) => !isCommandName(word) && !ALONE.test(word));
  const meant = words.map((word) => word.replace(HYPHENED, "--"));
  const options = meant.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0]);
  const isKnown = options.length > 0 && options.every((option) => takes(name, option));
  return isKnown && meant.some((word, at) => word !== words[at]) ? meant : undefined;
}

function takes(name: CommandName, option: string | undefined): boolean {
  return COMMANDS[name].options.some((each) => each === option);
}

/** What a word alone was meant to be; undefined where the command has no such option. */
function meantBy(word: string, name: CommandName): string | undefined {
  const option = /^(?:19|20)\d\d$/.test(word)
    ? "year"
    : /^[A-Za-z]?\d{3,}(?:-\d+)?$/.test(word)
      ? "unit"
      : word === "json" && "format";
  if (option) return takes(name, option) ? `--${option} ${word}` : undefined;
  return FLAGS.some((flag) => flag === word) && takes(name, word) ? `--${word}` : undefined;
}

function manual(name: CommandName = "build-report"): readonly string[] {
  const options = [...COMMANDS[name].options, "help"].map((option) => `--${option}`);
  return [`可用的选项：${options.join("、")}`, `说明：npm run ${name} -- --help`];
}

function usage(message: string, ...notes: readonly string[]): Diagnostic {
  const isTold = notes.some((note) => note.startsWith("怎么改："));
  return unplaced("命令/用法", message, ...notes, ...(isTold ? [] : ["怎么改：照说明改正命令"]));
}
