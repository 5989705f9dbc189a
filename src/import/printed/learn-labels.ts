import { groupedBy } from "../../model/groups.js";
import type { BodyRow } from "./body-rows.js";
import { type PrintedIndicator, type PrintedName, type PrintedProject, uncodedKey } from "./labels.js";
import {
  createRowReader,
  type PivotForm,
  type RowLabels,
  type RowReader,
  type RowSetting,
} from "./pivot-rows.js";

/** The codes and names that tables print. */
export interface PrintedLabels {
  readonly units: readonly PrintedName[];
  readonly projects: readonly PrintedProject[];
  /** of the classifications */
  readonly names: readonly PrintedName[];
  readonly indicators: readonly PrintedIndicator[];
}

/** The rows of a table, or of a part of one, that are about values of some dimension. */
export interface LabelledTable {
  readonly form: PivotForm;
  readonly rows: readonly BodyRow[];
  /** whether it goes on with the table before it */
  readonly goesOn: boolean;
}

/** The labels of all tables, as one says what another leaves out. */
export function learnLabels(tables: readonly LabelledTable[], setting: RowSetting): PrintedLabels {
  const units: PrintedName[] = [];
  const projects: PrintedProject[] = [];
  const names: PrintedName[] = [];
  const indicators: PrintedIndicator[] = [];
  let reader: RowReader | undefined;
  let unit: string | undefined;
  let project: string | undefined;
  for (const { form, rows, goesOn } of tables) {
    if (!reader || !goesOn)
      [reader, unit, project] = [createRowReader(form, setting), setting.unit, undefined];
    for (const row of rows) {
      const { where } = row;
      const labels: RowLabels = row.goesOn ? { codes: [] } : reader.labels(row);
      names.push(...labels.codes.map(({ of, ...each }) => ({ of: of.of, ...each, where })));
      if (labels.unit) {
        units.push({ of: "单位", ...labels.unit, where });
        unit = labels.unit.code;
      }
      if (labels.project) {
        const { code, name, kind } = labels.project;
        project = /\d/u.test(code) ? code : uncodedKey(name, unit);
        const said = { code: code || undefined, kind: kind || undefined };
        projects.push({ key: project, name, ...said, unit, where });
      }
      if (project !== undefined) indicators.push(...indicatorsIn(row, project));
    }
  }
  return { units: distinct(units), projects: distinctProjects(projects), names: distinct(names), indicators };
}

function distinct(names: readonly PrintedName[]): readonly PrintedName[] {
  const named = names.filter(({ name }) => name !== "");
  return [...groupedBy(named, ({ of, code, name }) => `${of} ${code} ${name}`).values()].map(
    ([first]) => first,
  );
}

/** A project that one table prints with its code and another with its kind is one. */
function distinctProjects(projects: readonly PrintedProject[]): readonly PrintedProject[] {
  const coded = projects.filter(({ code }) => code !== undefined);
  const kinds = new Map(
    projects.map(({ name, kind }) => [name, kind] as const).filter(([, kind]) => kind !== undefined),
  );
  const named = new Set(coded.map(({ name }) => name));
  const all = [...coded, ...projects.filter(({ code, name }) => code === undefined && !named.has(name))];
  return [...groupedBy(all, ({ key }) => key).values()].map(([first]) => ({
    ...first,
    kind: first.kind ?? kinds.get(first.name),
  }));
}

function indicatorsIn({ words, where }: BodyRow, project: string): readonly PrintedIndicator[] {
  const said = new Map([...words].map(([{ spec }, parts]) => [spec.target ?? "", parts.join("")]));
  const kinds = new Set(
    [...said.keys()].flatMap((target) => (target === "" ? [] : [target.split(".")[0] ?? ""])),
  );
  return [...kinds].flatMap((kind) => {
    const [indicator, value] = [said.get(`${kind}.三级指标`) ?? "", said.get(`${kind}.指标值`) ?? ""];
    return indicator === "" && value === "" ? [] : [{ project, kind, indicator, value, where }];
  });
}
