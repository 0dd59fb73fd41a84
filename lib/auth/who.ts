import { notFound, redirect } from "next/navigation";
import type { Participant, Staff } from "#lib/audit/actor.ts";
import { signedIn } from "./signed-in.ts";

/** The member of staff who asks. Somebody signed out is sent to sign in; to others the page does not exist. */
export async function staff(): Promise<Staff> {
  const user = await signedIn();
  if (!user) redirect("/sign-in");
  if (!user.role) notFound();
  return { kind: "staff", userId: user.id, role: user.role, name: user.name, email: user.email };
}

/** The admin who asks; to facilitators the page does not exist. */
export async function admin(): Promise<Staff> {
  const actor = await staff();
  if (actor.role !== "admin") notFound();
  return actor;
}

/** Whoever is signed in, as somebody who may take part in a group themselves. */
export async function participant(): Promise<Participant> {
  const user = await signedIn();
  if (!user) redirect("/sign-in");
  return { kind: "participant", userId: user.id, email: user.email };
}
