type ContactProps = { members: { id: string; name: string; email: string | null }[] };

/** How to reach the people of a party. */
export function Contact({ members }: ContactProps) {
  const reachable = members.filter(({ email }) => email);
  if (reachable.length === 0) return null;
  return (
    <ul className="text-sm">
      {reachable.map(({ id, email }) => (
        <li key={id}>
          <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center break-all sm:min-h-6">
            {email}
          </a>
        </li>
      ))}
    </ul>
  );
}
