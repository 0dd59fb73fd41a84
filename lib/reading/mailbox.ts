export type Mailbox = { name: string; email: string };
