import type { Metadata } from "next";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { loadInbox } from "#lib/inbox/queries.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { happeningSchema, LeftNotice } from "./[threadId]/happened.tsx";
import { Columns } from "./columns.tsx";
import { placeSchema } from "./place.ts";
import { Threads } from "./threads.tsx";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage({ searchParams }: PageProps<"/staff/inbox">) {
  const actor = await admin();
  const asked = await searchParams;
  const place = placeSchema.parse(asked);
  const inbox = await loadInbox(actor, place);
  return (
    <StaffFrame actor={actor} current="inbox" bleed>
      <Columns
        list={
          <>
            <div className="mb-4 lg:px-5">
              <h1 className="text-3xl">Inbox</h1>
              <p className="mt-1 text-soft">What people write to {settings().CLINIC_EMAIL}.</p>
            </div>
            <div className="lg:px-5">
              <LeftNotice {...happeningSchema.parse(asked)} place={place} />
            </div>
            <Threads {...inbox} place={place} today={now()} />
          </>
        }
      >
        <p className="mt-16 text-center text-soft">
          {inbox.threads.length > 0 && "Choose a message to read it here."}
        </p>
      </Columns>
    </StaffFrame>
  );
}
