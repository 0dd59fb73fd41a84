import { fileURLToPath } from "node:url";

const developing = process.env.NODE_ENV === "development";

// Nothing comes from, or goes to, a third party; no other site frames us or learns where our visitors were.
// Pages are rendered once for many, so they can't carry a nonce: what Next writes into them is inline.
const guards = [
  {
    key: "Content-Security-Policy",
    value: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline'${developing ? " 'unsafe-eval'" : ""}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
  // Not "no-referrer": browsers would then send forms without an origin, and Next refuses those.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

// What somebody sent is shown or saved, and nothing in it loads, runs, is sent or leads anywhere. It stands here,
// because a header that stands here outranks what the route itself says.
const inert = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "sandbox"];
const sent = [
  {
    key: "Content-Security-Policy",
    value: [...inert, "frame-ancestors 'none'"].join("; "),
  },
];
const laidOut = [
  {
    key: "Content-Security-Policy",
    value: [...inert, "img-src data:", "style-src 'unsafe-inline'", "frame-ancestors 'self'"].join("; "),
  },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
  { key: "Referrer-Policy", value: "no-referrer" },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // A hash of the whole page for every request costs more than sending the few kB again.
  generateEtags: false,
  reactStrictMode: true,
  typedRoutes: false,
  // They read files of their own from beside their code.
  serverExternalPackages: ["pdfkit", "workerpool"],
  // The files of an answer to a letter, or a short recording from a browser without JavaScript. All larger ones come
  // by app/api/uploads, which never holds them.
  experimental: { serverActions: { bodySizeLimit: "32mb" } },
  // Every process keeps the public pages that it rendered until a cohort changes. Nobody else may keep them.
  cacheHandler: fileURLToPath(new URL("./lib/cohorts/page-cache.ts", import.meta.url)),
  cacheMaxMemorySize: 0,
  async headers() {
    const kept = [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }];
    return [
      { source: "/:path*", headers: guards },
      { source: "/staff/inbox/:threadId/original/:messageId", headers: sent },
      { source: "/staff/inbox/:threadId/files/:messageId/:position", headers: sent },
      { source: "/staff/inbox/:threadId/layout/:messageId", headers: laidOut },
      ...["/", "/privacy", "/practices", "/practices/:slug", "/cohorts/:cohortId"].map((source) => ({
        source,
        headers: kept,
      })),
    ];
  },
};
