import type { CodeKeywordDefinition } from "ajv";
import type { _Code as Code, _ as Template } from "ajv/dist/compile/codegen/code.js";

interface Repeated {
  /** the index of the first item that is written as one before it, and the index of that one */
  readonly i: number;
  readonly j: number;
}

/** It stands by itself: its text becomes part of the validators that are made beforehand. */
function firstRepeated(items: readonly unknown[]): Repeated | undefined {
  const firsts = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const text = JSON.stringify(item);
    const j = firsts.get(text);
    if (j !== undefined) return { i, j };
    firsts.set(text, i);
  }
  return undefined;
}

/** What ajv writes its code with. */
export interface CodeWriting {
  readonly _: typeof Template;
  readonly _Code: typeof Code;
}

/** `uniqueItems` in linear time: ajv compares every item with every other where it cannot tell that they are texts. */
export function uniqueItems({ _, _Code }: CodeWriting): CodeKeywordDefinition {
  return {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    code(context) {
      const { gen, data, schema } = context;
      if (schema !== true) return;
      const find = gen.scopeValue("func", { ref: firstRepeated, code: new _Code(firstRepeated.toString()) });
      const repeated = gen.const("repeated", _`${find}(${data})`);
      context.setParams({ repeated });
      context.fail(_`${repeated} !== undefined`);
    },
    error: { message: "must not repeat items", params: ({ params }) => _`${params.repeated}` },
  };
}
