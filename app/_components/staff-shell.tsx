import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Pebbles } from "./pebbles.tsx";
import { SkipLink } from "./skip-link.tsx";

type StaffShellProps = {
  clinicName?: string;
  nav: { href: string; label: string; count?: number; current?: boolean }[];
  person: { name: string };
  accountHref: string;
  children: ReactNode;
  /** Leaves the page its whole width and draws no margins: the inbox's columns. */
  bleed?: boolean;
};

/**
 * On a phone the same nav stands at the bottom, within reach of a thumb, and scrolls sideways when it is long.
 * A page's own bar goes above it: `sticky bottom-(--shell-bottom)`.
 */
export function StaffShell({ clinicName, nav, person, accountHref, children, bleed }: StaffShellProps) {
  return (
    <div className="flex min-h-dvh flex-col pb-(--shell-bottom)">
      <SkipLink />
      <header className="border-b border-line">
        <div className="mx-auto grid max-w-[80rem] grid-cols-[1fr_auto] items-center gap-x-6 px-5 sm:px-10 md:grid-cols-[1fr_auto_1fr] xl:grid-cols-[minmax(max-content,1fr)_auto_1fr]">
          <a
            href="/"
            className="flex min-h-14 items-center font-serif text-xl tracking-[-0.01em] text-ink no-underline hover:text-plum md:min-h-[4.125rem]"
          >
            {clinicName ?? "Kindroom"}
          </a>
          <nav
            aria-label="Main"
            data-shell-bar=""
            className={classNames(
              "max-md:order-last max-md:col-span-2 max-md:-mx-5 min-w-0",
              "phone:fixed phone:inset-x-0 phone:bottom-0 phone:z-10 phone:mx-0 phone:border-t phone:border-line",
              "phone:bg-card phone:pb-[env(safe-area-inset-bottom)]",
            )}
          >
            <ul className="flex scroll-ps-20 overflow-x-auto px-2 [scrollbar-width:none] md:gap-x-2.5 phone:justify-around">
              {nav.map((item) => (
                <li
                  key={item.href}
                  className={classNames("flex-none", item.current && "[scroll-initial-target:nearest]")}
                >
                  <a
                    href={item.href}
                    aria-current={item.current ? "page" : undefined}
                    className={classNames(
                      "relative flex min-h-14 min-w-12 items-center justify-center gap-1.5 px-2.5 font-medium no-underline",
                      "-outline-offset-3 hover:text-plum md:px-2 phone:text-[0.9375rem]",
                      item.current
                        ? "text-plum after:absolute after:inset-x-2 after:bottom-2 after:h-0.5 after:rounded-full after:bg-plum phone:after:top-0 phone:after:bottom-auto"
                        : "text-ink",
                    )}
                  >
                    {item.label}
                    {item.count ? (
                      <span className="min-w-6 rounded-full bg-periwinkle-pale px-1.5 py-0.5 text-center text-xs text-periwinkle-ink tabular-nums">
                        {item.count}
                      </span>
                    ) : null}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <a
            href={accountHref}
            className="-me-[0.4375rem] flex size-12 items-center justify-center justify-self-end rounded-full no-underline"
          >
            <span className="sr-only">Your account, {person.name}</span>
            <Pebbles names={[person.name]} />
          </a>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={bleed ? "flex-1" : "mx-auto w-full max-w-[80rem] flex-1 px-5 pt-6 pb-16 sm:px-10"}
      >
        {children}
      </main>
    </div>
  );
}
