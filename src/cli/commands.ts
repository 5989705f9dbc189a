import { FILE_NAME_RULE, isFileName } from "../files/file-name.js";
import { UNIT_KINDS } from "../model/budget.js";
import { FORM_NAMES, FORM_WORDS, formsNamed } from "../model/form.js";
import { shardOf } from "./shard.js";

/** An option of the commands: what stands behind it, if anything, and what it is for. */
export interface Option {
  readonly takes?: string;
  readonly says: string;
  /** what it may hold, so that no name can lead out of its folder, and how to say so */
  readonly pattern?: { test(text: string): boolean };
  readonly rule?: string;
  /** others that do not go with it */
  readonly without?: readonly OptionName[];
  /** another without which it means nothing */
  readonly beside?: OptionName;
}

export const FLAGS = ["help", "all", "force", "draft", "strict", "watch", "no-open", "department"] as const;
export type Flag = (typeof FLAGS)[number];
/** Options whose text is taken as it is. */
export type TextOption =
  | "unit"
  | "kind"
  | "pack"
  | "into"
  | "report"
  | "published"
  | "revision"
  | "record"
  | "from"
  | "port";
export type OptionName =
  | Flag
  | TextOption
  | "name"
  | "old-code"
  | "year"
  | "output"
  | "also"
  | "shard"
  | "collect"
  | "format";

/** As the data names it, too. */
const PACK_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const PACK_RULE = "版式是 templates 里文件夹的名字，只含字母、数字、汉字、连字符和下划线，例如 henan";

const UNIT_CODE = /^[0-9A-Za-z][0-9A-Za-z-]*$/;
const UNIT_CODE_RULE = "单位代码只含数字、英文字母和连字符，例如 403008";

/** A data file, by the unit and the year that its name says. */
export const INTO = /^(?:\.\/)?data\/([0-9A-Za-z][0-9A-Za-z-]*)\/(20\d\d)\.yaml$/u;

const FORMS_IN_WORDS = FORM_NAMES.map((form) => `${form} ${FORM_WORDS[form]}`).join("，");

