import type { UploadRefusal } from "#lib/files/take-upload.ts";

/** Why a file was not taken. */
export const storeWords = {
  empty: "That file is empty. Please choose another one.",
  too_large: "That file is larger than we take. Please choose a smaller one.",
  wrong_type:
    "That is not the kind of file we can show here. Recordings are sound or film, such as MP3, M4A or MP4; handouts are PDF.",
  gone: "That file did not come whole, or it waited here for longer than a day. Please choose it again.",
} satisfies Record<UploadRefusal, string>;
