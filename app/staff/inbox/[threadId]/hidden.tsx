/** What a form sends along unseen: the thread that it is about, and where one goes on. */
export function Hidden(values: Record<string, string>) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
