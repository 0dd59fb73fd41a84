import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadJoinable } from "#lib/cohorts/queries.ts";
import { AlreadySent } from "../../../_enroll/already-sent.tsx";
import { EnrollScreen } from "../../../_enroll/enroll-screen.tsx";
import { sentBefore } from "../../../_enroll/sent-before.ts";

export const metadata: Metadata = { title: "Join a group", robots: { index: false } };

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<{ new?: string }> };

export default async function JoinPage({ params, searchParams }: Props) {
  const sent = (await searchParams).new === undefined ? await sentBefore() : null;
  if (sent) return <AlreadySent {...sent} />;
  const cohorts = await loadJoinable((await params).cohortId);
  if (cohorts.length === 0) notFound();
  return <EnrollScreen cohorts={cohorts} formToken={crypto.randomUUID()} />;
}
