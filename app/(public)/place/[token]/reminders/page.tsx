import type { Metadata } from "next";
import { loadReminders } from "#lib/people/choose-reminders.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { RemindersForm } from "../../../../_components/reminders-form.tsx";
import { placePath } from "../path.ts";
import { UnknownLink } from "../unknown-link.tsx";
import { chooseRemindersByLinkAction } from "./actions.ts";

export const metadata: Metadata = { title: "Reminders", robots: { index: false }, referrer: "same-origin" };

/** The choice that each reminder leads to, without signing in. Opening it changes nothing. */
export default async function RemindersByLinkPage({
  params,
  searchParams,
}: PageProps<"/place/[token]/reminders">) {
  const { token } = await params;
  const actor = await memberBehind(token);
  const choice = actor && (await loadReminders(actor, actor.memberId));
  if (!choice) return <UnknownLink />;
  const { saved } = await searchParams;
  return (
    <>
      <PageTitle title="Reminders" lead={`Before your sessions, by e-mail to ${choice.email}.`} />
      <RemindersForm
        action={chooseRemindersByLinkAction}
        whose={{ token }}
        chosen={choice.reminders}
        back={placePath(token)}
        saved={saved !== undefined}
      />
    </>
  );
}
