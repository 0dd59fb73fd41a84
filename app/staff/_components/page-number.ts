/** The page that an address asks for: the first one unless it says otherwise. */
export function pageNumber(page: string | string[] | undefined): number {
  const number = Number(page);
  return Number.isSafeInteger(number) && number > 0 && number < 100_000 ? number : 1;
}
