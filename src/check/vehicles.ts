import { DIMENSION_VALUES } from "../model/dimensions.js";
import { madeOf, totalOf, yuan } from "./notes.js";
import type { LedgerRule } from "./rule.js";

/** 公务用车购置, of 基本建设 and of other capital expenditure. */
export const VEHICLE_PURCHASE: readonly string[] = ["30913", "31013"];
export const VEHICLE_RUNNING = "30231";

const VEHICLES = DIMENSION_VALUES.资产类型.filter((kind) => kind.endsWith("用车"));

export const VEHICLE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/车辆运行",
    severity: "警告",
    perUnit: true,
    says: "有公务用车运行维护费的单位，上年年末有车辆，或者本年购置车辆",
    basis: "实务：国有资产占用情况与“三公”经费互相印证",
    examine({ books }) {
      const running = books.lines(["支出"], { 经济科目: VEHICLE_RUNNING });
      const vehicles = totalOf(books.lines(["国有资产"], { 资产类型: VEHICLES }));
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
];
