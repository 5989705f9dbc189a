import type { CodeLists, GovernmentCode } from "./budget.js";

/** The government code of a departmental code in a unit of the kind; undefined where the list has none. */
export function correspondingCode(
  { correspondence }: CodeLists,
  departmentCode: string,
  unitKind: string | undefined,
): GovernmentCode | undefined {
  const found = correspondence.get(departmentCode);
  return unitKind === "事业单位" ? found?.institution : found?.administrative;
}
