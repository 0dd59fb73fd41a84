type CircleLegendProps = { confirmed: number; held: number; free: number };

/** The words beside a circle: its chairs in numbers. */
export function CircleLegend({ confirmed, held, free }: CircleLegendProps) {
  return (
    <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-sm">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-2.5 rounded-full bg-pine" />
        {confirmed} confirmed
      </li>
      {held > 0 && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2.5 rounded-full bg-apricot" />
          {held} held
        </li>
      )}
      <li className="flex items-center gap-1.5 text-soft">
        <span aria-hidden="true" className="size-2.5 rounded-full border border-dashed border-soft" />
        {free} free
      </li>
    </ul>
  );
}
