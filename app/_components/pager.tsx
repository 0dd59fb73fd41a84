import { ButtonLink } from "./button.tsx";
import { ArrowIcon } from "./icons.tsx";

type PagerProps = { page: number; hasNext: boolean; href: (page: number) => string };

export function Pager({ page, hasNext, href }: PagerProps) {
  if (page <= 1 && !hasNext) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center justify-between gap-4">
      <span className="flex-1">
        {page > 1 && (
          <ButtonLink href={href(page - 1)} rel="prev" variant="quiet" className="-ms-3">
            <ArrowIcon className="rotate-180" /> Previous
          </ButtonLink>
        )}
      </span>
      <span aria-current="page" className="text-sm text-soft tabular-nums">
        Page {page}
      </span>
      <span className="flex-1 text-end">
        {hasNext && (
          <ButtonLink href={href(page + 1)} rel="next" variant="quiet" className="-me-3">
            Next <ArrowIcon />
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
