/** The colors of a mail by day and by night; every pair that meets on the screen keeps a contrast of at least 4.5 (WCAG 1.4.3). */
export type Colors = {
  page: string;
  sheet: string;
  text: string;
  quiet: string;
  rule: string;
  link: string;
  button: string;
  onButton: string;
  quote: string;
};

export const day: Colors = {
  page: "#f3f4f1",
  sheet: "#ffffff",
  text: "#1f2a30",
  quiet: "#55626b",
  rule: "#d5dad8",
  link: "#0b5a6b",
  button: "#0b5a6b",
  onButton: "#ffffff",
  quote: "#f0f6f6",
};

export const night: Colors = {
  page: "#12181b",
  sheet: "#1b2327",
  text: "#e6ebec",
  quiet: "#aab6bb",
  rule: "#3a464b",
  link: "#8ad0de",
  button: "#8ad0de",
  onButton: "#08262d",
  quote: "#223036",
};
