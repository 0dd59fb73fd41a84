"use client";

import { Button } from "./_components/button.tsx";
import { PageTitle } from "./_components/page-title.tsx";

/** Something that we did not foresee. The number finds it in the log; nothing else of it is shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto max-w-xl px-6 py-16">
      <PageTitle
        title="This page did not work just now"
        lead="It is our doing, not yours. Nothing that was saved is lost."
      />
      <Button onClick={reset}>Try again</Button>
      {error.digest && (
        <p className="mt-6 text-soft">
          If it happens again, please tell the clinic this number: {error.digest}
        </p>
      )}
    </main>
  );
}
