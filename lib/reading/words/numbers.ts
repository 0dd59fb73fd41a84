const words: Record<string, number> = {
  one: 1, single: 1, two: 2, couple: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8,
  une: 1, un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5,
  una: 1, uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5,
  eine: 1, einen: 1, zwei: 2, drei: 3, vier: 4,
  um: 1, uma: 1, dois: 2, duas: 2, três: 3, quatro: 4,
  "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8,
}; // biome-ignore format: a table

/** A number of people in words or a figure, as a pattern. */
export const number = `(?:${Object.keys(words).join("|")})`;

/** What number a word says, or null. */
export function numberOf(word: string): number | null {
  return words[word] ?? null;
}
