import { type Clinic, sampleClinic } from "./_group.tsx";
import { Layout, Paragraph } from "./_layout.tsx";

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
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
        <Paragraph key={index}>{lines(paragraph)}</Paragraph>
      ))}
    </Layout>
  );
}

/** A line stays a line, and an address can be pressed. */
function lines(paragraph: string) {
  return paragraph.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
    <span key={index}>
      {index > 0 && <br />}
      {line.split(/(https?:\/\/[^\s<>]+)/).map((piece, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
          <a key={at} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </span>
  ));
}

export const subject = ({ about }: ReplyProps) => (/^re:/i.test(about) ? about : `Re: ${about}`);

export const sample: ReplyProps = {
  clinic: sampleClinic,
  about: "A question about the dates",
  text: "Hello Ana,\n\nThe half day is part of the program, and the fee covers it. The dates are here:\nhttps://groups.clinic.example.org\n\nWarmly,\nAlex",
};
