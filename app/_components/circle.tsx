type Party = { size: number; state: "confirmed" | "held" };

type CircleProps = {
  capacity: number;
  parties: Party[];
  title: string;
  caption: string;
  size?: number;
  banded?: boolean;
};

/** A cohort as a circle of chairs. Without bands nobody can tell who comes with whom: so the public sees it. */
export function Circle({ capacity, parties, title, caption, size = 200, banded = true }: CircleProps) {
  const taken = parties.reduce((sum, party) => sum + party.size, 0);
  const chairs = Math.max(capacity, taken, 1);
  const { seat, ring, at } = geometry(chairs, size);
  const runs = seated(parties);
  const states = runs.flatMap((run) => Array<Party["state"]>(run.size).fill(run.state));
  const room = 2 * (ring - seat) * 0.85;
  const lines = wrapped(caption, room / 6.4);
  const titleSize = Math.min(44, Math.max(16, size * (title.length > 4 ? 0.13 : 0.17)));
  const captionSize = Math.max(
    9,
    Math.min(13.5, room / (0.5 * Math.max(...lines.map((line) => line.length)))),
  );
  const top = size / 2 + titleSize * 0.2 - (lines.length - 1) * captionSize * 0.5;

  return (
    <svg
      role="img"
      aria-label={sentence(chairs, parties, title, caption, banded)}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className="block h-auto max-w-full"
    >
      {banded &&
        runs
          .filter((run) => run.size > 1)
          .map((run) => (
            <path
              key={run.from}
              d={arc(at(run.from), at(run.from + run.size - 1), ring, (run.size - 1) * 2 > chairs)}
              fill="none"
              strokeWidth={seat}
              className={run.state === "held" ? "stroke-apricot-band" : "stroke-pine-band"}
            />
          ))}
      {Array.from({ length: chairs }, (_, index) => {
        const { x, y } = at(index);
        const state = states[index];
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a chair is its place in the circle
            key={index}
            cx={x}
            cy={y}
            r={state ? seat : seat - 0.75}
            className={state ? fills[state] : "fill-card stroke-soft/75"}
            {...(state
              ? {}
              : { strokeWidth: seat < 6 ? 1 : 1.25, strokeDasharray: seat < 6 ? "1.5 1.5" : "2.5 2.5" })}
          />
        );
      })}
      <text x="50%" y={top} textAnchor="middle" fontSize={titleSize} className="fill-ink font-serif">
        {title}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x="50%"
          y={top + captionSize * 1.55 + index * captionSize * 1.25}
          textAnchor="middle"
          fontSize={captionSize}
          className="fill-soft font-sans"
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

const fills = { confirmed: "fill-pine", held: "fill-apricot" } satisfies Record<Party["state"], string>;

/** Chairs three quarters as wide as the room between their middles, and never clumsily large. */
function geometry(chairs: number, size: number) {
  const half = size / 2 - 1;
  const share = 0.74 * Math.PI;
  const seat = Math.min((share * half) / (chairs + share), size * 0.075);
  const ring = half - seat;
  const round = (value: number) => Math.round(value * 100) / 100;
  const at = (index: number) => {
    const angle = (index / chairs) * 2 * Math.PI - Math.PI / 2;
    return { x: round(size / 2 + ring * Math.cos(angle)), y: round(size / 2 + ring * Math.sin(angle)) };
  };
  return { seat: round(seat), ring: round(ring), at };
}

function seated(parties: Party[]) {
  let from = 0;
  return parties.map((party) => {
    const run = { ...party, from };
    from += party.size;
    return run;
  });
}

type Point = { x: number; y: number };

function arc(from: Point, to: Point, ring: number, large: boolean) {
  return `M${from.x} ${from.y}A${ring} ${ring} 0 ${large ? 1 : 0} 1 ${to.x} ${to.y}`;
}

function wrapped(caption: string, room: number) {
  const words = caption.split(" ");
  if (caption.length <= room || words.length === 1) return [caption];
  const halves = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return halves.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

function sentence(chairs: number, parties: Party[], title: string, caption: string, banded: boolean) {
  const count = (state: Party["state"]) =>
    parties.filter((party) => party.state === state).reduce((sum, party) => sum + party.size, 0);
  const [confirmed, held] = [count("confirmed"), count("held")];
  const open = chairs - confirmed - held;
  const rest = banded
    ? `${confirmed} confirmed, ${held} held, ${open} free`
    : `${confirmed + held} taken, ${open} free`;
  return `${title} ${caption}. A circle of ${chairs} ${chairs === 1 ? "chair" : "chairs"}: ${rest}.`;
}
