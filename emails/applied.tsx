import {
  type Clinic,
  type Group,
  GroupFacts,
  greeting,
  sampleClinic,
  sampleGroup,
  samplePage,
} from "./_group.tsx";
import { EmailButton, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type AppliedProps = {
  name: string;
  clinic: Clinic;
  group: Group;
  url: string;
  /** Who asked for the place, for somebody else who was to come too. */
  writer: string | null;
};

export default function Applied({ name, clinic, group, url, writer }: AppliedProps) {
  return (
    <Layout preview="Somebody reads it with care." clinic={clinic}>
      <Title>We have your application</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      {writer !== null && (
        <Paragraph>
          {writer || "Somebody close to you"} has asked for a place for you in one of our groups.
        </Paragraph>
      )}
      <Paragraph>
        The people who lead this group read every application, and write to you soon. You keep your place by
        the time you applied.
      </Paragraph>
      <GroupFacts group={group} />
      <EmailButton href={url}>Open your page</EmailButton>
      <Paragraph>Nothing needs doing now. On your page you can take it back with a button.</Paragraph>
      {writer !== null && (
        <SmallPrint>
          Nobody can say yes for you. If you'd rather not come, say so on your page and we erase your name and
          address.
        </SmallPrint>
      )}
    </Layout>
  );
}

export const subject = (_: AppliedProps) => "We have your application";

export const sample: AppliedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  group: sampleGroup,
  url: samplePage,
  writer: null,
};
