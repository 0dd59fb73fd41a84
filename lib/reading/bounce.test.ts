import { expect, test } from "vitest";
import { type BounceParts, readBounce } from "./bounce.ts";

const parts = (changes: Partial<BounceParts>): BounceParts => ({
  headers: [],
  sender: "mailer-daemon@mx.example.net",
  subject: "Undelivered Mail Returned to Sender",
  text: "",
  attachments: [],
  ...changes,
});

const report = (fields: string) => ({
  headers: [{ name: "content-type", value: "multipart/report; report-type=delivery-status; boundary=b" }],
  attachments: [
    { type: "message/delivery-status", content: `Reporting-MTA: dns; mx.example.net\r\n\r\n${fields}` },
    {
      type: "text/rfc822-headers",
      content: "To: noor@example.org\r\nMessage-ID:\r\n <0192@clinic.example.org>\r\nSubject: Hello\r\n",
    },
  ],
});

test("a delivery report says who, whether for good, why, and about which message", () => {
  const fields =
    "Final-Recipient: rfc822; Noor@Example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n in virtual mailbox table\r\n";
  expect(readBounce(parts(report(fields)))).toEqual({
    recipient: "noor@example.org",
    permanent: true,
    status: "5.1.1",
    words: "550 5.1.1 User unknown in virtual mailbox table",
    originalMessageId: "0192@clinic.example.org",
  });
});

test.each([
  ["failed", "4.4.7", false],
  ["delayed", "4.4.1", false],
  ["delayed", "5.0.0", false],
  ["failed", "5.2.2", true],
])("%s with %s is for good: %s", (action, status, permanent) => {
  const bounce = readBounce(
    parts(report(`Final-Recipient: rfc822;noor@example.org\r\nAction: ${action}\r\nStatus: ${status}\r\n`)),
  );
  expect(bounce?.permanent).toBe(permanent);
});

test.each(["delivered", "relayed", "expanded"])("%s is no bounce", (action) => {
  const fields = `Final-Recipient: rfc822;noor@example.org\r\nAction: ${action}\r\nStatus: 2.0.0\r\n`;
  expect(readBounce(parts(report(fields)))).toBeNull();
});

test("the address that we wrote to counts, not the one that it was passed on to", () => {
  const fields =
    "Original-Recipient: rfc822;noor@example.org\r\nFinal-Recipient: rfc822;n.haddad@other.example\r\nAction: failed\r\nStatus: 5.1.1\r\n";
  expect(readBounce(parts(report(fields)))?.recipient).toBe("noor@example.org");
});

const returned = "\n\nReceived: from clinic\nMessage-ID: <0192@clinic.example.org>\nSubject: Hello\n";

test.each<[string, Partial<BounceParts>, boolean, RegExp]>([
  [
    "Exim",
    {
      headers: [{ name: "x-failed-recipients", value: "noor@example.org" }],
      subject: "Mail delivery failed: returning message to sender",
      text: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  noor@example.org\n    host mx.example.org [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<noor@example.org>:\n    550 5.1.1 no such mailbox\n\n------ This is a copy of the message, including all the headers. ------${returned}`,
    },
    true,
    /550 5\.1\.1 no such mailbox/,
  ],
  [
    "Exim, later",
    {
      subject: "Warning: message 1abc delayed 24 hours",
      text: `A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.net.\n\nThe address to which the message has not yet been delivered is:\n\n  noor@example.org\n    Delay reason: 451 4.7.1 Greylisted\n\nNo action is required on your part. Delivery attempts will continue.\n${returned}`,
    },
    false,
    /Greylisted/,
  ],
  [
    "qmail",
    {
      subject: "failure notice",
      text: `Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<noor@example.org>:\n192.0.2.7 does not like recipient.\nRemote host said: 550 No such user here\nGiving up on 192.0.2.7.\n\n--- Below this line is a copy of the message.${returned}`,
    },
    true,
    /550 No such user here/,
  ],
  [
    "Exchange",
    {
      sender: "postmaster@example.org",
      subject: "Undeliverable: Hello",
      headers: [{ name: "in-reply-to", value: "<0192@clinic.example.org>" }],
      text: "Delivery has failed to these recipients or groups:\n\nNoor Haddad (noor@example.org)\nThe email address you entered couldn't be found. Please check the recipient's email address and try to resend the message.\n\nDiagnostic information for administrators:\nGenerating server: x.example.org\nnoor@example.org\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n",
    },
    true,
    /couldn't be found|RecipientNotFound/,
  ],
  [
    "Gmail",
    {
      sender: "mailer-daemon@googlemail.com",
      subject: "Delivery Status Notification (Failure)",
      headers: [
        { name: "x-failed-recipients", value: "noor@example.org" },
        { name: "references", value: "<0000@example.net> <0192@clinic.example.org>" },
      ],
      text: "** Address not found **\n\nYour message wasn't delivered to noor@example.org because the address couldn't be found, or is unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n",
    },
    true,
    /Address not found|does not exist/,
  ],
  [
    "Postfix",
    {
      text: `This is the mail system at host mx1.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<noor@example.org>: host mx.example.org[192.0.2.77] said: 550 5.1.1\n    User unknown (in reply to RCPT TO command)\n${returned}`,
    },
    true,
    /550 5\.1\.1 User unknown/,
  ],
])("%s's own words are understood", (_, changes, permanent, words) => {
  const bounce = readBounce(parts(changes));
  expect(bounce).toMatchObject({
    recipient: "noor@example.org",
    permanent,
    originalMessageId: "0192@clinic.example.org",
  });
  expect(bounce?.words).toMatch(words);
});

test("what is no report is none", () => {
  for (const changes of [
    { sender: "ana@example.org", subject: "Re: my mail came back", text: "It said: mail delivery failed" },
    { subject: "Your quota", text: "You have used 80 % of your mailbox." },
    { sender: "ana@example.org", subject: "Automatic reply", text: "I'm away until Monday." },
  ])
    expect(readBounce(parts(changes))).toBeNull();
});

test("odd and endless words take no time", () => {
  const began = performance.now();
  for (const text of [
    "<a@".repeat(60_000),
    "Action: failed\n ".repeat(20_000),
    " ".repeat(200_000),
    "a".repeat(200_000),
  ])
    readBounce(parts({ text }));
  expect(performance.now() - began).toBeLessThan(2_000);
});
