import { type Project, projectKey } from "../model/budget.js";
import { DIMENSION_VALUES } from "../model/dimensions.js";
import type { LedgerLine } from "../model/ledger.js";
import { alike, codeName, madeOf, toldOnce, totalOf, yuan } from "./notes.js";
import type { LedgerFacts, LedgerRule } from "./rule.js";

/** 公务用车购置, of 基本建设 and of other capital expenditure. */
export const VEHICLE_PURCHASE: readonly string[] = ["30913", "31013"];
export const VEHICLE_RUNNING = "30231";

const VEHICLES = DIMENSION_VALUES.资产类型.filter((kind) => kind.endsWith("用车"));

/** 其他交通工具购置: what is bought that is no vehicle. */
const OTHER_TRANSPORT = ["30919", "31019"];

/** How projects name what is spent on vehicles, and under which codes it belongs. */
const VEHICLE = "(?:用车|公车|车辆|警车|校车|(?:执法|执勤|消防|救护|巡逻|指挥|洒水|清扫)车)";
const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    new RegExp(`${VEHICLE}.{0,4}(?:购置|采购|更新)|(?:购置|采购|购买|更新).{0,10}${VEHICLE}|购车`, "u"),
    VEHICLE_PURCHASE,
  ],
  [new RegExp(`${VEHICLE}.{0,4}(?:运行|运维|维护|维修|燃油)`, "u"), [VEHICLE_RUNNING]],
];
/** What is not the unit's own, or no 公务用车. */
const NOT_OWN = /公交|补[贴助]|停车|[租借]/u;
/** Goods and services, and capital expenditure: where a unit may have put its own vehicles. */
const PLACED = ["302", "309", "310"];

export const VEHICLE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/车辆运行",
    severity: "警告",
    perUnit: true,
    says: "有公务用车运行维护费的单位，上年年末有车辆，或者本年购置车辆",
    certainty: "实务",
    basis: "实务：国有资产占用情况与“三公”经费互相印证",
    examine({ books, statutory }) {
      const running = books.lines(["支出"], { 经济科目: VEHICLE_RUNNING });
      const measure = statutory.get("车辆");
      const counted = measure && books.figure(measure).lines;
      const vehicles = totalOf(counted ?? books.lines(["国有资产"], { 资产类型: VEHICLES }));
      const purchase = totalOf(books.lines(["支出"], { 经济科目: VEHICLE_PURCHASE }));
      if (totalOf(running).isZero() || !vehicles.isZero() || !purchase.isZero()) return undefined;
      return {
        message: `公务用车运行维护费 ${yuan(totalOf(running))} 元，“国有资产”里却没有一辆车，本年也不购置`,
        ...madeOf("公务用车运行维护费", running),
        remedy: "核对“国有资产”里的车辆数和这一行的经济科目",
      };
    },
  },
  {
    code: "勾稽/车辆购置",
    severity: "警告",
    perUnit: true,
    says: "购置公务用车的单位，政府采购预算里有货物",
    certainty: "实务",
    basis: "实务：公务用车一般由政府集中采购，各地采购目录未核对",
    examine({ books }) {
      const purchase = books.lines(["支出"], { 经济科目: VEHICLE_PURCHASE });
      const goods = totalOf(books.lines(["政府采购"], { 采购类型: "货物" }));
      if (totalOf(purchase).isZero() || !goods.isZero()) return undefined;
      return {
        message: `公务用车购置费 ${yuan(totalOf(purchase))} 元，“政府采购”里却没有货物`,
        ...madeOf("公务用车购置费", purchase),
        remedy: "车辆购置属于政府采购的，在“政府采购”里加一行货物",
      };
    },
  },
  {
    code: "勾稽/车辆科目",
    severity: "警告",
    perUnit: true,
    says: `购置公务用车列 ${VEHICLE_PURCHASE.join("、")}，运行维护列 ${VEHICLE_RUNNING}，不列在“三公”经费以外的科目里；${OTHER_TRANSPORT.join("、")} 只列船舶、飞机等车辆以外的`,
    certainty: "实务",
    basis: "实务：特种专业技术用车也是公务用车，计入“三公”经费；科目说明未核对",
    examine(facts) {
      const { books, budget, codes } = facts;
      const transport = books.lines(["支出"], { 经济科目: OTHER_TRANSPORT });
      const named = budget.projects.flatMap((project) => misplaced(facts, project));
      return toldOnce(
        "可能是公务用车的支出，列在“三公”经费以外的科目里",
        alike([...new Set([...transport, ...named])], ({ 经济科目: code = "" }) =>
          codeName(codes.departmental, code),
        ),
        "核对经济科目；是车辆的，改成公务用车的科目；不是公务用车的，不必改",
      );
    },
  },
];

/** Lines of a project that is named after vehicles and has nothing under their codes. */
function misplaced({ books }: LedgerFacts, project: Project): readonly LedgerLine[] {
  const name = project.name.text;
  if (NOT_OWN.test(name)) return [];
  const lines = books.lines(["支出"], { 项目: projectKey(project) });
  const lacking = NAMED.some(
    ([words, codes]) =>
      words.test(name) && !lines.some(({ dimensions }) => codes.includes(dimensions.经济科目 ?? "")),
  );
  return lacking ? lines.filter(({ dimensions }) => PLACED.includes(dimensions.经济类 ?? "")) : [];
}
