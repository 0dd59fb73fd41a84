import type { loadAnnouncement } from "#lib/announcements/queries.ts";
import { MessageStatePill } from "../../../../messages/message-state.tsx";

type ReadersProps = {
  people: NonNullable<Awaited<ReturnType<typeof loadAnnouncement>>>["people"];
  chosen: string | undefined;
  href: (personId: string) => string;
  /** Whether whoever looks may read the log of messages. */
  log: boolean;
};

/** Who gets a message, each leading to it as they read it; once it was sent, with how far theirs has come. */
export function Readers({ people, chosen, href, log }: ReadersProps) {
  if (people.length === 0) return <p className="text-soft">Nobody just now.</p>;
  return (
    <ul className="divide-y divide-line">
      {people.map(({ personId, name, email, suppressed, guarded, letter }) => (
        <li key={personId} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
          <a
            href={href(personId)}
            aria-current={personId === chosen ? "true" : undefined}
            className="inline-flex min-h-11 items-center aria-[current]:font-semibold"
          >
            {name}
          </a>
          {letter ? (
            <span className="flex flex-wrap items-center gap-x-3">
              <MessageStatePill state={letter.state} attempts={letter.attempts} error={letter.error} />
              {log && (
                <a
                  href={`/staff/messages/${letter.id}`}
                  className="inline-flex min-h-11 items-center text-sm"
                >
                  Letter<span className="sr-only"> to {name}</span>
                </a>
              )}
              {letter.error && <span className="block w-full text-sm text-soft">{letter.error}</span>}
            </span>
          ) : (
            <span className="text-sm text-soft">
              {!email
                ? "Has no e-mail address: please tell them yourself."
                : (suppressed ?? (guarded ? "Shares a mailbox" : ""))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
