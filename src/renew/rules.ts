import { FACTS_KEY, TARGET_KINDS } from "../model/budget.js";
import { DIMENSION_VALUES } from "../model/dimensions.js";
import { type AskedFact, unitOfFact } from "../model/pack/asked-fact.js";
import type { Path } from "../model/source.js";

/** What becomes of a value one year later, and how the officer is told of it. */
export const TREATMENTS = {
  carry: "照搬",
  watch: "照搬；里面写着年份的，列出来请看",
  advance: "照搬，年份往后移一年，逐处列出",
  next: "加一年",
  empty: "改成“待填”",
  "empty numbers": "写着数的改成“待填”；其余的照搬，年份往后移一年",
  "ask again": "有的逐项照搬；写着 [] 的改成“待填”，请再说一次有没有",
  clear: "清空",
  drop: "整个去掉",
} as const;
export type Treatment = keyof typeof TREATMENTS;

export interface RenewalRule {
  /** where in the data, item after item of a list as * */
  readonly paths: readonly string[];
  readonly treatment: Treatment;
  /** in the officer's words */
  readonly why: string;
  /** what is written beside a list that is empty now */
  readonly beside?: string;
}

const FUND = ["资金来源", "财政拨款"];
const MONEY = [...FUND, "年份来源"];
const CODES = ["功能科目", "经济科目", "政府经济科目"];
const SPENT = "项目/*/支出/*";
const TARGETS = "项目/*/绩效目标";

const within = (path: string, keys: readonly string[]): readonly string[] =>
  keys.map((key) => `${path}/${key}`);

const EVERY_YEAR = "每年批复的数都不同";

/** Every key of schemas/budget.schema.json, by itself or with all that is under it, and what becomes of it. */
export const RENEWAL_RULES: readonly RenewalRule[] = [
  { paths: ["版式"], treatment: "carry", why: "格式由财政部门规定；换了格式的，改这一处" },
  { paths: ["年度"], treatment: "next", why: "做的是新的一年的预算" },
  { paths: within("单位", ["代码", "性质", "级次"]), treatment: "carry", why: "单位的情况一般不变" },
  { paths: ["单位/原代码"], treatment: "drop", why: "上年的数据文件已经在现在的代码下" },
  {
    paths: within("单位", ["名称", "主要职责", "内设机构/*", "内设机构/不公开", "下属单位/*"]),
    treatment: "watch",
    why: "单位的情况一般不变；职责、名称里的年份是事实，不随预算年度走",
  },
  { paths: ["新设单位"], treatment: "drop", why: "第二年不再是新设的，要与上年比较" },
  {
    paths: ["汇总单位/*"],
    treatment: "carry",
    why: "汇总的单位一般不变；有增减的，改这一处。各单位新一年的数据另外做",
  },
  {
    paths: within("收入/*", MONEY),
    treatment: "carry",
    why: "来源一般不变；上年结转也是，今年没有结转的，整行删去",
  },
  { paths: ["收入/*/金额"], treatment: "empty", why: EVERY_YEAR },
  { paths: ["基本支出"], treatment: "ask again", why: "上年没有的，今年可能有" },
  {
    paths: within("基本支出/*", [...CODES, "类别", ...MONEY]),
    treatment: "carry",
    why: "科目一般不变；科目表变了的，另外列出",
  },
  {
    paths: ["基本支出/*/按对应", `${SPENT}/按对应`],
    treatment: "carry",
    why: "还没有核对的，下一年照样要核对；核对过了的，删去",
  },
  { paths: ["基本支出/*/金额"], treatment: "empty", why: EVERY_YEAR },
  { paths: ["列示科目/*"], treatment: "carry", why: "表里列示的科目一般不变；科目表变了的，另外列出" },
  {
    paths: ["科目名称"],
    treatment: "carry",
    why: "科目表里没有的代码，名称一般不变；科目表里有了的，删去也一样",
  },
  { paths: ["项目"], treatment: "ask again", why: "上年没有的，今年可能有" },
  {
    paths: ["项目/*/编码"],
    treatment: "empty",
    why: "系统每年给新的编码，编码里含年度：照搬会印错；系统还没有给的，填 未赋码",
  },
  {
    paths: [`${TARGETS}/不公开`, `${TARGETS}/未编制`],
    treatment: "carry",
    why: "理由一般不变；不再涉密、已经编制的，改成名称、指标",
  },
  {
    paths: ["项目/*/总投资"],
    treatment: "carry",
    why: "总投资是各年合起来的数，一般不变；调整了的，照批复改；上年完工的，随项目删去",
  },
  { paths: ["项目/*/名称"], treatment: "advance", why: "年年有的项目，名称里常带年度" },
  {
    paths: within("项目/*", ["类别", "重点项目"]),
    treatment: "carry",
    why: "项目的骨架，照批复核对",
  },
  {
    paths: ["项目/*/绩效评价"],
    treatment: "empty",
    why: "评不评价每年另定，印出来是对社会的承诺，不照搬；不打算说的，删去这一行",
  },
  {
    paths: within(SPENT, [...CODES, ...MONEY]),
    treatment: "carry",
    why: "科目一般不变；科目表变了的，另外列出",
  },
  { paths: [`${SPENT}/金额`], treatment: "empty", why: EVERY_YEAR },
  {
    paths: [`${TARGETS}/成本指标/*/指标值`],
    treatment: "empty numbers",
    why: "成本指标的金额随项目的预算变",
  },
  {
    paths: TARGET_KINDS.flatMap((kind) =>
      within(`${TARGETS}/${kind}/*`, ["二级指标", "三级指标", "指标值"]),
    ).filter((path) => path !== `${TARGETS}/成本指标/*/指标值`),
    treatment: "advance",
    why: "项目的骨架，照批复的绩效目标表核对；期限里带年度",
  },
  { paths: ["年终结转"], treatment: "ask again", why: "上年没有的，今年可能有" },
  { paths: within("年终结转/*", FUND), treatment: "carry", why: "来源一般不变" },
  { paths: ["年终结转/*/金额"], treatment: "empty", why: EVERY_YEAR },
  {
    paths: ["政府采购"],
    treatment: "ask again",
    why: "应当公开，漏了要担责任（预算法第十四条、第九十二条）",
  },
  { paths: within("政府采购/*", ["采购类型", "面向中小企业"]), treatment: "carry", why: "类型一般不变" },
  { paths: ["政府采购/*/金额"], treatment: "empty", why: EVERY_YEAR },
  {
    paths: within("国有资产", DIMENSION_VALUES.资产类型),
    treatment: "empty",
    why: "是上年年末的数，要重新清点",
  },
  { paths: ["专项转移支付"], treatment: "ask again", why: "上年没有的，今年可能有" },
  { paths: ["专项转移支付/*/名称"], treatment: "advance", why: "名称里可能带年度" },
  { paths: ["专项转移支付/*/金额"], treatment: "empty", why: EVERY_YEAR },
  {
    paths: ["上年"],
    treatment: "clear",
    why: "程序从上年的数据文件算，一个数不写两处",
    beside: "空着：程序从上年的数据文件取数",
  },
  { paths: ["上年口径"], treatment: "drop", why: "上年的数据文件就是新的口径" },
  {
    paths: ["原因"],
    treatment: "clear",
    why: "哪些数有增减，金额填好了才知道：那时核对会说出哪些要写原因",
    beside: "金额填好以后核对，程序会说哪些要写原因；写的时候去掉 {}，每行一个",
  },
  { paths: ["标准/*"], treatment: "carry", why: "标准一般不变；调整了的，改这一处" },
  { paths: ["已核对"], treatment: "drop", why: "核对过的是上年的数，新一年的重新核对" },
  { paths: ["公开日期"], treatment: "drop", why: "每年另定；公开的日期定了再写" },
  { paths: ["更正"], treatment: "drop", why: "说的是上年公开的文件，与这一年的无关" },
];

