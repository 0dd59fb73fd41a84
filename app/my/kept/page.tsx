import type { Metadata } from "next";
import { connection } from "next/server";
import { PageTitle } from "../../_components/page-title.tsx";
import { MyFrame } from "../my-frame.tsx";
import { KeptList } from "./kept-list.tsx";

export const metadata: Metadata = { title: "Kept on this device" };

/** The same page for everybody: what is on it comes from the device that it is opened on. */
export default async function KeptPage() {
  // Rendered for each request, with the settings of the clinic that runs.
  await connection();
  return (
    <MyFrame title="Your place" titleHref="/my">
      <PageTitle
        title="Kept on this device"
        lead="What you kept plays and can be read here without a connection. Nobody is told what you keep."
      />
      <KeptList />
    </MyFrame>
  );
}
