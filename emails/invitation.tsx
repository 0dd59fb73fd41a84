import { Link } from "react-email";
import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  places,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type InvitationProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** Where they say that they want no such letters. */
  unsubscribeUrl: string;
  seats: number;
  replyBy: string;
  replyByDay: string;
};

export default function Invitation({
  name,
  clinic,
  group,
  url,
  unsubscribeUrl,
  seats,
  replyBy,
}: InvitationProps) {
  return (
    <Layout preview="You can answer on your own page." clinic={clinic}>
      <Title>There is a group for you</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Thank you for waiting. This group is planned, and we ask you before others: would you like{" "}
        {seats === 1 ? "a place" : `the ${places(seats)}`}? Please answer until {replyBy}.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>
        Opening the page decides nothing. There you choose with a button: yes, or not this time.
        {seats > 1 && " One of you can answer; then each is asked for their own yes."} If this one doesn't
        suit you, or we don't hear from you, you keep your place on the interest list.
      </Paragraph>
      <SmallPrint>
        You get this because you are on the interest list.{" "}
        <Link href={unsubscribeUrl}>Stop news of future groups</Link>
      </SmallPrint>
    </Layout>
  );
}

export const subject = ({ replyByDay }: InvitationProps) =>
  `You are invited to a group, please answer until ${replyByDay}`;

export const sample: InvitationProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  unsubscribeUrl: "https://groups.clinic.example.org/unsubscribe/example",
  seats: 2,
  replyBy: "Saturday 28 November, 10:00 am, Toronto time",
  replyByDay: "Saturday 28 November",
};
