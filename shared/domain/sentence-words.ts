/** Lists and other people's words inside our sentences. */

/** Somebody's words inside a sentence of ours, cut to a readable length. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** A list in an English sentence: `a`, `a and b`, `a, b and c`. */
export const inWords = (items: readonly string[], last = "and"): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
