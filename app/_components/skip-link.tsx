export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-20 rounded-full bg-plum text-on-plum focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:px-6 focus:py-3 focus:text-on-plum"
    >
      Skip to the page's content
    </a>
  );
}
