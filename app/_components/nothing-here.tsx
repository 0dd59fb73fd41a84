import { ButtonLink } from "./button.tsx";
import { PageTitle } from "./page-title.tsx";

/** For an address that leads nowhere, or to what is somebody else's. */
export function NothingHere() {
  return (
    <div className="mx-auto max-w-lg">
      <PageTitle
        title="There is nothing here"
        lead="The address may have changed, or it belongs to somebody else. From the first page you find everything that is yours."
      />
      <ButtonLink href="/">To the groups</ButtonLink>
    </div>
  );
}
