import { NothingHere } from "../_components/nothing-here.tsx";

/** The layout around it has the clinic's name and links already. */
export default function NotFound() {
  return <NothingHere />;
}
