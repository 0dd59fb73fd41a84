import type { Metadata } from "next";
import { newsBehind } from "#lib/people/choose-news.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Press } from "../../../staff/_components/press.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { chooseNewsByLinkAction } from "./actions.ts";

export const metadata: Metadata = {
  title: "News of future groups",
  robots: { index: false },
  referrer: "same-origin",
};

/** Says what the button does before anybody presses it: mail programs open links by themselves. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const news = await newsBehind(token);
  if (!news)
    return (
      <>
        <PageTitle
          title="That link has had its day"
          lead="The newest e-mail from us has the one that works."
        />
        <p>
          Or write to <ClinicMail />, and a person takes care of it.
        </p>
      </>
    );
  return news.wanted ? (
    <>
      <PageTitle
        title="No more news of future groups?"
        lead="We write to you when a group is planned that may suit you. With this button we stop."
      />
      <p className="mb-6 max-w-[44rem]">
        What we write about a place that you have or wait for still reaches you, and you keep your place on
        the interest list.
      </p>
      <Press action={chooseNewsByLinkAction} values={{ token, wanted: "no" }} variant="primary">
        Stop these letters
      </Press>
    </>
  ) : (
    <>
      <PageTitle
        title="You get no more news of future groups"
        lead="What we write about a place that you have or wait for still reaches you."
      />
      <p className="mb-6 max-w-[44rem]">If you change your mind, we are glad to write again.</p>
      <Press action={chooseNewsByLinkAction} values={{ token, wanted: "yes" }} variant="secondary">
        Write to me again
      </Press>
    </>
  );
}
