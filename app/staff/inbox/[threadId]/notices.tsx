import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { listWords } from "#lib/people/words.ts";
import { Notice } from "../../../_components/notice.tsx";

/** What one should know before one answers. */
export function Notices({ thread: { quiet, otherSide } }: { thread: ThreadShown }) {
  const suppressed = otherSide.filter((one) => one.suppressed);
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {quiet && (
        <Notice tone="periwinkle" title="We answer here by hand alone">
          <p>{quiet}</p>
        </Notice>
      )}
      {suppressed.map(({ address, suppressed: why }) => (
        <Notice key={address} tone="apricot" title={`Nothing is sent to ${address}`}>
          <p>
            {why?.reason === "asked" ? "They asked us not to write." : "Our letters came back."} {why?.words}
          </p>
          <p>
            <a href="/staff/messages">See the messages</a>, where this can be lifted.
          </p>
        </Notice>
      ))}
      {otherSide.length > 1 && (
        <Notice tone="plain" title={`${listWords(otherSide.map(nameOf))} write here`}>
          <p>An answer goes to the one of them that you choose.</p>
        </Notice>
      )}
    </div>
  );
}

function nameOf({ name, address }: { name: string; address: string }): string {
  return name || address;
}
