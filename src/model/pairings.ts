/** What a unit pays for its people, and the functions that it pays it under. */
export const CONTRIBUTIONS: Readonly<Record<string, readonly string[]>> = {
  "30108": ["2080505"],
  "30109": ["2080506"],
  "30110": ["2101101", "2101102"],
  "30111": ["2101103"],
  "30113": ["2210201"],
};

/** Functions that are for one of these only; medical care is paid under its functions in other ways too. */
export const SOLE_USE: ReadonlyMap<string, string> = new Map([
  ["2080505", "30108"],
  ["2080506", "30109"],
  ["2210201", "30113"],
]);

const RETIRED = ["30201", "30229", "30299", "30301", "30302", "30305", "30309", "30399"];
const OTHER_INSURANCE = ["30112"];
const MEDICAL_CARE = ["30110", "30112"];
const ALLOWANCES = ["30102"];

/** What is usually paid under the functions that are not for running the unit, by practice. */
export const USUAL_USES: Readonly<Record<string, readonly string[]>> = {
  "2080501": RETIRED,
  "2080502": RETIRED,
  "2080505": ["30108"],
  "2080506": ["30109"],
  "2080599": ["30299", "30301", "30302", "30399"],
  "2080801": ["30304", "30305"],
  "2080899": ["30112", "30304", "30305"],
  "2082701": OTHER_INSURANCE,
  "2082702": OTHER_INSURANCE,
  "2082703": OTHER_INSURANCE,
  "2082799": OTHER_INSURANCE,
  "2089999": OTHER_INSURANCE,
  "2101101": MEDICAL_CARE,
  "2101102": MEDICAL_CARE,
  "2101103": ["30111"],
  "2101199": ["30110", "30111", "30112", "30114", "30307"],
  "2210201": ["30113"],
  "2210202": ALLOWANCES,
  "2210203": ALLOWANCES,
};
