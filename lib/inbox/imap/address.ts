/** Where a mailbox is, and how to sign in. */
export type Address = {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  /** The folder, from the outermost in: a server chooses what it writes between them. */
  folder: string[];
  /** The mailbox without its password, by which its place is kept. */
  name: string;
};

/** Reads `imap(s)://user:password@host:port/folder`; without a folder it is the INBOX. */
export function parseAddress(url: string): Address {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === "imaps:";
  const folder = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const user = decodeURIComponent(username);
  if (folder.length === 0) folder.push("INBOX");
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    user,
    password: decodeURIComponent(password),
    folder,
    name: `${user}@${hostname}/${folder.join("/")}`,
  };
}
