import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Posted } from "./letters.ts";

/** A real SMTP client that sends one message after the other over one connection. */
export async function startSender(
  port: number,
): Promise<{ send(letter: Posted): Promise<void> } & Disposable> {
  const connection = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true });
  await new Promise<void>((connected, failed) => {
    connection.once("error", failed);
    connection.connect(() => connected());
  });
  return {
    send: ({ envelope, raw }) =>
      new Promise((sent, failed) => {
        connection.send(envelope, raw, (error) => (error ? failed(error) : sent()));
      }),
    [Symbol.dispose]: () => connection.quit(),
  };
}
