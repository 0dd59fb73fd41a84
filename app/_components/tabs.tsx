import { classNames } from "./class-names.ts";

type TabsProps = {
  label: string;
  items: { href: string; label: string; current?: boolean }[];
  /** Goes on in a second row where there is no room, instead of scrolling sideways. */
  wrap?: boolean;
};

export function Tabs({ label, items, wrap }: TabsProps) {
  return (
    <nav aria-label={label} className="-mx-5 mb-6 border-b border-line sm:mx-0">
      {/* The focus ring is drawn inside each link, because what scrolls sideways clips what is outside it. */}
      <ul
        className={classNames(
          "-mb-px flex px-3 sm:-mx-2 sm:px-0",
          wrap ? "flex-wrap" : "scroll-ps-20 overflow-x-auto sm:gap-x-3 [scrollbar-width:none]",
        )}
      >
        {items.map((item) => (
          <li
            key={item.href}
            // Only where the list itself scrolls: else the whole page would begin at the tabs.
            className={classNames("flex-none", item.current && !wrap && "[scroll-initial-target:nearest]")}
          >
            <a
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={classNames(
                "relative flex min-h-12 items-center px-2 no-underline -outline-offset-3",
                "after:absolute after:inset-x-2 after:bottom-0 after:h-0.5",
                item.current
                  ? "font-medium text-ink after:bg-plum"
                  : "text-soft hover:text-ink hover:after:bg-line",
              )}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
