"use client";

import { useActionState } from "react";
import { importAction } from "./actions.ts";
import { ChooseStep, type Destinations } from "./choose-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { PreviewStep } from "./preview-step.tsx";

type ImportFormProps = {
  destinations: Destinations;
  chosen: string | undefined;
  importToken: string;
};

/** The steps of bringing a list over, one after the other on one page: its address never says anything of them. */
export function ImportForm({ destinations, chosen, importToken }: ImportFormProps) {
  const [answer, formAction, pending] = useActionState(importAction, null);
  if (answer?.step === "done") return <DoneStep {...answer} />;
  return (
    <form action={formAction} noValidate key={answer?.step}>
      {answer?.step === "columns" ? (
        <ColumnsStep {...answer} pending={pending} />
      ) : answer?.step === "preview" ? (
        <PreviewStep {...answer} pending={pending} />
      ) : (
        <ChooseStep
          answer={answer}
          destinations={destinations}
          chosen={chosen}
          importToken={importToken}
          pending={pending}
        />
      )}
    </form>
  );
}
