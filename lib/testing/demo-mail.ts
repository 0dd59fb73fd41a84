/** What lies in the demo's mailbox: raw messages, as a mail client would send them. */
export function demoMail(clinic: string, at: Temporal.Instant): { raw: Buffer; hoursAgo: number }[] {
  return letters.map(({ from, copy, automatic, subject, hoursAgo, text }, index) => {
    const lines = [
      `From: ${from}`,
      `To: ${clinic}`,
      ...(copy ? [`Cc: ${copy}`] : []),
      ...(automatic ? ["Auto-Submitted: auto-replied"] : []),
      `Subject: ${subject}`,
      `Date: ${rfc5322(at.subtract({ hours: hoursAgo }))}`,
      `Message-ID: <demo-${index + 1}@mail.example.org>`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      ...text,
    ];
    return { raw: Buffer.from(lines.join("\r\n")), hoursAgo };
  });
}

type Letter = {
  from: string;
  copy?: string;
  automatic?: boolean;
  subject: string;
  hoursAgo: number;
  text: string[];
};

const letters: Letter[] = [
  {
    from: "Mara Lindholm <mara.l@example.com>",
    copy: "Ines <ines.d@example.com>",
    subject: "The Tuesday group",
    hoursAgo: 3,
    text: [
      "Hello,",
      "",
      "We were at Dr. Silva's talk on repair after a quarrel. My partner Ines and I would love to join the",
      "Tuesday group after the holidays, if there is room for both of us. Ines is in copy.",
      "",
      "Warmly,",
      "Mara",
      "",
      "Sent from my phone",
    ],
  },
  {
    from: "the.lees@example.net",
    subject: "room for three?",
    hoursAgo: 20,
    text: ["Hi, is there room for three of us in a group this winter? Evenings are best. Jo, Kit and Wren"],
  },
  {
    from: "Dov Adler <dov.adler@example.org>",
    subject: "A question about the retreat",
    hoursAgo: 44,
    text: [
      "Good evening,",
      "",
      "Is the half day on the weekend part of the program, or extra?",
      "",
      "Dov Adler",
    ],
  },
  {
    from: "Pat Osei <pat.osei@example.org>",
    automatic: true,
    subject: "Automatic reply: your place",
    hoursAgo: 50,
    text: ["I am away until the 30th and read no mail."],
  },
];

/** Sun, 22 Nov 2026 14:00:00 +0000 */
function rfc5322(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO("UTC");
  const part = (options: Intl.DateTimeFormatOptions) => local.toLocaleString("en-US", options);
  const time = local.toPlainTime().toString({ smallestUnit: "second" });
  return `${part({ weekday: "short" })}, ${local.day} ${part({ month: "short" })} ${local.year} ${time} +0000`;
}
