/** The one table's shape, for CDK and for the local world: keys, indexes, and the attribute that lets old records go. */
export const tableShape = {
  partitionKey: "pk",
  sortKey: "sk",
  /** Records that are listed together: people, mentorships, the meetings or messages of a month. Strings. */
  listIndex: { name: "list", partitionKey: "listName", sortKey: "listKey" },
  /**
   * Whatever waits for a moment: `dueAt` in milliseconds, as a number. Absent once nothing is due. Besides the keys it carries
   * what tells the urgent from the rest and never changes, so that an entry is written only when its moment does.
   */
  dueIndex: {
    name: "due",
    partitionKey: "dueList",
    sortKey: "dueAt",
    carries: ["id", "letter", "notAfter"],
  },
  /** Epoch seconds after which a record may be forgotten; retention only, never a timer. */
  expiry: "forgetAfter",
} as const;
