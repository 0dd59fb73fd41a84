import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { aboutWords, findStarter, loadStarters } from "#lib/library/starters.ts";
import { ArrowIcon } from "../../../_components/icons.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Reading } from "../../../_components/reading.tsx";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = PageProps<"/practices/[slug]">;

export function generateStaticParams() {
  return loadStarters().map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const starter = findStarter((await params).slug);
  return { title: starter?.title, description: starter?.summary };
}

export default async function PracticePage({ params }: Props) {
  const starters = loadStarters();
  const starter = findStarter((await params).slug);
  if (!starter) notFound();
  const next = starters[(starters.indexOf(starter) + 1) % starters.length] ?? starter;
  return (
    <article className="mx-auto max-w-[40rem]">
      <PageTitle
        over={
          <a href="/practices" className="inline-flex min-h-11 items-center">
            All practices
          </a>
        }
        title={starter.title}
        lead={
          <>
            <p>{starter.summary}</p>
            <p className="mt-2 text-sm">{aboutWords(starter)}</p>
          </>
        }
      />
      <Reading text={starter.text} />
      <footer className="mt-12 border-t border-line pt-6">
        <h2 className="mb-2 text-xl">Where this comes from</h2>
        <Reading size="small" text={starter.source.join("\n\n")} />
        <nav aria-label="More practices" className="mt-8">
          <a
            href={`/practices/${next.slug}`}
            className="flex min-h-14 items-center justify-between gap-4 rounded-card border border-line bg-card p-4 text-ink no-underline hover:border-plum hover:text-ink sm:px-5"
          >
            <span className="min-w-0">
              <span className="block text-sm text-soft">Next</span>
              <span className="block font-semibold">{next.title}</span>
              <span className="block text-sm text-soft">{aboutWords(next)}</span>
            </span>
            <ArrowIcon className="text-plum" />
          </a>
        </nav>
      </footer>
    </article>
  );
}
