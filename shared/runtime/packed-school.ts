/** A school squeezed into one environment variable, so that a function knows its school before the first request. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { School } from "../domain/school.ts";

/**
 * Lambda keeps all variables of a function in 4,096 bytes, names included; the other six, with long ARNs and
 * long names, stay below 896.
 */
export const packedSchoolMaxBytes = 3200;

/** The school as base64url of raw deflate. Refuses, in a sentence, a school whose texts do not fit a function's environment. */
export function packSchool(school: School): Result<string, string> {
  const packed = deflateRawSync(JSON.stringify(school), { level: 9 }).toString("base64url");
  const over = packed.length - packedSchoolMaxBytes;
  if (over > 0) {
    return refuse(
      `The texts of school "${school.id}" are too long: packed, they need ${over} bytes more than the ${packedSchoolMaxBytes} that a function can hold. Shorten the agreement, the support services, the closed days or the list of assessors.`,
    );
  }
  return accept(packed);
}

/**
 * The school again. It was checked before it was packed, and a function's code and environment are deployed together:
 * to check it again would cost every start a tenth. What `packSchool` did not make is a fault that no retry helps.
 */
export function unpackSchool(packed: string): School {
  return JSON.parse(inflateRawSync(Buffer.from(packed, "base64url")).toString("utf8")) as School;
}
