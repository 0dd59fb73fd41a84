import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export type MailServer = { port: string; stop(): Promise<void> };

/**
 * A mail server for everybody in the tests: hands each message to `take`, and says that it has it when `take`
 * is done. Whom it `refuses` has no mailbox here.
 */
export async function startMailServer(
  take: (raw: Buffer) => void,
  port = 0,
  refuses: (address: string) => boolean = () => false,
): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, done) {
      if (!refuses(address)) return done();
      done(Object.assign(new Error("No such mailbox here"), { responseCode: 550 }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        take(Buffer.concat(chunks));
        done();
      });
    },
  });
  // A client that was killed in the middle of a message is no fault of the server's.
  server.on("error", () => {});
  await once(server.listen(port, "127.0.0.1"), "listening");
  const address = server.server.address();
  return {
    port: String(address && typeof address === "object" ? address.port : port),
    stop: () => new Promise((done) => server.close(done)),
  };
}
