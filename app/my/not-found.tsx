import { ButtonLink } from "../_components/button.tsx";
import { EmptyState } from "../_components/empty-state.tsx";
import { MyFrame } from "./my-frame.tsx";

export default function NotFound() {
  return (
    <MyFrame>
      <h1 className="sr-only">Not here</h1>
      <EmptyState
        title="This is not here at the moment"
        action={<ButtonLink href="/my">Your place</ButtonLink>}
      >
        <p>
          It may come later, or have moved with its session. Everything that you can see now is at your place.
        </p>
      </EmptyState>
    </MyFrame>
  );
}
