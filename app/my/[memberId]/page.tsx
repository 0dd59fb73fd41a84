import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadMyPlace } from "#lib/materials/my-queries.ts";
import { MyFrame } from "../my-frame.tsx";
import { Group } from "./group.tsx";
import { NoSeat } from "./no-seat.tsx";

export const metadata: Metadata = { title: "Your place" };

export default async function MyPlacePage({ params }: { params: Promise<{ memberId: string }> }) {
  const place = await loadMyPlace(await participant(), (await params).memberId);
  if (!place) notFound();
  return (
    <MyFrame title={place.cohort.title} titleAs="h1" titleHref="/my" name={place.name}>
      {place.hasSeat ? <Group {...place} /> : <NoSeat {...place} />}
    </MyFrame>
  );
}
