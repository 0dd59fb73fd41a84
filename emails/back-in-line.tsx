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

export type BackInLineProps = { name: string; clinic: Clinic; group: Group; url: string; seats: number };

export default function BackInLine({ name, clinic, group, url, seats }: BackInLineProps) {
  return (
    <Layout preview="You keep your place in line." clinic={clinic}>
      <Title>You keep your place in line</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        The time to answer is over, and we did not hear from everyone we had asked, so the places go to others
        for now. You lose nothing by it: you are in line where you were,{" "}
        {seats === 1 ? "now for one place" : `for ${seats} places`}.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>See your place in line</EmailButton>
      <Paragraph>Nothing needs doing now. We write as soon as it is your turn.</Paragraph>
    </Layout>
  );
}

export const subject = (_: BackInLineProps) => "You keep your place in line";

export const sample: BackInLineProps = {
  name: "Mika Laine",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  seats: 1,
};
