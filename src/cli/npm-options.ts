import { basename, dirname, join } from "node:path";
import { attempted, type Diagnostic, problem } from "../diagnostic.js";
import { readBytes } from "../files/bytes.js";
import { type CommandName, OPTIONS, type OptionName } from "./commands.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** npm hands its own settings on under this name, and with them what it takes for one. */
const SETTING = "npm_config_";

/** The files of npm's settings, by the names under which npm says where they are. */
const SETTING_FILES = ["userconfig", "globalconfig"];

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
  const kept = (Object.keys(OPTIONS) as OptionName[]).filter((option) => isKept(option, env));
  if (kept.length === 0) return [];
  const quoted = kept.map((option) => `--${option}`).join("、");
  return [
    problem(
      "命令/用法",
      `${quoted} 没有传到程序：npm 把它当成了自己的选项`,
      undefined,
      `怎么改：npm run ${name} -- ${typed(kept, words, env)}`,
      "说明：选项前面要有单独的两个短横线 --；PowerShell 会吞掉它，改在“命令提示符”（cmd）里运行，或者写成 '--'",
    ),
  ];
}

/** npm has none of these on its own account, so that one that is there was typed, unless its settings have it. */
function isKept(option: OptionName, env: Environment): boolean {
  const value = env[SETTING + option];
  return value !== undefined && value !== "" && value !== "false" && !isSetting(option, env);
}

function isSetting(option: OptionName, env: Environment): boolean {
  const pattern = new RegExp(`^[ \\t]*${option}[ \\t]*(?:=|$)`, "m");
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
function typed(kept: readonly OptionName[], words: readonly string[], env: Environment): string {
  const parted = kept.filter(
    (option) => OPTIONS[option].takes !== undefined && env[SETTING + option] === "true",
  );
  return kept
    .map((option) => {
      const { takes } = OPTIONS[option];
      if (takes === undefined) return `--${option}`;
      if (!parted.includes(option)) return `--${option} ${env[SETTING + option]}`;
      // of several it is not known which word is whose
      return `--${option} ${parted.length === 1 && words.length === 1 ? words[0] : takes}`;
    })
    .join(" ");
}
