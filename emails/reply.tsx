import { type Clinic, sampleClinic } from "./_group.tsx";
import { Layout } from "./_layout.tsx";
import { Written } from "./_written.tsx";

export type ReplyProps = {
  clinic: Clinic;
  /** What they wrote about: their own words. */
  about: string;
  /** What somebody of the staff answers; blank lines part its paragraphs. */
  text: string;
};

export default function Reply({ clinic, text }: ReplyProps) {
  return (
    <Layout preview="Somebody here has read your message and answers you." clinic={clinic}>
      <Written text={text} />
    </Layout>
  );
}

export const subject = ({ about }: ReplyProps) => (/^re:/i.test(about) ? about : `Re: ${about}`);

export const sample: ReplyProps = {
  clinic: sampleClinic,
  about: "A question about the dates",
  text: "Hello Ana,\n\nThe half day is part of the program, and the fee covers it. The dates are here:\nhttps://groups.clinic.example.org\n\nWarmly,\nAlex",
};
