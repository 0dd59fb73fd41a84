import { dayNames, days, parts } from "#lib/interest/times.ts";

type WeekTimesProps = { name: string; id: string; defaultValue: string[] };

/** A box for each part of each day of the week. */
export function WeekTimes({ name, id, defaultValue }: WeekTimesProps) {
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-hint`}>
      <legend className="mb-1.5 font-semibold">
        When could you come?<span className="font-normal text-soft"> (optional)</span>
      </legend>
      <p id={`${id}-hint`} className="mb-2 text-sm text-soft">
        Tick all that suit. If you tick none, we take it that any time does.
      </p>
      <div className="grid grid-cols-[1.2fr_repeat(3,1fr)] rounded-[0.9375rem] border border-line bg-card px-2 py-1">
        <span />
        {parts.map((part) => (
          <span key={part} aria-hidden="true" className="py-2 text-center text-sm text-soft capitalize">
            {part}
          </span>
        ))}
        {days.map((day) => (
          <div key={day} className="col-span-4 grid grid-cols-subgrid border-t border-line">
            <span aria-hidden="true" className="self-center ps-2">
              {dayNames[day]}
            </span>
            {parts.map((part) => (
              <label
                key={part}
                className="grid min-h-12 cursor-pointer place-content-center rounded-field transition-colors hover:bg-plum-pale has-checked:bg-plum-pale"
              >
                <span className="sr-only">
                  {dayNames[day]} {part}
                </span>
                <input
                  type="checkbox"
                  name={name}
                  value={`${day}-${part}`}
                  defaultChecked={defaultValue.includes(`${day}-${part}`)}
                  className="choice-mark"
                />
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
