import { settings } from "#lib/config/settings.ts";
import { EmptyState } from "../../_components/empty-state.tsx";

/** Instead of what is one person's alone, where two read the same mailbox. */
export function SharedMailbox() {
  const { CLINIC_EMAIL } = settings();
  return (
    <EmptyState title="This waits for a mailbox of your own">
      <p>
        You share this mailbox, and so its sign-in, with somebody. What is yours alone should stay yours, so
        it opens once each of you has an address of your own. Write to{" "}
        <a href={`mailto:${CLINIC_EMAIL}`}>{CLINIC_EMAIL}</a>, and we change it for you.
      </p>
    </EmptyState>
  );
}
