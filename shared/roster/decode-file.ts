/** Turns a file's bytes into text: Unicode, or else the encoding older spreadsheets write; anything that is not text is refused. */
import { accept, type Result, refuse } from "../domain/result.ts";
import { rosterLimits } from "./roster.ts";

const saveAsCsv = "open it in your spreadsheet and choose “Save as” → “CSV UTF-8”, then bring that file.";

const otherFiles: readonly { starts: readonly number[]; is: string }[] = [
  { starts: [0x89, 0x50, 0x4e, 0x47], is: "a picture (PNG)" },
  { starts: [0xff, 0xd8, 0xff], is: "a picture (JPEG)" },
  { starts: [0x25, 0x50, 0x44, 0x46], is: "a PDF document" },
  { starts: [0x50, 0x4b, 0x03, 0x04], is: "an Excel workbook or another zipped file" },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], is: "an old Excel workbook" },
];

/** Refuses an empty or too large file and whatever is not text, with a sentence that says what to do. */
export function decodeFile(bytes: Uint8Array): Result<string, string> {
  if (bytes.length === 0)
    return refuse("The file is empty: it needs a row that names the columns and one row a person.");
  if (bytes.length > rosterLimits.mebibytes * 2 ** 20)
    return refuse(
      `The file is larger than ${rosterLimits.mebibytes} MiB: split it and import the parts one after the other.`,
    );
  const other = otherFiles.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (other) return refuse(`The file is ${other.is}, not a table of text: ${saveAsCsv}`);
  const utf16 = utf16Of(bytes);
  if (utf16) return decode(bytes, utf16) ?? refuse(`The file breaks off inside a letter: ${saveAsCsv}`);
  if (bytes.includes(0)) return refuse(`The file contains bytes that no text has: ${saveAsCsv}`);
  return decode(bytes, "utf-8") ?? accept(new TextDecoder("windows-1252").decode(bytes));
}

const utf16Of = (bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
};

/** A byte order mark is dropped; undefined when the bytes are not in this encoding. */
function decode(bytes: Uint8Array, encoding: string): Result<string, string> | undefined {
  try {
    return accept(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
