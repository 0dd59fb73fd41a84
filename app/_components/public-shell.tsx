import type { ReactNode } from "react";
import { SkipLink } from "./skip-link.tsx";

type PublicShellProps = { clinicName: string; crisisLine: string; children: ReactNode };

const frame = "mx-auto w-full max-w-[80rem] px-[1.375rem] sm:px-8 lg:px-12";

export function PublicShell({ clinicName, crisisLine, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className={`${frame} flex flex-wrap items-center justify-between gap-x-6 py-2 sm:py-3`}>
        <a
          href="/"
          className="flex min-h-11 items-center font-serif text-xl tracking-[-0.01em] text-ink no-underline hover:text-plum"
        >
          {clinicName}
        </a>
        <nav aria-label="Main" className="-mx-2">
          <ul className="flex flex-wrap gap-x-2.5">
            <li>
              <a href="/" className={`${link} text-ink`}>
                Groups
              </a>
            </li>
            <li>
              <a href="/practices" className={`${link} text-ink`}>
                Practices
              </a>
            </li>
            <li>
              <a href="/sign-in" className={`${link} text-plum`}>
                Sign in
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={`${frame} flex-1 pt-6 pb-16 sm:pt-10`}>
        {children}
      </main>
      <footer
        className={`${frame} flex flex-wrap items-center justify-between gap-x-8 py-3 text-sm text-soft`}
      >
        <p className="py-2">{crisisLine}</p>
        <div className="flex flex-wrap gap-x-6">
          <a href="/practices" className={below}>
            Practices
          </a>
          <a href="/privacy" className={below}>
            Privacy
          </a>
        </div>
      </footer>
    </div>
  );
}

const link = "flex min-h-11 items-center px-2 font-medium no-underline hover:text-plum hover:underline";
const below = "flex min-h-11 items-center text-soft no-underline hover:text-ink hover:underline";
