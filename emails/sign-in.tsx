import { type Clinic, greeting, sampleClinic } from "./_group.tsx";
import { EmailButton, Facts, Layout, Paragraph, SmallPrint, Title } from "./_layout.tsx";

export type SignInProps = { name: string; clinic: Clinic; url: string; code: string; until: string };

export default function SignIn({ name, clinic, url, code, until }: SignInProps) {
  return (
    <Layout preview="It works once, and not for long." clinic={clinic}>
      <Title>Sign in</Title>
      <Paragraph>{greeting(name)}</Paragraph>
      <Paragraph>
        Open the link and press the button there. Or write the six digits on the page where you began.
      </Paragraph>
      <EmailButton href={url}>Go to the sign-in page</EmailButton>
      <Facts
        items={[
          { term: "Six digits", value: code },
          { term: "Works once, until", value: until },
        ]}
      />
      <SmallPrint>
        If you didn't ask for this, nothing needs doing: nobody is signed in by this message alone.
      </SmallPrint>
    </Layout>
  );
}

export const subject = (_: SignInProps) => "Your link to sign in";

export const sample: SignInProps = {
  name: "Sam Lindqvist",
  clinic: sampleClinic,
  url: "https://groups.clinic.example.org/sign-in/example",
  code: "041 725",
  until: "6:30 pm, Toronto time",
};
