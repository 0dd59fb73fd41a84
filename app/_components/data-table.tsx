// biome-ignore-all lint/a11y/noRedundantRoles: a table that is not displayed as one keeps its meaning only by its roles

import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type DataTableProps = {
  caption: ReactNode;
  captionHidden?: boolean;
  head: ReactNode[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** Where there is no room for columns, each row is a small card. */
export function DataTable({ caption, captionHidden, head, rows }: DataTableProps) {
  return (
    <div className="@container">
      <table role="table" className="block w-full text-left @2xl:table">
        <caption
          className={captionHidden ? "sr-only" : "mb-3 block text-left font-serif text-xl @2xl:table-caption"}
        >
          {caption}
        </caption>
        <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr role="row">
            {head.map((label, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
              <Head key={column}>{label}</Head>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="grid gap-3 @2xl:table-row-group">
          {rows.map((row) => (
            <tr
              key={row.key}
              role="row"
              className={classNames(
                "block rounded-card border border-line bg-card p-4",
                "@2xl:table-row @2xl:rounded-none @2xl:border-0 @2xl:bg-transparent",
              )}
            >
              {row.cells.map((cell, column) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  key={column}
                  first={column === 0}
                  label={head[column]}
                >
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A column without a name, such as the one of the buttons, has no header cell for anybody to stumble on. */
function Head({ children }: { children: ReactNode }) {
  const look = "border-b border-line py-2.5 pe-4 align-bottom text-sm font-medium text-soft last:pe-0";
  if (!children) return <td role="cell" className={look} />;
  return (
    <th role="columnheader" scope="col" className={look}>
      {children}
    </th>
  );
}

function Cell({ first, label, children }: { first: boolean; label: ReactNode; children: ReactNode }) {
  const wide =
    "@2xl:table-cell @2xl:border-b @2xl:border-line @2xl:py-3 @2xl:pe-4 @2xl:align-middle @2xl:last:pe-0";
  if (first) {
    return (
      <th role="rowheader" scope="row" className={classNames("block pb-1 font-semibold", wide)}>
        {children}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={classNames("flex justify-between gap-4 py-1", wide, !label && "@2xl:text-end")}
    >
      {label ? (
        <span aria-hidden="true" className="text-sm text-soft @2xl:hidden">
          {label}
        </span>
      ) : null}
      <span className="min-w-0 text-end @2xl:text-start">{children}</span>
    </td>
  );
}
