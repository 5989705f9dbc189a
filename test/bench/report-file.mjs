// A composed report as bytes and back: the same object stays one, amounts stay exact, and places in the data are left out.
import { deserialize, serialize } from "node:v8";
import { Decimal } from "decimal.js";
import { quantity } from "../../dist/money/money.js";

export function packReport(report) {
  const known = new Map();
  const packed = (value) => {
    if (typeof value !== "object" || value === null || value instanceof Date) return value;
    if (!known.has(value)) copy(value);
    return known.get(value);
  };
  const copy = (value) => {
    if (Decimal.isDecimal(value)) return known.set(value, { exactly: value.toFixed() });
    const own = Array.isArray(value) ? [] : {};
    known.set(value, own);
    for (const [key, each] of Object.entries(value)) if (typeof each !== "function") own[key] = packed(each);
  };
  return serialize(packed(report));
}

export function unpackReport(bytes) {
  const seen = new Set();
  const restore = (value) => {
    seen.add(value);
    for (const [key, each] of Object.entries(value)) {
      if (typeof each !== "object" || each === null) continue;
      if (each.exactly !== undefined) value[key] = quantity(each.exactly);
      else if (!seen.has(each)) restore(each);
    }
    return value;
  };
  return restore(deserialize(bytes));
}
