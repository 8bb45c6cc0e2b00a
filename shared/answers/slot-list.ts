/** The free times of a meeting to choose from, by day, in the reader's zone and beside it the other's where their clocks differ. */
import { html } from "hono/html";
import { civilAt } from "../domain/calendar.ts";
import { clockTime, describeDayAt, describeMonth, zoneName } from "../domain/moments.ts";
import { accept, refuse } from "../domain/result.ts";
import type { Slot, Slots } from "../domain/slots.ts";
import { whyNoTime } from "../letters/no-common-time.ts";
import { aroundName, isolated } from "../pages/names.ts";
import type { Html } from "../pages/site.ts";
import { type Typed, textOf } from "../pages/typed.ts";
import { actOnMeeting } from "../runtime/act-on-meeting.ts";
import { freeSlots } from "../runtime/free-slots.ts";
import { arrangementShown, isAsShown } from "./as-shown.ts";
import type { MeetingScene } from "./scene.ts";
import type { Acted } from "./verb-page.ts";

/** The form that books one of the free times; without any, the reason why there is none. */
export async function slotList(scene: MeetingScene): Promise<Html> {
  const slots = await freeSlots(scene.runtime, scene.meeting.id);
  const open = (slots?.starts ?? []).filter(({ startAt }) => startAt !== currentStart(scene));
  if (open.length === 0) return noSlots(scene, slots?.reason);
  const days = [...Map.groupBy(open, ({ startAt }) => describeDayAt(startAt, scene.reader.timeZone))];
  return html`<form method="post">
${arrangementShown(scene)}
<p>These are the times in ${describeMonth(scene.meeting.month)} at which you and ${isolated(scene.other.name)} are both free, shown in ${zoneName(scene.reader.timeZone)}.</p>
${days.map(([day, starts]) => daySlots(scene, day, starts))}
<button>Choose this time</button>
</form>`;
}

/** The time that is booked is no choice; that of a meeting that was called off may be taken again. */
const currentStart = ({ meeting }: MeetingScene): number | undefined =>
  meeting.state === "booked" ? meeting.startAt : undefined;

const daySlots = (scene: MeetingScene, day: string, starts: readonly Slot[]): Html => html`<fieldset>
<legend>${day}</legend>
<div class="tiles many">
${starts.map(
  ({ startAt, ifNeeded }) =>
    html`<label class="choice"><input type="radio" name="startAt" value="${startAt}" required><span>${clockTime(startAt, scene.reader.timeZone)}${ifNeeded ? ", if needed" : ""}${forTheOther(scene, startAt)}</span></label>
`,
)}</div></fieldset>
`;

/** `for Ravi Menon: 3:30 AM Friday`, where their clocks differ at that moment. */
function forTheOther({ reader, other }: MeetingScene, startAt: number): Html | "" {
  const { offsetMinutes } = civilAt(startAt, other.timeZone);
  if (offsetMinutes === civilAt(startAt, reader.timeZone).offsetMinutes) return "";
  const weekday = describeDayAt(startAt, other.timeZone).split(",")[0];
  return html` <small>for ${isolated(other.name)}: ${clockTime(startAt, other.timeZone)} ${weekday}</small>`;
}

const noSlots = ({ runtime, meeting, other }: MeetingScene, reason: Slots["reason"]): Html => {
  const month = describeMonth(meeting.month);
  const why = aroundName(other.name, (name) =>
    reason
      ? whyNoTime[reason]({ other: name, month, minutes: meeting.minutes, school: runtime.school })
      : `There is no other time in ${month} at which you and ${name} are both free.`,
  );
  return html`<p>${why}</p>
<p>You can add times when you are free on <a href="/sign-in">your own page</a>.</p>`;
};

/** Books the time that was chosen from the list. */
export async function chooseSlot(scene: MeetingScene, form: Typed): Promise<Acted> {
  const { runtime, meeting, role, other } = scene;
  const done = `Your meeting has its new time, and you and ${other.name} get a mail with it.`;
  const startAt = Number(textOf(form, "startAt") || Number.NaN);
  if (!Number.isSafeInteger(startAt)) return refuse("nothing-chosen");
  if (meeting.state === "booked" && meeting.startAt === startAt) return accept(done);
  if (!isAsShown(scene, form)) return refuse("changed-meanwhile");
  const acted = await actOnMeeting(
    runtime,
    meeting.id,
    { type: "slot-chosen", by: role, startAt },
    meeting.arrangement,
  );
  return acted.ok ? accept(done) : acted;
}
