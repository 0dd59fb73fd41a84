import { FileStore } from "@tus/file-store";
import { MemoryLocker, Server } from "@tus/server";
import { largestFile } from "#lib/config/settings.ts";
import { isId } from "#lib/db/is-id.ts";
import { waitingPath } from "./folder.ts";

const uploadsPath = "/api/uploads";

/** So long an upload may take, pauses and all. */
export const uploadLasts = { hours: 24 };

// One pair for the process: two requests for one upload, as after a line that broke, take turns.
const kept = globalThis as { kindroomUploads?: { store: FileStore; locker: MemoryLocker } };

/** Uploads that go on where a line broke (tus.io). */
export function uploads() {
  kept.kindroomUploads ??= {
    store: new FileStore({ directory: waitingPath("") }),
    locker: new MemoryLocker(),
  };
  return kept.kindroomUploads;
}

/** Answers one step of an upload of this user's; another's is not there. Whether they may upload is the caller's question. */
export function answerUpload(userId: string, request: Request): Promise<Response> {
  const { store, locker } = uploads();
  const server = new Server({
    path: uploadsPath,
    datastore: store,
    locker,
    relativeLocation: true,
    maxSize: largestFile(),
    namingFunction: () => crypto.randomUUID(),
    async onUploadCreate(_, { metadata }) {
      return { metadata: { userId, name: metadata?.filename ?? "" } };
    },
    async onIncomingRequest({ method }, id) {
      if (method !== "POST" && !(await isOf(userId, id))) throw { status_code: 404, body: "" };
    },
  });
  return server.handleWeb(request);
}

/** Whether an upload is there, and this user's. */
async function isOf(userId: string, id: string): Promise<boolean> {
  const found = isId(id)
    ? await uploads()
        .store.getUpload(id)
        .catch(() => null)
    : null;
  return found?.metadata?.userId === userId;
}
