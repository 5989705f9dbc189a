import { COMMANDS, type CommandName, OPTIONS, type OptionName } from "./commands.js";
import { columns } from "./width.js";

const NAME = "单位预算公开";
/** The column in which explanations begin. */
const EXPLAINED = 18;

/** What a command does and takes, in the officer's words. */
export function help(name: CommandName): string {
  const { says, takes, options, otherwise, more } = COMMANDS[name];
  const lines = ([...options, "help"] as const).map((option) => optionLine(option, otherwise?.[option]));
  const others = (Object.keys(COMMANDS) as CommandName[])
    .filter((other) => other !== name)
    .map((other) => row(`npm run ${other}`, COMMANDS[other].says, EXPLAINED + 8));
  return [
    `${NAME}：${says}。`,
    "",
    `用法：npm run ${name} -- ${takes ? `${takes.example} ` : ""}[选项]`,
    "",
    ...lines,
    "",
    ...more,
    "",
    "别的命令：",
    ...others,
    "",
  ].join("\n");
}

function optionLine(option: OptionName, otherwise: string | undefined): string {
  const { takes, says } = OPTIONS[option];
  return row(`--${option}${takes ? ` ${takes}` : ""}`, otherwise ?? says, EXPLAINED);
}

function row(name: string, says: string, width: number): string {
  return `  ${name}${" ".repeat(Math.max(1, width - columns(name)))}${says}`;
}
