import { basename, dirname, join } from "node:path";
import { distance } from "fastest-levenshtein";
import { type Diagnostic, problem } from "../diagnostic/diagnostic.js";
import { attempted } from "../diagnostic/refusal.js";
import { readBytes } from "../files/bytes.js";
import { type CommandName, OPTIONS, type OptionName } from "./commands.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** npm hands its own settings on under this name, and with them what it takes for one. */
const SETTING = "npm_config_";

/** The files of npm's settings, by the names under which npm says where they are. */
const SETTING_FILES = ["userconfig", "globalconfig"];

/** An option that npm has kept, as it was typed and as it is called. */
interface Kept {
  readonly typed: string;
  readonly option: OptionName;
  readonly value: string;
}

/**
 * What to say of options that stand before the lone `--`, or where a shell has eaten it: npm keeps them for itself, some
 * versions without a word, and the command would do something else than was asked. Nothing of what a file of npm's settings
 * has. `words` are those that have arrived.
 */
export function keptByNpm(
  name: CommandName,
  words: readonly string[],
  env: Environment,
): readonly Diagnostic[] {
  const kept = keptIn(env);
  if (kept.length === 0) return [];
  const quoted = kept.map(({ typed }) => `--${typed}`).join("、");
  return [
    problem(
      "命令/用法",
      `${quoted} 没有传到程序：npm 把它当成了自己的选项`,
      undefined,
      `怎么改：npm run ${name} -- ${toType(kept, words)}`,
      "说明：选项前面要有单独的两个短横线 --；PowerShell 会吞掉它，改在“命令提示符”（cmd）里运行，或者写成 '--'",
    ),
  ];
}

/** Settings of npm, and of what is run by it, that are near to an option of ours without being one. */
const NEAR_BY_CHANCE = new Set([
  ...["arch", "otp", "which", "build-from-source", "verify-deps-from-lockfile"],
  ...[
    "dangerously-allow-all-scripts",
    "diff-ignore-all-space",
    "diff-name-only",
    "init-author-name",
    "packages-all",
  ],
  ...["engine-strict", "strict-allow-scripts", "strict-dep-builds", "strict-peer-deps", "strict-ssl"],
  ...["force-process-config", "format-package-lock", "sbom-format", "pack-destination"],
]);

const NAMES = Object.keys(OPTIONS) as OptionName[];

/** What was typed, as npm lets it be seen, unless npm's settings have it; --no-open is told as one that is off. */
function keptIn(env: Environment): readonly Kept[] {
  const kept = Object.entries(env).flatMap(([setting, value = ""]): Kept[] => {
    if (!setting.startsWith(SETTING)) return [];
    const name = setting.slice(SETTING.length).replaceAll("_", "-");
    const typed = value === "" ? `no-${name}` : name;
    const meant = value === "" ? NAMES.find((each) => each === typed) : meantBy(typed);
    if (!meant || value === "false" || isSetting(name, env)) return [];
    const [, number] = (OPTIONS[meant].takes !== undefined && /(\d+)$/.exec(typed)) || [];
    return [{ typed, option: meant, value: number ?? value }];
  });
  return kept.toSorted((a, b) => NAMES.indexOf(a.option) - NAMES.indexOf(b.option));
}

/** The option itself, else the one that is among the words of `typed` or that it is a slip of. */
function meantBy(typed: string): OptionName | undefined {
  if (NEAR_BY_CHANCE.has(typed)) return undefined;
  const words = typed.split(/-|(?<=[a-z])(?=\d)/);
  const tests = [
    (name: OptionName) => name === typed,
    (name: OptionName) => words.includes(name),
    (name: OptionName) => isSlipOf(typed, name),
    (name: OptionName) => isShortFor(typed, name),
  ];
  return tests.flatMap((test) => NAMES.find(test) ?? [])[0];
}

function isSlipOf(typed: string, option: OptionName): boolean {
  return option.length > 3 && distance(typed, option) <= (option.length > 4 ? 2 : 1);
}

/** Its first letter and some of the others, in their order: yr for year. */
function isShortFor(typed: string, option: OptionName): boolean {
  if (typed.length < 2 || typed[0] !== option[0]) return false;
  let at = 0;
  for (const letter of option) if (letter === typed[at]) at += 1;
  return at === typed.length;
}

function isSetting(name: string, env: Environment): boolean {
  const pattern = new RegExp(`^[ \\t]*${name.replaceAll(/\W/g, ".")}[ \\t]*(?:=|$)`, "m");
  const project = env[`${SETTING}local_prefix`];
  const files = SETTING_FILES.flatMap((file) => env[SETTING + file] ?? []);
  return [...files, ...(project === undefined ? [] : [join(project, ".npmrc")])].some((file) =>
    pattern.test(textOf(file)),
  );
}

/** Nothing where there is no such file, or nobody may read it: then it says nothing of the option either. */
function textOf(file: string): string {
  return attempted(() => Buffer.from(readBytes(dirname(file), basename(file))).toString("utf8")) ?? "";
}

/** The options as they are to be typed; a value that was parted from its option has arrived as a word. */
function toType(kept: readonly Kept[], words: readonly string[]): string {
  const parted = kept.filter(({ option, value }) => OPTIONS[option].takes !== undefined && value === "true");
  const isKnown = parted.length === 1 && words.length === 1;
  const options = kept.map((each) => {
    const { option, value } = each;
    const { takes } = OPTIONS[option];
    if (takes === undefined) return `--${option}`;
    // of several it is not known which word is whose; npm joins those of one option by line ends
    if (parted.includes(each)) return `--${option} ${isKnown ? words[0] : takes}`;
    return `--${option} ${/\s/.test(value) ? takes : value}`;
  });
  return [...options, ...(parted.length === 0 ? words : [])].join(" ");
}