export const OPTIONS: Readonly<Record<OptionName, Option>> = {
  unit: {
    takes: "代码",
    says: "只做这个单位的，例如 --unit 403008；不写则做 data 里的每个单位",
    pattern: UNIT_CODE,
    rule: UNIT_CODE_RULE,
  },
  year: {
    takes: "年度",
    says: "做这一年的，例如 --year 2023；不写则取每个单位最近的一年",
    pattern: /^\d{4}$/,
    rule: "年度要写四位数字，例如 2023",
  },
  pack: {
    takes: "版式",
    says: "用 templates 里的这个版式；不写则用数据里写的",
    pattern: PACK_NAME,
    rule: PACK_RULE,
  },
  output: {
    takes: "文件夹",
    says: "结果和构建记录在项目里的这个文件夹；不写则是 out",
    pattern: { test: (text) => outputFolder(text) !== undefined },
    rule: `要写项目里的文件夹，例如 out 或 out/定稿；${FILE_NAME_RULE}`,
  },
  also: {
    takes: "形式",
    says: `生成 PDF 时一起生成：${FORMS_IN_WORDS}；几种用逗号隔开，例如 --also ${FORM_NAMES.join(",")}`,
    pattern: { test: (text) => formsNamed(text) !== undefined },
    rule: `可以写 ${FORM_NAMES.join("、")}，几种用逗号隔开，例如 --also ${FORM_NAMES.join(",")}`,
  },
  published: {
    takes: "文件",
    says: "与这个已经公开的 PDF（或网页、工作簿）比；它的构建记录要在输出文件夹里",
    pattern: /^(?=.*\S)\P{Cc}+$/u,
    rule: "要写公开的 PDF 的文件名",
  },
  record: {
    takes: "构建记录",
    says: "照这个构建记录，逐字节重做当时的 PDF（和一起生成的），另存；不看现在的数据",
    pattern: /^(?=.*\S)\P{Cc}+\.json$/u,
    rule: "要写构建记录的文件名，例如 out/403008-2023.0123456789ab.json",
    without: ["unit", "year", "pack", "also", "draft", "all"],
  },
  revision: {
    takes: "版本",
    says: "与 git 里的这个版本比，例如 --revision HEAD~1",
    without: ["published"],
    pattern: /^(?!-)[^\s\p{Cc}:?*[\\]+$/u,
    rule: "要写 git 的提交、标签或分支，例如 HEAD~1",
  },
  all: { says: "每个单位都做，有几个处理器就同时做几个；没有变化的跳过，一个有错不影响别的" },
  force: { says: "与 --all 同用：没有变化的也重新生成", beside: "all" },
  shard: {
    beside: "all",
    takes: "第几份/共几份",
    says: "与 --all 同用：只做其中一份，例如 --shard 2/5，供几台机器分着做",
    pattern: { test: (text) => shardOf(text) !== undefined },
    rule: "要写第几份和共几份，例如 2/5",
  },
  collect: {
    beside: "all",
    without: ["also", "force", "draft", "shard"],
    takes: "共几份",
    says: "与 --all 同用：不生成，把分着做的各份的结果合成一份，说出缺哪几份，例如 --collect 5",
    pattern: { test: (text) => shardOf(`1/${text}`) !== undefined },
    rule: "要写共几份，例如 5",
  },
  draft: { says: "有错、没有填完也印，作为草稿：每页有“草稿”二字，有错的地方有底色，并在最后列出" },
  strict: { says: "有警告也不算通过" },
  format: {
    takes: "json",
    says: "把核对的结果按 SARIF 2.1.0 输出，供别的程序读",
    pattern: /^(text|json)$/,
    rule: "可以写 text 或 json",
  },
  watch: {
    says: "做完不结束：数据、版式一改，就再做一次；按 Ctrl-C 结束",
    without: ["all", "record", "format"],
  },
  port: {
    takes: "端口",
    says: "用这个端口，例如 --port 8023；不写则由系统给一个空着的",
    pattern: { test: (text) => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536 },
    rule: "端口是 1 到 65535 的数字，例如 8023",
  },
  "no-open": { says: "不打开浏览器，只印出地址" },
  from: {
    takes: "版式",
    says: "照 templates 里的这个版式做，例如 --from henan",
    pattern: PACK_NAME,
    rule: PACK_RULE,
  },
  report: {
    takes: "文件",
    says: "把审核意见写成网页，可以打印、交给别人，例如 --report 审核意见.html",
    pattern: { test: (text) => /\.html$/.test(text) && outputFolder(text) !== undefined },
    rule: "要写项目里的一个 .html 文件，例如 审核意见.html",
  },
  into: {
    takes: "数据文件",
    says: "写进这个数据文件，例如 --into data/403008/2024.yaml；与写 --unit 和 --year 一样",
    without: ["unit", "year"],
    pattern: INTO,
    rule: "数据文件是 data/单位代码/年度.yaml，例如 data/403008/2024.yaml",
  },
  name: { takes: "名称", says: "单位的全称，与公章一致，例如 --name 渑川市应急管理局" },
  kind: { takes: "性质", says: `单位的编制性质：${UNIT_KINDS.join("、")}` },
  "old-code": {
    takes: "代码",
    says: "机构改革等原因代码变了的，上年用的代码：上年的数从它的数据取",
    pattern: UNIT_CODE,
    rule: UNIT_CODE_RULE,
  },
  department: { says: "是部门：写上 data 里它的各单位（代码以部门的代码开头的），汇总成部门预算" },
  help: { says: "显示这段话" },
};

/** What a command takes besides its options, and an example of it. */
export interface Taken {
  readonly what: "文件" | "版式";
  readonly example: string;
  /** whether several may be named */
  readonly several?: true;
}

export interface CommandSpec {
  readonly says: string;
  readonly takes?: Taken;
  readonly options: readonly OptionName[];
  /** those that have to be written; what is wrong with them is told with what the work finds wrong with them */
  readonly needs?: readonly OptionName[];
  /** what an option says here, where that is not what it says elsewhere */
  readonly otherwise?: Readonly<Partial<Record<OptionName, string>>>;
  readonly more: readonly string[];
}

/** Which data to take, and how to print it. */
const CHOICE = ["unit", "year", "pack"] as const;
const EXIT = "结束时的代码：0 没有错；1 数据要改，原来的文件没有动；2 命令写错了，或者程序出了意外。";

export type CommandName =
  | "build-report"
  | "check"
  | "start"
  | "new-unit"
  | "import"
  | "new-year"
  | "correct"
  | "audit"
  | "verify"
  | "codes"
  | "pack"
  | "new-pack";

export const COMMANDS: Readonly<Record<CommandName, CommandSpec>> = {
  "build-report": {
    says: "核对，没有错就生成 PDF",
    options: [
      ...CHOICE,
      "output",
      "also",
      "draft",
      "strict",
      "format",
      "watch",
      "all",
      "force",
      "shard",
      "collect",
      "record",
    ],
    more: ["数据在 data/单位代码/年度.yaml，改好后再运行一次，就重新生成。", EXIT],
  },
  check: {
    says: "只核对，不生成",
    options: [...CHOICE, "strict", "format", "watch"],
    more: [EXIT],
  },
  start: {
    says: "打开桌面：在浏览器里看、查、生成，数据一改就跟着变",
    options: ["port", "no-open"],
    more: [
      "只有这台电脑上的浏览器打得开，地址每次不同；关掉这个窗口，或者按 Ctrl-C，桌面就关了。",
      "桌面和别的命令、别的编辑器可以同时用：它只照文件说话。",
      "结束时的代码：0 已关闭；1 这个文件夹的桌面已经开着，或者开不了，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
  "new-unit": {
    says: "新单位的第一份数据：版式要的都列出来，标上“待填”",
    options: ["unit", "name", "kind", "year", "pack", "department", "old-code"],
    needs: ["unit", "name", "kind", "year"],
    otherwise: {
      unit: "单位的代码，照批复写，例如 --unit 250001",
      year: "预算年度，例如 --year 2024",
      pack: "templates 里的版式；不写则与 data 里别的单位相同",
    },
    more: [
      "例如：npm run new-unit -- --unit 250001 --name 渑川市应急管理局 --kind 行政单位 --year 2024",
      "写在 data/单位代码/年度.yaml；已经有的，不动它。上年已经有数据的，用 npm run new-year 做新一年的。",
      "结束时的代码：0 已新建；1 没有新建，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
  import: {
    says: "从单位已有的文件里取数：明细表原样成为数据，一行一笔",
    takes: { what: "文件", example: "支出明细.xlsx 收入明细.xlsx", several: true },
    options: ["unit", "year", "pack", "into"],
    otherwise: {
      unit: "是这个单位的，例如 --unit 403008；不写，就从文件里看",
      year: "是这一年的，例如 --year 2024；不写，就从文件名和表题里看",
      pack: "新建的数据用 templates 里的这个版式；不写则与本单位别的年度相同，没有的用 henan",
    },
    more: [
      "可以是 .xlsx、.xls、.csv、.docx、有文字的 PDF，或者从表里复制下来的文本；几个文件一起写，一个单位的。",
      "没有数据文件的，新建 data/单位代码/年度.yaml，取不到的标上“待填”；已有的，只填待填的、补上没有的，写过的不动，不同的列出来。",
      "合计不取，只拿来核对；公式、宏和链接都不运行。每个金额是从哪一格读来的，记在旁边的 年度.来源.json 里。用法见 docs/import.md。",
      "结束时的代码：0 已写；1 什么也没有写，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
  "new-year": {
    says: "从今年的数据做出下一年的：该留的留下，该变的标上“待填”",
    options: ["unit", "year"],
    more: [
      "年度是从哪一年的数据做；不写则取每个单位最近的一年。已有下一年的文件，就不动它。",
      "做好后照列出的地方填；随时可以用 npm run build-report -- --draft 看填到了哪里。",
      "结束时的代码：0 已做好；1 没有做，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
  correct: {
    says: "公开以后改了数据：列出更正的内容，生成更正说明和对照本",
    options: [...CHOICE, "output", "also", "published", "revision"],
    otherwise: { also: "更正说明也做成网页、工作簿，例如 --also html；公开过的不写也做" },
    more: [
      "先改数据，并在数据里写上“公开日期”和“更正”（更正日期、原因），再运行这条命令。",
      "公开的是什么，从输出文件夹里的构建记录知道；记录不止一个的，写 --published 公开的PDF。",
      "对照本里改过的句子和数有底色，末尾列出原来的和现在的，供内部核对，不公开。更正后的 PDF 用 npm run build-report 生成。",
      "结束时的代码：0 已生成，或者没有更正；1 数据要改，什么也没有写；2 命令写错了，或者程序出了意外。",
    ],
  },
  audit: {
    says: "审核公开的文件：任何单位的都可以，没有数据也行；有数据的，再与数据逐句逐格比",
    takes: { what: "文件", example: "公开.pdf", several: true },
    options: [...CHOICE, "format", "report"],
    more: [
      "可以是 .pdf、.docx、.xlsx、.html 或文本，几个文件、一个文件夹都可以；单位、年度、版式从文件里看。",
      "没有数据的，文件自己与自己比：合计、表与表、说明与表、占比和增减、代码和名称、必须有的表和说明、残留和别的单位的名称；最后说出没有核对的。",
      "手工改过的、往年的、别的软件做的都可以；加密的、扫描成图的读不出来，会说明哪一页没有核对。",
      "不写 --report 就什么也不写。结束时的代码：0 没有发现错；1 有错，或者有读不出来、没有核对的；2 命令写错了，或者程序出了意外。",
    ],
  },
  verify: {
    says: "看一个 PDF（或一起生成的网页、工作簿）是不是现在的数据生成的，改过一个字节也看得出",
    takes: { what: "文件", example: "out/某单位2023年度单位预算公开.pdf" },
    options: ["unit", "year", "output"],
    more: [
      "生成 PDF 时，旁边写有构建记录（单位代码-年度.….json）：数据、版式、科目表的原文，程序版本和 PDF 的指纹。",
      "记录在 PDF 旁边，或者在 --output 的文件夹里。里面有精确到分的金额，留在单位，不公开。",
      "照记录再做出当时的 PDF：npm run build-report -- --record 构建记录。",
      "结束时的代码：0 是；1 不是，或者无法判断；2 命令写错了，或者程序出了意外。",
    ],
  },
  codes: {
    says: "录入财政部门的科目表：与程序的比，以后照它的",
    takes: { what: "文件", example: "科目表.xlsx" },
    options: ["year"],
    otherwise: { year: "是这一年的科目表，例如 --year 2025；不写，就从文件名和表头看" },
    more: [
      "可以是 .xlsx、.xls 或 .csv，要有代码和名称；功能科目、部门经济科目、政府经济科目在一个文件里或分开的都可以。",
      "写在 data/科目/年度.yaml，程序升级不动它；同一年的录入几次，合在一起。",
      "结束时的代码：0 已录入；1 没有录入，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
  pack: {
    says: "不用单位的数据，印一个版式的样张，说出版式里的错",
    takes: { what: "版式", example: "henan" },
    options: ["output", "strict", "format"],
    more: [
      "样张在 out/样张/版式 里，每页有“样张”二字：各项都有、全部为零、只有一种资金、部门、增、减、持平、零基数、名称最长。",
      "样张的数据是程序照版式做的，在旁边的“数据”文件夹里，可以看，不必改。版式怎样写，见 docs/packs.md。",
      "结束时的代码：0 版式没有错；1 版式要改；2 命令写错了，或者程序出了意外。",
    ],
  },
  "new-pack": {
    says: "照现有的版式新建一个，从它改起",
    takes: { what: "版式", example: "luoyang" },
    options: ["from"],
    more: [
      "新的在 templates/版式 里。已经有的，不动它。接下来怎样做，见 docs/packs.md。",
      "结束时的代码：0 已新建；1 没有新建，原因已说明；2 命令写错了，或者程序出了意外。",
    ],
  },
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/**
 * The folder of the project that `text` names, with forward slashes; undefined where it leads out of the project or
 * has a name that not every system can hold. Where a link in it leads is seen when it is written to.
 */
export function outputFolder(text: string): string | undefined {
  const [first = "", ...others] = text.split(/[/\\]/);
  if (first === "") return undefined;
  const names = [first, ...others].filter((name) => name !== "" && name !== ".");
  if (!names.every(isFileName)) return undefined;
  return names.length === 0 ? "." : names.join("/");
}
