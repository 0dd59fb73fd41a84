import { classNames } from "../../_components/class-names.ts";

type MailPreviewProps = { html: string; title: string; scheme?: "light" | "dark" };

/** A letter as a mail program shows it: alone in its frame, where nothing runs and no link leads anywhere. */
export function MailPreview({ html, title, scheme }: MailPreviewProps) {
  return (
    <iframe
      title={title}
      srcDoc={html}
      sandbox=""
      className={classNames(
        "block h-[44rem] w-full rounded-card border border-line",
        scheme && { light: "[color-scheme:light]", dark: "[color-scheme:dark]" }[scheme],
      )}
    />
  );
}
