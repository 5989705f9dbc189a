import { CONTRIBUTIONS, USUAL_USES } from "../../model/dimensions.js";

/** How dear it is to take an amount for something: the usual is cheap, what speaks against practice dear, and nothing impossible. */
const PRICES = {
  own: 0.6,
  usual: 1,
  elsewhere: 5,
  unusual: 6,
  otherNature: 2,
  otherKind: 4,
  project: 1,
} as const;

/** From here on an amount is taken for something only where nothing else is left. */
export const DEAR = 4;

const KINDS: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "309": "资本性支出",
  "310": "资本性支出",
};
const PERSONNEL: readonly (string | undefined)[] = [KINDS["301"], KINDS["303"]];
/** Pensions, which are paid under the functions for the retired where there are such. */
const PENSIONS = ["30301", "30302"];

/** The functions under which alone an economic code usually stands. */
const HOMES = new Map(
  [...Object.keys(CONTRIBUTIONS), ...PENSIONS].map((code) => [
    code,
    Object.keys(USUAL_USES).filter((item) => USUAL_USES[item]?.includes(code)),
  ]),
);

/** Whether a function is for running the unit, so that anything may be paid under it. */
export function isRunning(functionCode: string): boolean {
  return !Object.hasOwn(USUAL_USES, functionCode);
}

/** What it costs to take basic expenditure for this, where the unit has these functions. */
export function basicPrice(
  functionCode: string,
  economicCode: string,
  kind: string,
  present: ReadonlySet<string>,
): number {
  return pairPrice(functionCode, economicCode, present) + kindPrice(economicCode, kind);
}

export const PROJECT_PRICE = PRICES.project;

function pairPrice(functionCode: string, economicCode: string, present: ReadonlySet<string>): number {
  const homes = HOMES.get(economicCode);
  const uses = USUAL_USES[functionCode];
  if (!uses) return homes?.some((each) => present.has(each)) ? PRICES.elsewhere : PRICES.usual;
  if (!uses.includes(economicCode)) return PRICES.unusual;
  return homes ? PRICES.own : PRICES.usual;
}

function kindPrice(economicCode: string, kind: string): number {
  return KINDS[economicCode.slice(0, 3)] === kind ? 0 : PRICES.otherNature;
}

/** Whether an economic code may be of a kind: of its class's, or of the other nature, as welfare is pay in some units. */
export function mayBeOf(economicCode: string, kind: string): boolean {
  const usual = KINDS[economicCode.slice(0, 3)];
  return usual === undefined || usual === kind || PERSONNEL.includes(usual) !== PERSONNEL.includes(kind);
}
