import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Layout, Paragraph, Title } from "./_layout.tsx";

export type StaffWelcomeProps = { name: string; clinic: Clinic; address: string; signInUrl: string };

export default function StaffWelcome({ name, clinic, address, signInUrl }: StaffWelcomeProps) {
  return (
    <Layout preview="You can sign in now." clinic={clinic}>
      <Title>Welcome</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        You can now sign in to {clinic.name}'s groups. There is no password: write {address} on the sign-in
        page, and we send you a link each time.
      </Paragraph>
      <EmailButton href={signInUrl}>Go to the sign-in page</EmailButton>
    </Layout>
  );
}

export const subject = (_: StaffWelcomeProps) => "You can sign in to the groups now";

export const sample: StaffWelcomeProps = {
  name: "Robin Okafor",
  clinic: sampleClinic,
  address: "robin@willowstreet.example",
  signInUrl: "https://groups.clinic.example.org/sign-in",
};
