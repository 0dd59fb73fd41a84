import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadMyFeed } from "#lib/cohorts/feed.ts";
import { CalendarAddress } from "../../../_components/calendar-address.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Press } from "../../../staff/_components/press.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { renewMyCalendarAction } from "./actions.ts";

export const metadata: Metadata = { title: "Your calendar" };

/** The private address of somebody's own calendar. */
export default async function SubscribePage({ params }: PageProps<"/my/[memberId]/subscribe">) {
  const { memberId } = await params;
  const feed = await loadMyFeed(await participant(), memberId);
  if (!feed) notFound();
  return (
    <MyFrame title="Your place" titleHref={`/my/${memberId}`} name={feed.name}>
      <PageTitle
        title="Your calendar"
        lead="Subscribe to it once, and your calendar has every session. When one is moved, it moves there too."
      />
      <CalendarAddress url={feed.url} />
      <p className="mt-8 max-w-[65ch]">
        It is called “Group”, and says nothing more. The address is for you alone: whoever has it reads your
        dates. It ends when you leave the group.
      </p>
      <section className="mt-8 border-t border-line pt-6">
        <h2 className="mb-2 text-xl">Somebody else has the address?</h2>
        <p className="mb-4 max-w-[65ch]">
          Replace it by a new one. Calendars that read the old one stop, also your own, until you subscribe
          again.
        </p>
        <Press action={renewMyCalendarAction} values={{ memberId }} variant="secondary">
          Replace the address
        </Press>
      </section>
    </MyFrame>
  );
}
