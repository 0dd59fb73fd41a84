"use client";

import { useEffect, useRef, useState } from "react";
import { FileField } from "../../_components/field.tsx";
import { sizeWords } from "../../_components/size-words.ts";

type UploadFieldProps = {
  label: string;
  accept: string;
  errors: string[] | null | undefined;
  /** Told while a file is on its way, so that the form can wait for it. */
  onBusy: (busy: boolean) => void;
};

type Sending =
  | { state: "sending" | "waiting"; sent: number; size: number }
  | { state: "sent"; id: string; name: string }
  | { state: "failed"; words: string };

/**
 * A file that goes ahead of its form as soon as it is chosen, and on where a broken line stopped it; the form then has
 * its id. Choosing the same file again, also another day, goes on too. Without JavaScript it goes with the form.
 */
export function UploadField({ label, accept, errors, onBusy }: UploadFieldProps) {
  const [sending, setSending] = useState<Sending>();
  const [enhanced, setEnhanced] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<() => void>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field is there.
  useEffect(() => {
    setEnhanced(true);
    // Who was quick chose a file before this script had come.
    if (input.current?.files?.length) void begin();
    return () => stop.current?.();
  }, []);

  async function begin() {
    stop.current?.();
    setSending(undefined);
    const file = input.current?.files?.[0];
    onBusy(file !== undefined);
    if (!file) return;
    const show = (next: Sending) => {
      setSending(next);
      if (next.state === "sent" || next.state === "failed") onBusy(false);
    };
    stop.current = await send(file, show);
  }

  return (
    <div className="grid gap-2">
      <FileField
        label={label}
        name={enhanced ? "" : "upload"}
        id="upload"
        accept={accept}
        hint={enhanced ? "It is sent as soon as you choose it." : "Up to 25 MB."}
        errors={errors}
        ref={input}
        onChange={begin}
      />
      {sending?.state === "sent" && <input type="hidden" name="upload" value={sending.id} />}
      {sending && <Progress {...sending} />}
    </div>
  );
}

function Progress(sending: Sending) {
  if (sending.state === "sent")
    return (
      <p role="status" className="text-sm text-soft">
        {sending.name} is here.
      </p>
    );
  if (sending.state === "failed")
    return (
      <p role="alert" className="text-sm">
        {sending.words}
      </p>
    );
  const { sent, size, state } = sending;
  return (
    <div className="max-w-[34rem] text-sm text-soft">
      <progress
        value={sent}
        max={size}
        aria-label="How much of the file is sent"
        className="block h-2 w-full overflow-hidden rounded-full accent-plum"
      />
      <p className="mt-1 tabular-nums">
        {sizeWords(sent)} of {sizeWords(size)} sent
      </p>
      {/* Only this is read out: nobody wants to hear every percent. */}
      <p role="status">
        {state === "waiting" && "The connection is gone. It goes on by itself when it is back."}
      </p>
    </div>
  );
}

/** Returns how to stop it. */
async function send(file: File, show: (sending: Sending) => void): Promise<() => void> {
  const { Upload } = await import("tus-js-client");
  const size = file.size;
  let last = 0;
  const upload = new Upload(file, {
    endpoint: "/api/uploads",
    metadata: { filename: file.name },
    // Some minutes of trying; after that, choosing the file again goes on from there.
    retryDelays: [0, 1, 2, 4, 8, 15, 30, 60, 120].map((seconds) => seconds * 1000),
    removeFingerprintOnSuccess: true,
    onProgress(sent) {
      last = sent;
      show({ state: "sending", sent, size });
    },
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0;
      const again = status === 0 || status === 409 || status === 423 || status >= 500;
      if (again) show({ state: "waiting", sent: last, size });
      return again;
    },
    onSuccess() {
      show({ state: "sent", id: upload.url?.split("/").at(-1) ?? "", name: file.name });
    },
    onError(error) {
      const status = "originalResponse" in error ? error.originalResponse?.getStatus() : undefined;
      show({ state: "failed", words: status === 413 ? tooLarge : brokenOff });
    },
  });
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  show({ state: "sending", sent: 0, size });
  upload.start();
  return () => void upload.abort();
}

const tooLarge = "That file is larger than we take. Please choose a smaller one.";
const brokenOff =
  "The connection was gone for too long. Choose the file again, and it goes on where it stopped.";
