import type { ReactNode } from "react";
import { settings } from "#lib/config/settings.ts";
import { PersonShell } from "../_components/person-shell.tsx";
import { KeptWatch } from "./kept/watch.tsx";

type MyFrameProps = {
  /** What stands at the top: the name of the group or, where there is none yet, of the clinic. */
  title?: string;
  titleAs?: "h1" | "p";
  titleHref?: string;
  name?: string;
  children: ReactNode;
};

/** What stands around every page of a participant. */
export function MyFrame({ title, name, children, ...rest }: MyFrameProps) {
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return (
    <PersonShell
      {...rest}
      title={title ?? CLINIC_NAME}
      name={name}
      accountHref="/account"
      crisisLine={CRISIS_LINE}
    >
      <KeptWatch />
      {children}
    </PersonShell>
  );
}
