import type { Metadata } from "next";
import { settings } from "#lib/config/settings.ts";
import { PageTitle } from "../../_components/page-title.tsx";
import { ClinicMail } from "../_cohorts/clinic-mail.tsx";

export const dynamic = "force-static";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  const { CLINIC_NAME } = settings();
  return (
    <>
      <PageTitle
        title="Privacy"
        lead={`What ${CLINIC_NAME} keeps about people who join a group, and who sees it.`}
      />
      <div className="space-y-8 [&_h2]:mb-2 [&_h2]:text-2xl">
        <section>
          <h2>What we keep</h2>
          <p>
            Your name, your e-mail address, which group you asked for and when, your answers, the e-mails
            between us, and, once the group runs, which sessions you came to.
          </p>
        </section>
        <section>
          <h2>When somebody else writes you down</h2>
          <p>
            A partner may give us your name and address so that we can ask you. We use them for that alone. If
            you say no, or don't answer in time, they are erased.
          </p>
        </section>
        <section>
          <h2>Who sees it</h2>
          <p>
            The facilitators of your group, and those who run the groups at the clinic. Every look is written
            down. Partners see each other's first name and whether each has said yes, and nothing else of each
            other. Your first name is shown to others in your group only if you agree. What you write for
            yourself is sealed, and nobody but you can read it. On the public pages we show how many places
            are taken, and never by whom.
          </p>
        </section>
        <section>
          <h2>On this site</h2>
          <p>
            No advertising, no counting of visitors, nothing loaded from other companies. One cookie remembers
            that you are signed in, and one remembers that you sent a form, so that it is not sent twice.
          </p>
        </section>
        <section>
          <h2>What you can ask for</h2>
          <p>
            To see what we keep about you, to have it put right, to take it with you, or to have it erased as
            far as the law on health records allows. Write to <ClinicMail />.
          </p>
        </section>
      </div>
    </>
  );
}
