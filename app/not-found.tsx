import { ButtonLink } from "./_components/button.tsx";
import { PageTitle } from "./_components/page-title.tsx";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-6 py-16">
      <PageTitle
        title="There is nothing here"
        lead="The address may have changed, or it belongs to somebody else. From the first page you find everything that is yours."
      />
      <ButtonLink href="/">To the groups</ButtonLink>
    </main>
  );
}
