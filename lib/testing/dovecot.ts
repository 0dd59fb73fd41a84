import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { vi } from "vitest";

const program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].find((path) => existsSync(path));

/** Why there is no real mailbox to test with, or null. */
export const whyNoDovecot = program
  ? null
  : "Dovecot is not installed, so no IMAP mailbox is tested. Debian has it: apt-get install dovecot-imapd";

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>;

const password = "p@ss/word";

/** A real IMAP server with a folder of its own. Each user's mailbox is there at the first sign-in. */
export async function startDovecot() {
  if (!program) throw new Error(String(whyNoDovecot));
  const folder = await mkdtemp(join(tmpdir(), "kindroom-dovecot-"));
  // Its own users get through to the sockets in it.
  await chmod(folder, 0o755);
  const port = await freePort();
  const version = execFileSync(program, ["--version"], { encoding: "utf8" });
  const owner = ownerOfMail();
  await mkdir(join(folder, "mail"));
  await chown(join(folder, "mail"), owner.uid, owner.gid);
  await writeFile(join(folder, "dovecot.conf"), configuration(folder, port, owner, version));
  let server = await run(folder, port);

  const url = (user: string, path = "") =>
    `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${path}`;
  return {
    url,
    async stop() {
      await end(server);
    },
    async start() {
      server = await run(folder, port);
    },
    async remove() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
    /** Does something as another mail program of the same user. */
    async as<T>(user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
      const client = new ImapFlow({ host: "127.0.0.1", port, logger: false, auth: { user, pass: password } });
      await client.connect();
      try {
        return await work(client);
      } finally {
        client.close();
      }
    },
    /** Puts a message into the INBOX as another mail server would, running or not. */
    async drop(user: string, raw: Buffer): Promise<void> {
      const maildir = join(folder, "mail", user, "Maildir");
      const name = `${crypto.randomUUID()}.test`;
      await writeFile(join(maildir, "tmp", name), raw);
      await rename(join(maildir, "tmp", name), join(maildir, "new", name));
    },
  };
}

async function run(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(String(program), ["-F", "-c", join(folder, "dovecot.conf")], { stdio: "inherit" });
  const probe = () =>
    new ImapFlow({
      host: "127.0.0.1",
      port,
      logger: false,
      verifyOnly: true,
      auth: { user: "probe", pass: password },
    });
  try {
    await vi.waitFor(() => probe().connect(), { timeout: 10_000, interval: 50 });
  } catch (error) {
    await end(server);
    throw error;
  }
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((exited) => server.once("exit", exited));
  server.kill("SIGTERM");
  await gone;
}

type Owner = { uid: number; gid: number; isRoot: boolean };

/** It serves nobody's mail as root, and only root may make it serve somebody else's. */
function ownerOfMail(): Owner {
  const { uid, gid } = userInfo();
  return uid === 0
    ? { uid: idOf("-u", "dovecot"), gid: idOf("-g", "dovecot"), isRoot: true }
    : { uid, gid, isRoot: false };
}

function idOf(...args: string[]): number {
  return Number(execFileSync("id", args, { encoding: "utf8" }));
}

/** What it needs to do without root's rights. */
function asMyself(): string {
  const group = execFileSync("id", ["-gn"], { encoding: "utf8" }).trim();
  const { username } = userInfo();
  return `default_login_user = ${username}
default_internal_user = ${username}
default_internal_group = ${group}
service imap-login {
  chroot =
}
service anvil {
  chroot =
}`;
}

function configuration(folder: string, port: number, { uid, gid, isRoot }: Owner, version: string): string {
  // Many of its names changed with 2.4.
  const [dialect, user] = /^2\.[0-3]\./.test(version) ? [old(folder), "%u"] : [current, "%{user}"];
  return `${dialect}
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1, 127.0.0.2
ssl = no
auth_mechanisms = plain
mail_home = ${folder}/mail/${user}
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = ${uid}
first_valid_gid = ${gid}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
}
${isRoot ? "" : asMyself()}
`;
}

const current = `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ~/Maildir
passdb static {
  password = ${password}
}
userdb static {
}`;

function old(folder: string): string {
  return `disable_plaintext_auth = no
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = home=${folder}/mail/%u
}`;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((found) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
