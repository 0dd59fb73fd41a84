import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type CohortCancelledProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** Why, in the words of the clinic. */
  reason: string;
  /** The day since when they wait. */
  since: string;
};

export default function CohortCancelled({ name, clinic, group, url, reason, since }: CohortCancelledProps) {
  return (
    <Layout preview="Please look at your own page." clinic={clinic}>
      <Title>The group does not take place</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>We are sorry: the group below does not take place.</Paragraph>
      {reason && <Paragraph>{reason}</Paragraph>}
      <GroupFacts group={group} />
      <Paragraph>
        Your time of waiting is not lost. On your page you can ask for a place in another group, and there you
        keep your place in line since {since}.
      </Paragraph>
      <EmailButton href={url}>See how to go on</EmailButton>
      <Paragraph>
        The old dates can go from your calendar. If you have questions, please reply to this message.
      </Paragraph>
    </Layout>
  );
}

export const subject = (_: CohortCancelledProps) => "A change: the group does not take place";

export const sample: CohortCancelledProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  reason: "Sam is unwell this winter, and nobody else can lead it.",
  since: "Tuesday 3 November 2026",
};
