import { emptyAction } from "./actions.ts";

export default function EmptyForm() {
  return (
    <form action={emptyAction}>
      <input type="hidden" name="formToken" value="" />
      <button type="submit">Send</button>
    </form>
  );
}
