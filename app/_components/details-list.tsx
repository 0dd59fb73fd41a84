import type { ReactNode } from "react";

type DetailsListProps = { items: { term: ReactNode; value: ReactNode }[] };

export function DetailsList({ items }: DetailsListProps) {
  return (
    <div className="@container">
      <dl className="divide-y divide-line">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: terms may repeat and never move
          <div key={index} className="py-3 @lg:grid @lg:grid-cols-[minmax(8rem,1fr)_2fr] @lg:gap-6">
            <dt className="text-soft">{item.term}</dt>
            <dd className="min-w-0 max-w-[65ch]">{item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
