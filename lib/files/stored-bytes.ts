/** Bytes that are in storage, and what is known of them. `keepFile` makes their row. */
export type StoredBytes = { key: string; name: string; type: string; bytes: number; sha256: string };
