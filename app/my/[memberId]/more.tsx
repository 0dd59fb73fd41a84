/** What else somebody finds at their place; `own` is what is theirs alone, where nobody else reads their mailbox. */
export function More({ memberId, own, complete }: { memberId: string; own: boolean; complete: boolean }) {
  const here = `/my/${memberId}`;
  const links = [
    { href: `${here}/dates`, label: "All dates" },
    ...(complete ? [{ href: `${here}/certificate`, label: "Your certificate" }] : []),
    ...(own
      ? [
          { href: `${here}/reflections`, label: "For yourself" },
          { href: `${here}/make-up`, label: "Come to another group" },
          { href: `${here}/questions`, label: "Ask your facilitators" },
          { href: `${here}/people`, label: "Who is in the group" },
        ]
      : []),
    { href: `${here}/subscribe`, label: "Keep my calendar up to date" },
    { href: `${here}/reminders`, label: "When we remind you" },
    { href: "/my/kept", label: "Kept on this device" },
    { href: `${here}/leave`, label: "Leave the group" },
  ];
  return (
    <nav aria-labelledby="more">
      <h2 id="more" className="mb-2 text-xl">
        More
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="flex min-h-12 items-center no-underline hover:underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
