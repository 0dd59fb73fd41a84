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

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // A hash of the whole page for every request costs more than sending the few kB again.
  generateEtags: false,
  reactStrictMode: true,
  typedRoutes: false,
  // A recording of up to 200 MB (lib/files/store-bytes.ts) and the rest of its form.
  experimental: { serverActions: { bodySizeLimit: "210mb" } },
  // Every process keeps the public pages that it rendered until a cohort changes. Nobody else may keep them.
  cacheHandler: fileURLToPath(new URL("./lib/cohorts/page-cache.ts", import.meta.url)),
  cacheMaxMemorySize: 0,
  async headers() {
    const kept = [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }];
    return [
      { source: "/:path*", headers: guards },
      ...["/", "/privacy", "/practices", "/practices/:slug", "/cohorts/:cohortId"].map((source) => ({
        source,
        headers: kept,
      })),
    ];
  },
};
