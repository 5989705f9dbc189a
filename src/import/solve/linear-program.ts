import load, { type Highs, type Model } from "highs";

/** Find amounts that cost least, while each is between its ends and so is the sum of each row. */
export interface LinearProgram {
  readonly columns: readonly LinearColumn[];
  readonly rows: readonly LinearRow[];
}

export interface LinearColumn {
  readonly cost: number;
  readonly low: number;
  readonly high: number;
}

export interface LinearRow {
  readonly low: number;
  readonly high: number;
  /** the columns that are added up, and those that are taken from them */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/** A limit of steps and not of time, so that the same tables give the same ledger on every machine. */
const MOST_STEPS = 200_000;

let loaded: Promise<Highs> | undefined;

/**
 * The cheapest amounts, by the simplex method; undefined where there are none, or they are not found in so many steps. Of
 * several that cost the same the method always takes the same, as all is done in WebAssembly by one thread.
 */
export async function cheapest(program: LinearProgram): Promise<readonly number[] | undefined> {
  // its types describe what CommonJS would get
  loaded ??= (load as unknown as typeof load.default)();
  const highs = await loaded;
  return highs.withModel(modelOf(program), (model: Model) => {
    model.options.set({
      output_flag: false,
      solver: "simplex",
      simplex_iteration_limit: MOST_STEPS,
    });
    model.run();
    const isBest = model.getModelStatus() === highs.constants.modelStatus.optimal;
    return isBest ? [...model.getSolution().colValue] : undefined;
  });
}

function modelOf({ columns, rows }: LinearProgram) {
  const starts = [0];
  for (const { plus, minus } of rows) starts.push((starts.at(-1) ?? 0) + plus.length + minus.length);
  const indices = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float64Array(indices.length);
  for (const [row, { plus, minus }] of rows.entries()) {
    const start = starts[row] ?? 0;
    indices.set(plus, start);
    indices.set(minus, start + plus.length);
    values.fill(1, start, start + plus.length);
    values.fill(-1, start + plus.length, start + plus.length + minus.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: "csr",
      numCols: columns.length,
      numRows: rows.length,
      starts: Int32Array.from(starts),
      indices,
      values,
    },
  } as const;
}
