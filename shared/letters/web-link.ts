/** Tells a place that is a link to a video meeting from a room. */

/** True for one whole http or https address, such as `https://meet.example.edu/abc`. */
export const isWebLink = (text: string): boolean =>
  /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
