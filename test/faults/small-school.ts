/** The school that the faults are let loose on: three students, two mentors, and names that must never be seen where names have no place. */
import type { School } from "../../shared/domain/school.ts";
import { school as riverside } from "../local/small-world.ts";

/** Riverside without holidays in the way, with the reminder an hour before, and with December as its last month. */
export const school: School = {
  ...riverside,
  closedDays: [],
  examWeeks: [],
  schoolYear: { from: "2026-08-17", to: "2026-12-31" },
  reminders: { ...riverside.reminders, startingSoonMinutesBefore: 60 },
};

/** Every family name and every address part that a log, a queue or a schedule could give away. */
export const canaries = ["Quillfeather", "Thistlewood", "Marlowhite", "Brackenridge", "Ostrander"] as const;

/** Each pair has one good time and one if needed, so that nobody can plan otherwise. Mail to Omar bounces, as SES's own simulator has it; Priya has two students and reads another clock. */
export const roster = `role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place
student,Wei Quillfeather,wei@riverside.example.edu,,MS2,pediatrics,research,1,America/New_York,Mon 17:00-17:45; Thu 17:00-17:45 if needed,2026-12-08..2026-12-31,research: Get a first project to a poster,
student,Ana Marlowhite,ana@riverside.example.edu,,MS1,pediatrics,networking,1,America/New_York,Mon 17:00-17:45; Thu 17:00-17:45 if needed,2026-12-01..2026-12-13; 2026-12-19..2026-12-31,networking: Meet people who do rural medicine,
student,Omar Ostrander,bounce+omar@riverside.example.edu,,MS3,surgery,research,1,America/New_York,Tue 12:00-14:00,,research: Find a project,
mentor,Priya Thistlewood,priya@riverside.example.edu,faculty,attending,pediatrics,research,2,America/Chicago,Mon 16:00-18:00; Thu 16:00-18:00,,,"Room 4.12, Education Building"
mentor,Tom Brackenridge,tom@riverside.example.edu,resident,PGY3,surgery,research,1,America/New_York,Tue 12:00-14:00,,,Cafeteria
`;
