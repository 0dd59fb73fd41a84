import type { Metadata } from "next";
import { aboutWords, loadStarters, themes } from "#lib/library/starters.ts";
import { PageTitle } from "../../_components/page-title.tsx";

export const dynamic = "force-static";

export const metadata: Metadata = { title: "Practices" };

export default function PracticesPage() {
  const starters = loadStarters();
  return (
    <>
      <PageTitle
        large
        title="Practices for a kinder day"
        lead="Short texts, each with a guided practice of 5 to 15 minutes: some for you alone, some for two or more. They are free to use, whether or not you come to a group."
      />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {themes.map((theme, index) => (
          <section key={theme} aria-labelledby={`theme-${index + 1}`}>
            <h2 id={`theme-${index + 1}`} className="mb-3 text-2xl">
              {theme}
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {starters
                .filter((starter) => starter.theme === theme)
                .map((starter) => (
                  <li key={starter.slug} className="py-4">
                    <h3 className="font-sans text-lg font-semibold tracking-normal">
                      <a
                        href={`/practices/${starter.slug}`}
                        className="inline-block py-1 no-underline hover:underline"
                      >
                        {starter.title}
                      </a>
                    </h3>
                    <p>{starter.summary}</p>
                    <p className="mt-1 text-sm text-soft">{aboutWords(starter)}</p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="mt-12 text-soft">
        These practices don't take the place of therapy. If one of them stirs up too much, stop, and come back
        another day or not at all. If somebody hurts or frightens you, your safety comes first.
      </p>
    </>
  );
}
