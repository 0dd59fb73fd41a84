import { type Clinic, greeting, sampleClinic, samplePage } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, Title } from "./_layout.tsx";

export type MaterialsReleasedProps = {
  name: string;
  clinic: Clinic;
  /** The names of the groups that it comes from. */
  groups: string[];
  /** "1 recording, 2 texts": what they are called is read behind the sign-in. */
  what: string;
  url: string;
};

export default function MaterialsReleased({ name, clinic, groups, what, url }: MaterialsReleasedProps) {
  return (
    <Layout preview="It waits for you on your page, for whenever you like." clinic={clinic}>
      <Title>There is something new for you</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Your group has shared something with you. It waits on your page, and there is no hurry.
      </Paragraph>
      <Facts
        items={[
          { term: groups.length === 1 ? "Group" : "Groups", value: groups.join(", ") },
          { term: "New", value: what },
        ]}
      />
      <EmailButton href={url}>Open your page</EmailButton>
    </Layout>
  );
}

export const subject = (_: MaterialsReleasedProps) => "There is something new on your page";

export const sample: MaterialsReleasedProps = {
  name: "Ana Moreau",
  clinic: sampleClinic,
  groups: ["Winter evenings"],
  what: "1 recording, 2 texts",
  url: samplePage,
};
