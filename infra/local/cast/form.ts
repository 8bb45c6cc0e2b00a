/** Fills in a page's form as a person would: keeps what stands in it, changes what is answered, and presses a button. */
import { parse } from "node-html-parser";

/** For a field: what to enter, or how to choose among what is offered. */
export type Answers = Readonly<Record<string, string | ((offered: readonly string[]) => string | undefined)>>;

/** The filled-in form of a page, or undefined when the page has none with all the fields that are answered. */
export function fillIn(page: string, answers: Answers): URLSearchParams | undefined {
  for (const form of parse(page).querySelectorAll("main form")) {
    const filled = new URLSearchParams();
    const offered = new Map<string, string[]>();
    const offer = (name: string, value: string) => offered.set(name, [...(offered.get(name) ?? []), value]);
    for (const input of form.querySelectorAll("input")) {
      const [name, value] = [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""];
      const type = input.getAttribute("type") ?? "text";
      if (name === "") continue;
      offer(name, value);
      if ((type !== "radio" && type !== "checkbox") || input.hasAttribute("checked"))
        filled.append(name, value);
    }
    for (const area of form.querySelectorAll("textarea")) {
      offer(area.getAttribute("name") ?? "", "");
      filled.append(area.getAttribute("name") ?? "", area.textContent);
    }
    for (const select of form.querySelectorAll("select")) {
      const name = select.getAttribute("name") ?? "";
      const options = select.querySelectorAll("option");
      for (const option of options) offer(name, option.getAttribute("value") ?? "");
      filled.append(
        name,
        (options.find((option) => option.hasAttribute("selected")) ?? options[0])?.getAttribute("value") ??
          "",
      );
    }
    for (const button of form.querySelectorAll("button[name]"))
      offer(button.getAttribute("name")!, button.getAttribute("value") ?? "");
    const named = Object.entries(answers).map(
      ([name, answer]) => [inEmptyRow(name, filled), answer] as const,
    );
    if (!named.every(([name]) => offered.has(name))) continue;
    for (const [name, answer] of named) {
      const value = typeof answer === "string" ? answer : answer(offered.get(name)!);
      if (value === undefined) return undefined;
      filled.set(name, value);
    }
    return filled;
  }
  return undefined;
}

/** Names a column of a form's rows, in the first row that is still empty. */
export const emptyRow = (column: string): string => `${column}-empty`;

function inEmptyRow(name: string, filled: URLSearchParams): string {
  if (!name.endsWith("-empty")) return name;
  let row = 0;
  while (filled.get(`day-${row}`)) row++;
  return name.replace("empty", String(row));
}
