import { parseArgs } from "node:util";
import { type Diagnostic, problem, Refusal } from "../diagnostic.js";
import { FILE_NAME_RULE } from "../model/file-name.js";
import { outputFolder } from "./output-folder.js";

/** What the officer asked for on the command line. */
export interface Command {
  readonly name: "build-report" | "check";
  readonly help: boolean;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly pack: string | undefined;
  readonly output: string;
  /** whether warnings stop too */
  readonly strict: boolean;
  readonly format: "text" | "json";
}

export const HELP = `单位预算公开：核对数据，生成 PDF。

用法：npm run build-report -- [选项]   核对，没有错就生成 PDF
      npm run check -- [选项]          只核对，不生成

  --unit 代码     只做这个单位的，例如 --unit 403008；不写则做 data 里的每个单位
  --year 年度     做这一年的，例如 --year 2023；不写则取每个单位最近的一年
  --pack 版式     用 templates 里的这个版式；不写则用数据里写的
  --output 文件夹 PDF 写到项目里的这个文件夹；不写则是 out
  --strict        有警告也不生成
  --format json   把核对的结果按 SARIF 2.1.0 输出，供别的程序读
  --help          显示这段话

数据在 data/单位代码/年度.yaml，改好后再运行一次，就重新生成。
结束时的代码：0 没有错；1 数据要改，原来的 PDF 没有动；2 命令写错了，或者程序出了意外。
`;

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  unit: { type: "string" },
  year: { type: "string" },
  pack: { type: "string" },
  output: { type: "string" },
  strict: { type: "boolean" },
  format: { type: "string" },
} as const;

/** What each option may hold, so that no name can lead out of its folder. */
const RULES = {
  unit: { pattern: /^\d{3,12}$/, says: "单位代码只能是数字，例如 403008" },
  year: { pattern: /^\d{4}$/, says: "年度要写四位数字，例如 2023" },
  pack: { pattern: /^[a-z][a-z0-9-]*$/, says: "版式是 templates 里文件夹的名字，例如 henan" },
  output: {
    pattern: { test: (text: string) => outputFolder(text) !== undefined },
    says: `要写项目里的文件夹，例如 out 或 out/定稿；${FILE_NAME_RULE}`,
  },
  format: { pattern: /^(text|json)$/, says: "可以写 text 或 json" },
} as const;

/** The command that the arguments make; throws a Refusal with all that is wrong with them. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name = "build-report", ...rest] = positionals;
  if ((name !== "build-report" && name !== "check") || rest.length > 0) throw new Refusal([unknown(args)]);
  const wrong = (Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((option) => {
    const value = values[option];
    return value === undefined || RULES[option].pattern.test(value) ? [] : [misused(option, value)];
  });
  if (wrong.length > 0) throw new Refusal(wrong);
  const { output = "out" } = values;
  return {
    name,
    help: values.help ?? false,
    unit: values.unit,
    year: values.year === undefined ? undefined : Number(values.year),
    pack: values.pack,
    output: outputFolder(output) ?? output,
    strict: values.strict ?? false,
    format: values.format === "json" ? "json" : "text",
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new Refusal([code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" ? incomplete(args) : unknown(args)]);
  }
}

function misused(option: keyof typeof RULES, value: string): Diagnostic {
  return problem("命令/用法", `--${option} 写的是“${value}”`, undefined, `怎么改：${RULES[option].says}`);
}

function incomplete(args: readonly string[]): Diagnostic {
  return problem("命令/用法", `选项后面缺了要写的内容：${args.join(" ")}`, undefined, ...MANUAL);
}

function unknown(args: readonly string[]): Diagnostic {
  return problem("命令/用法", `命令里有不认识的内容：${args.join(" ")}`, undefined, ...MANUAL);
}

const MANUAL = [
  `可用的选项：${Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join("、")}`,
  "说明：npm run build-report -- --help",
];