const BY_PATH: ReadonlyMap<string, RenewalRule> = new Map(
  RENEWAL_RULES.flatMap((rule) => rule.paths.map((path) => [path, rule] as const)),
);

/** The rule for the value at `path`, which the format may have set itself; undefined for what only holds others. */
export function ruleFor(path: Path, asked: readonly AskedFact[] = []): RenewalRule | undefined {
  const own = path.indexOf(FACTS_KEY);
  if (own >= 0) return ruleOfFact(path, path.slice(own + 1), asked);
  // formats count other kinds
  if (path[0] === "国有资产" && path.length === 2)
    return BY_PATH.get(`国有资产/${DIMENSION_VALUES.资产类型[0]}`);
  return BY_PATH.get(path.map((step) => (typeof step === "number" ? "*" : step)).join("/"));
}

/** Of a fact that the format asks itself: of the unit or a project by its name, of a code or a kind below that. */
function ruleOfFact(path: Path, below: Path, asked: readonly AskedFact[]): RenewalRule | undefined {
  const [first, , third] = below;
  const isOfEach = path[0] === FACTS_KEY && (first === "功能科目" || first === "资产类型");
  const name = isOfEach ? third : first;
  const fact = asked.find((each) => each.name === name);
  if (!fact) return undefined;
  const paths = [path.join("/")];
  if (fact.next !== "copy") return { paths, treatment: "empty", why: "版式要求每年重填" };
  const field = fact.items?.find((each) => each.name === path.at(-1));
  if (field && unitOfFact(field) !== undefined)
    return { paths, treatment: "empty", why: "数每年不同，版式要求照抄的只是名称" };
  const { kind } = field ?? fact;
  const isText = kind === "text" || kind === "paragraphs";
  return { paths, treatment: isText ? "advance" : "carry", why: "版式要求照抄，请核对" };
}
