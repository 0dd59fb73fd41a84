"use client";

import { useEffect } from "react";
import { keptPages } from "./kept.ts";

/** Keeps this page in the browser, so that it opens again without a line. Shows nothing. */
export function KeepPage() {
  useEffect(() => {
    if ("serviceWorker" in navigator && "caches" in window) void keep().catch(() => {});
  }, []);
  return null;
}

async function keep() {
  const { cache: name, scope } = keptPages;
  await navigator.serviceWorker.register("/sw.js", { scope });
  const cache = await caches.open(name);
  // Scripts, styles and fonts, named by their content: what is there once needs no second look.
  const parts = performance
    .getEntriesByType("resource")
    .map((entry) => entry.name)
    .filter((address) => new URL(address).pathname.startsWith("/_next/static/"));
  const there = (await cache.keys()).map(({ url }) => url);
  await cache.addAll([...new Set(parts)].filter((part) => !there.includes(part)));
  // The worker that brought the page has kept it already.
  if (navigator.serviceWorker.controller) return;
  const page = await fetch(location.pathname);
  if (page.ok && !page.redirected) await cache.put(location.pathname, page);
}
