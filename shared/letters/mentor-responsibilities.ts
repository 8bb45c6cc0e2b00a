/** What is asked of a mentor: the same words at sign-up, where they are accepted, and in the welcome. */
export const mentorResponsibilities = [
  "Keep the time. If you must move it, do it early.",
  "Listen first, and be patient with questions that seem simple.",
  "Be honest and kind: say what went well, and one thing to do better.",
  "Keep to yourself what you are told, unless somebody is in danger.",
  "Never grade a student you mentor. If that comes about, tell us, and we find somebody else.",
] as const;
