import type { ComponentChildren } from 'preact';

export interface TableData {
  head: readonly string[];
  /** The first cell names its row. */
  rows: readonly { id: string; cells: readonly ComponentChildren[] }[];
}

/** The numbers of a chart as a table; also for small tables of their own. */
export function DataTable({ caption, head, rows }: TableData & { caption: string }) {
  return (
    <table class="table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [name, ...values] }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              // Cells have no identity but their column.
              <td key={at}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
