import { parseArgs } from "node:util";
import { type Diagnostic, problem, Refusal } from "../diagnostic.js";

/** What the officer asked for on the command line. */
export interface Command {
  readonly help: boolean;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
  readonly output: string;
}

export const HELP = `生成单位预算公开 PDF。

用法：npm run build-report -- [选项]

  --unit 代码     只生成这个单位的，例如 --unit 403008；不写则生成 data 里每个单位的
  --year 年度     生成这一年的，例如 --year 2023；不写则取每个单位最近的一年
  --pack 版式     用 templates 里的这个版式；不写则用数据里写的
  --output 文件夹 PDF 写到项目里的这个文件夹；不写则是 out
  --help          显示这段话

数据在 data/单位代码/年度.yaml，改好后再运行一次，就重新生成。
结果：0 已生成；1 数据要改，原来的 PDF 没有动；2 命令写错了，或者程序出了意外。
`;

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  unit: { type: "string" },
  year: { type: "string" },
  pack: { type: "string" },
  output: { type: "string" },
} as const;

/** What each option may hold, so that no name can lead out of its folder. */
const RULES = {
  unit: { pattern: /^\d{3,12}$/, says: "单位代码只能是数字，例如 403008" },
  year: { pattern: /^\d{4}$/, says: "年度要写四位数字，例如 2023" },
  pack: { pattern: /^[a-z][a-z0-9-]*$/, says: "版式是 templates 里文件夹的名字，例如 henan" },
  output: { pattern: /\S/, says: "要写文件夹的名字，例如 out" },
} as const;

/** The command that the arguments make; throws a Refusal with all that is wrong with them. */
export function readCommand(args: readonly string[]): Command {
  const { values } = parse(args);
  const wrong = (Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((name) => {
    const value = values[name];
    return value === undefined || RULES[name].pattern.test(value)
      ? []
      : [misused(`--${name} 写的是“${value}”`, name)];
  });
  if (wrong.length > 0) throw new Refusal(wrong);
  return {
    help: values.help ?? false,
    unit: values.unit,
    year: values.year === undefined ? undefined : Number(values.year),
    pack: values.pack,
    output: values.output ?? "out",
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true });
  } catch (error) {
    throw new Refusal([unreadable(error, args)]);
  }
}

function misused(message: string, option: keyof typeof RULES): Diagnostic {
  return problem("命令/用法", message, undefined, `怎么改：${RULES[option].says}`);
}

function unreadable(error: unknown, args: readonly string[]): Diagnostic {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const message =
    code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE"
      ? `选项后面缺了要写的内容：${args.join(" ")}`
      : `命令里有不认识的内容：${args.join(" ")}`;
  const known = Object.keys(OPTIONS).map((name) => `--${name}`);
  return problem(
    "命令/用法",
    message,
    undefined,
    `可用的选项：${known.join("、")}`,
    "说明：npm run build-report -- --help",
  );
}
