import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { keepFile } from "#lib/files/keep-file.ts";
import { storeBytes } from "#lib/files/store-bytes.ts";
import type { StoredBytes } from "#lib/files/stored-bytes.ts";
import { takeUpload, type UploadRefusal } from "#lib/files/take-upload.ts";
import type { MaterialKind } from "../../prisma/generated/enums.ts";
import type { Content, NewMaterial } from "./schema.ts";

/** Adds a material to the clinic's library. Returns its id. */
export async function addMaterial(
  actor: Staff,
  input: NewMaterial,
): Promise<Outcome<UploadRefusal, { materialId: string }>> {
  const stored = await storeContent(actor, input);
  if (!stored.ok) return stored;
  const materialId = await inTransaction((tx) =>
    insertMaterial(tx, actor, { ...input, cohortId: null }, stored.value),
  );
  return done({ materialId });
}

/** Takes the bytes of what is a file into storage, before any transaction; null for what is none. */
export async function storeContent(
  actor: Staff,
  content: Content,
): Promise<Outcome<UploadRefusal, StoredBytes | null>> {
  if (content.kind !== "recording" && content.kind !== "handout") return done(null);
  const accepts = welcome[content.kind];
  return typeof content.upload === "string"
    ? takeUpload(actor.userId, content.upload, accepts)
    : storeBytes(content.upload, accepts);
}

/** Makes the row of a material with its first version: in the library, or one group's own. */
export async function insertMaterial(
  tx: Tx,
  actor: Staff,
  input: NewMaterial & { cohortId: string | null },
  stored: StoredBytes | null,
): Promise<string> {
  const { id } = await tx.material.create({
    data: {
      kind: input.kind,
      title: input.title,
      language: input.language,
      minutes: input.minutes ?? null,
      transcript: input.transcript,
      licence: input.licence,
      cohortId: input.cohortId,
    },
    select: { id: true },
  });
  await insertVersion(tx, actor, { materialId: id, number: 1, content: input, stored });
  await record(tx, actor, "material.added", id, { kind: input.kind });
  return id;
}

/** Makes a version of what is in a material. */
export async function insertVersion(
  tx: Tx,
  actor: Staff,
  version: { materialId: string; number: number; content: Content; stored: StoredBytes | null },
): Promise<void> {
  const { materialId, number, content, stored } = version;
  await tx.materialVersion.create({
    data: {
      materialId,
      number,
      text: content.kind === "text" ? content.text : "",
      url: content.kind === "link" ? content.url : null,
      fileId: stored && (await keepFile(tx, stored)),
      byUserId: actor.userId,
    },
  });
}

const welcome = {
  recording: (type: string) => /^(audio|video)\//.test(type),
  handout: (type: string) => type === "application/pdf",
} satisfies Partial<Record<MaterialKind, (type: string) => boolean>>;
