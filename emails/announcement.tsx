import { type Clinic, sampleClinic } from "./_group.tsx";
import { Layout, SmallPrint } from "./_layout.tsx";
import { Written } from "./_written.tsx";

export type AnnouncementProps = {
  clinic: Clinic;
  subject: string;
  /** What somebody of the staff wrote, filled in for this reader. */
  text: string;
  /** Who reads it besides this one; none when it is for them alone. */
  readers: string;
};

export default function Announcement({ clinic, text, readers }: AnnouncementProps) {
  return (
    <Layout preview="A few words from your group." clinic={clinic}>
      <Written text={text} />
      <SmallPrint>
        {readers && `${readers} `}If you would like to say something back, just answer this message: it
        reaches us, and nobody else of the group.
      </SmallPrint>
    </Layout>
  );
}

export const subject = ({ subject }: AnnouncementProps) => subject;

export const sample: AnnouncementProps = {
  clinic: sampleClinic,
  subject: "Before we meet again",
  text: "Hello Ana,\n\nWe meet next on Tuesday 19 January, 6:30 pm, Toronto time. What you need is on your page:\nhttps://groups.clinic.example.org/my\n\nWarmly,\nSam",
  readers: "Sam wrote this to everyone in Winter evenings.",
};
