/** How a text is laid out, wherever its HTML comes from. */
export const readingLook = [
  "[&>*+*]:mt-4 [&_li>*+*]:mt-3 [&_blockquote>*+*]:mt-3",
  // A line that its writer broke, in a poem, stays broken.
  "[&_p]:whitespace-pre-line [&_p]:max-w-none [&_em]:italic",
  "[&>:is(h2,h3,h4,h5,h6)]:mt-10 [&>:is(h2,h3,h4,h5,h6)]:font-serif [&>h2]:text-2xl [&>h3]:text-xl",
  "[&_ol]:list-decimal [&_ul]:list-disc [&_:is(ol,ul)]:ps-[1.6em] [&_li+li]:mt-4 [&_li]:ps-1.5",
  "[&_ol>li]:marker:font-serif [&_li]:marker:text-plum [&_ul>li+li]:mt-2",
  "[&_blockquote]:border-s-2 [&_blockquote]:border-line [&_blockquote]:ps-5 [&_blockquote]:text-soft",
  "[&_hr]:my-8 [&_pre]:whitespace-pre-wrap",
].join(" ");
