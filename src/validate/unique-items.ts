import type { FuncKeywordDefinition, SchemaValidateFunction } from "ajv";

/** Finds the first item that is written as one before it; `i` is its index, `j` that of the one before. */
const validate: SchemaValidateFunction = (wanted: boolean, items: readonly unknown[]) => {
  const firsts = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const text = JSON.stringify(item);
    const j = firsts.get(text);
    if (wanted && j !== undefined) {
      validate.errors = [{ keyword: "uniqueItems", params: { i, j } }];
      return false;
    }
    firsts.set(text, i);
  }
  return true;
};

/** `uniqueItems` in linear time: ajv compares every item with every other where it cannot tell that they are texts. */
export const UNIQUE_ITEMS: FuncKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  validate,
};
