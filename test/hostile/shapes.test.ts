import { describe, expect, test } from "@jest/globals";
import { judge, lines, shapeOf } from "./faulty-files.js";

judge([["15,000 empty lines of expenditure", "budget", `基本支出:\n${lines(15_000, () => "  - {}")}`]]);

describe("a list whose items must differ", () => {
  const repeated = (list: string): readonly string[] => {
    const found = shapeOf("budget", `列示科目: ${list}\n`);
    return found.filter(({ code }) => code === "数据/重复").map(({ message }) => message);
  };

  test("is told its first item that is not new", () => {
    const [message] = repeated("[1234567, 2345678, 1234567, 2345678]");
    expect(message).toBe("“列示科目”里有重复：第 1 项与第 3 项相同");
  });

  test("is left in peace where its items differ", () => {
    expect(repeated("[1234567, 2345678]")).toEqual([]);
  });
});
