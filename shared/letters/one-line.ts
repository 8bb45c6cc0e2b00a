/** Makes somebody's words safe for a header: one line, nothing invisible that could start another header or turn text around. */

/** Control characters, line and paragraph separators, and the marks that reverse the direction of writing. */
const unfit = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Each run of unfit characters becomes one space; broken halves of a character become U+FFFD. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(unfit, " ").replace(/ {2,}/g, " ").trim();
