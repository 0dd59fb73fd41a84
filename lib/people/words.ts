const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "1 person", "3 people". */
export function persons(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

/** "Ana", "Ana and Noor", "Rae, Sol and Emi". */
export function listWords(names: string[]): string {
  return list.format(names);
}
