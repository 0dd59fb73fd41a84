const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "Ana", "Ana and Noor", "Rae, Sol and Emi". */
export function listWords(names: string[]): string {
  return list.format(names);
}
