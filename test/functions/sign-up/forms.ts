/** What people enter to join, as their browsers post it. */

export const studentForm = {
  name: "Noa Levy",
  stage: "MS2",
  specialties: "Pediatrics, medical genetics",
  focus: "research",
  mentorsWanted: "1",
  "area-0": "career direction",
  "goal-0": "Decide between pediatrics and genetics.",
  timeZone: "America/New_York",
  "day-0": "Tue",
  "from-0": "17:00",
  "to-0": "19:30",
  agreement: "yes",
};

export const mentorForm = {
  name: "Sam Osei",
  kind: "online",
  stage: "attending",
  specialties: "Cardiology",
  focus: "networking",
  capacity: "2",
  place: "https://meet.example/sam",
  timeZone: "Europe/London",
  "day-0": "Wed",
  "from-0": "08:00",
  "to-0": "12:00",
  agreement: "yes",
  responsibilities: "yes",
};
