/** A school survives being packed into a function's environment; one that is too long is refused by name and number. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { readSchool } from "../../infra/schools/read-school.ts";
import { packedSchoolMaxBytes, packSchool, unpackSchool } from "../../shared/runtime/packed-school.ts";

const read = readSchool("infra/schools/riverside.yaml");
if (!read.ok) throw new Error(read.refusal.map(({ sentence }) => sentence).join("\n"));
const school = read.value;

it("comes out as it went in, in letters that any environment takes", () => {
  const packed = packSchool(school);
  if (!packed.ok) throw new Error(packed.refusal);
  expect(packed.value).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(packed.value.length).toBeLessThanOrEqual(packedSchoolMaxBytes);
  expect(unpackSchool(packed.value)).toEqual(school);
});

it("a school with too much text is refused, with the school's name and the bytes too many", () => {
  // Text without any pattern, which packing cannot shorten.
  const agreement = randomBytes(2000).toString("hex");
  const packed = packSchool({ ...school, agreement });
  expect(packed.ok).toBe(false);
  if (packed.ok) return;
  expect(packed.refusal).toMatch(
    /^The texts of school "riverside" are too long: packed, they need \d+ bytes more than the 3200/,
  );
});

it("the bytes too many are exactly what must go", () => {
  const withServices = (count: number) => {
    const supportServices = Array.from({ length: count }, (_, index) => ({
      name: `Service ${index}`,
      contact: ((index + 1) * 7919 * 104_729).toString(36).repeat(3),
    }));
    return packSchool({ ...school, supportServices });
  };
  const refused = Array.from({ length: 300 }, (_, count) => withServices(count + 1)).filter((one) => !one.ok);
  const over = refused.map((one) => (one.ok ? 0 : Number(/need (\d+) bytes/.exec(one.refusal)?.[1])));
  expect(over.length).toBeGreaterThan(0);
  expect(over.every((bytes, index) => bytes > 0 && (index === 0 || bytes >= over[index - 1]!))).toBe(true);
});

it("anything else is a fault", () => {
  expect(() => unpackSchool("bm90IGEgc2Nob29s")).toThrow();
});
