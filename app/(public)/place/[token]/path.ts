/** What each page behind a member's own link is given. */
export type PlaceProps = { params: Promise<{ token: string }>; searchParams: Promise<{ at?: string }> };

type About = {
  /** Which of the party's places it is about; the first one when it isn't said. */
  at?: string;
  /** What the page says at first. */
  said?: string;
};

/** The address of a page behind a member's own link. */
export function placePath(token: string, { at, said }: About = {}, below = ""): string {
  const query = new URLSearchParams({ ...(at && { at }), ...(said && { said }) }).toString();
  return `/place/${encodeURIComponent(token)}${below}${query && `?${query}`}`;
}
