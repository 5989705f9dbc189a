import type { YearsRow, YearsTable } from "../protocol.js";
import { years } from "./state.js";

/** Two years side by side: for one's own sense of whether the year is plausible. */
export function YearsView() {
  const { value: both } = years;
  if (!both) return null;
  return (
    <section aria-labelledby="years" class="years-view">
      <h2 id="years">
        {both.year - 1} 年和 {both.year} 年
      </h2>
      <p class="faint">
        单位：万元。深的是 {both.year} 年，浅的是 {both.year - 1} 年；一张表里的条同一比例。
      </p>
      {both.remarks.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {both.tables.map((table) => (
        <OneTable key={table.title} year={both.year} {...table} />
      ))}
    </section>
  );
}

function OneTable({ title, rows, year }: YearsTable & { readonly year: number }) {
  return (
    <table class="years-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">{year - 1}</th>
          <th scope="col">{year}</th>
          <th scope="col">增减</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, now, before, bars, change }: YearsRow) {
  const [own, old] = bars;
  return (
    <tr>
      <th scope="row">
        {name}
        <svg class="bars" viewBox="0 0 1000 26" preserveAspectRatio="none" aria-hidden="true">
          {old !== undefined && <rect class="before" x="0" y="0" width={old} height="11" />}
          <rect class="now" x="0" y="13" width={own} height="11" />
        </svg>
      </th>
      <td class="amount">{before ?? "不知道"}</td>
      <td class="amount">{now}</td>
      <td class="amount">{change}</td>
    </tr>
  );
}
