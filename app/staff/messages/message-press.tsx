import type { ComponentProps } from "react";
import type { MessageState } from "../../../prisma/generated/enums.ts";
import { Press } from "../_components/press.tsx";
import { liftSuppressionAction, resendMessageAction } from "./actions.ts";

type MessagePressProps = {
  id: string;
  state: MessageState;
  error: string | null;
  /** Whether its address gets no mail now. */
  suppressed: boolean;
  mailGoesOut: boolean;
  variant?: ComponentProps<typeof Press>["variant"];
};

/** What can be done with a message that did not arrive: first its address is let have mail, then it is sent again. */
export function MessagePress({ id, state, error, suppressed, mailGoesOut, variant }: MessagePressProps) {
  if (suppressed)
    return (
      <Press action={liftSuppressionAction} values={{ messageId: id }} variant={variant}>
        Mail this address again
      </Press>
    );
  const waits = state === "kept" ? variant && !error : ["failed", "bounced", "suppressed"].includes(state);
  if (!waits || !mailGoesOut) return null;
  return (
    <Press action={resendMessageAction} values={{ messageId: id }} variant={variant}>
      Send again
    </Press>
  );
}
