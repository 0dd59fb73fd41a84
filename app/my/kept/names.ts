/** Where a browser keeps what somebody saved on their device, and under which addresses. */
export const keptNames = {
  /** The cache with what was saved; and the one with the page that shows it, and what that page is drawn with. */
  things: "kept things",
  page: "kept page",
  /** The page, and what is below it: these addresses are answered on the device alone. */
  path: "/my/kept",
  about: "/my/kept/about/",
  files: "/my/kept/files/",
};

export type KeptNames = typeof keptNames;
