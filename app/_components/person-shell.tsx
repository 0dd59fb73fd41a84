// Runs in the browser too, though nothing in it needs to: see session-rows.tsx in app/my.
"use client";

import type { ReactNode } from "react";
import { ArrowIcon } from "./icons.tsx";
import { Pebbles } from "./pebbles.tsx";
import { SkipLink } from "./skip-link.tsx";

type PersonShellProps = {
  title: ReactNode;
  /** "h1" where the shell's title is the page's own; "p" where the page brings a PageTitle. */
  titleAs?: "h1" | "p";
  /** Where the title leads: back, from a page below it. */
  titleHref?: string;
  name?: string;
  crisisLine: string;
  accountHref?: string;
  children: ReactNode;
};

export function PersonShell(props: PersonShellProps) {
  const { title, titleAs: Title = "p", titleHref, name, crisisLine, accountHref, children } = props;
  const isBack = Title === "p" && titleHref !== "/";
  return (
    <div className="mx-auto flex min-h-dvh max-w-[40rem] flex-col px-[1.375rem]">
      <SkipLink />
      <header className="flex min-h-[4.75rem] items-center justify-between gap-4 py-3">
        <Title className="font-serif text-xl tracking-[-0.01em]">
          {titleHref ? (
            <a
              href={titleHref}
              className="inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:text-plum"
            >
              {isBack && <ArrowIcon className="rotate-180 text-plum" />}
              {title}
            </a>
          ) : (
            title
          )}
        </Title>
        {name && <Account name={name} href={accountHref} />}
      </header>
      <main id="main" tabIndex={-1} className="flex-1 pb-12">
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-8 pb-[calc(0.75rem+env(safe-area-inset-bottom))] text-sm text-soft">
        <p className="py-2">{crisisLine}</p>
      </footer>
    </div>
  );
}

function Account({ name, href }: { name: string; href?: string }) {
  if (!href) return <Pebbles names={[name]} />;
  return (
    <a
      href={href}
      className="-me-2 flex size-12 flex-none items-center justify-center rounded-full no-underline"
    >
      <span className="sr-only">Your account, {name}</span>
      <Pebbles names={[name]} />
    </a>
  );
}
