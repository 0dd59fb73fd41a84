import type { StoreRefusal } from "#lib/files/store-bytes.ts";

/** Why a file was not taken. */
export const storeWords = {
  empty: "That file is empty. Please choose another one.",
  too_large: "That file is larger than 200 MB. Please choose a smaller one.",
  wrong_type:
    "That is not the kind of file we can show here. Recordings are sound or film, such as MP3, M4A or MP4; handouts are PDF.",
} satisfies Record<StoreRefusal, string>;
