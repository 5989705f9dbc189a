import { expect, test } from "@jest/globals";
import { proofread } from "../../src/proofread/proofread.js";
import { column, part, row, table } from "../render/sample.js";
import { pack, sample } from "./pieces.js";

test("a table may have more cells than a call takes", () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => row(`（${index}`, "1.00"));
  const blocks = [table("收入", [column("项目"), column("金额")], rows)];
  const found = proofread({ ...sample, pack, report: { ...sample.report, parts: [part(...blocks)] } });
  expect(found.length).toBeGreaterThan(0);
});
