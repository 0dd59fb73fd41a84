import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadReminders } from "#lib/people/choose-reminders.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { RemindersForm } from "../../../_components/reminders-form.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { chooseRemindersAction } from "./actions.ts";

export const metadata: Metadata = { title: "Reminders" };

export default async function RemindersPage({ params, searchParams }: PageProps<"/my/[memberId]/reminders">) {
  const { memberId } = await params;
  const choice = await loadReminders(await participant(), memberId);
  if (!choice) notFound();
  const { saved } = await searchParams;
  return (
    <MyFrame title="Your place" titleHref={`/my/${memberId}`} name={choice.name}>
      <PageTitle title="Reminders" lead={`Before your sessions, by e-mail to ${choice.email}.`} />
      <RemindersForm
        action={chooseRemindersAction}
        whose={{ memberId }}
        chosen={choice.reminders}
        back={`/my/${memberId}`}
        saved={saved !== undefined}
      />
    </MyFrame>
  );
}
