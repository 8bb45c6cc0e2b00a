/** How large DynamoDB counts a record (DynamoDB developer guide, "Item sizes and formats"). */

/** An attribute as it goes over the wire, such as `{ S: "text" }`. */
type Attribute = Readonly<Record<string, unknown>>;
export type WireItem = Readonly<Record<string, Attribute>>;

/** Names and values, in bytes. */
export const itemBytes = (item: WireItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(attribute: Attribute): number {
  const [type, value] = Object.entries(attribute)[0] ?? [];
  switch (type) {
    case "S":
      return Buffer.byteLength(value as string);
    case "N":
      return Math.ceil((value as string).replace(/[-.]/g, "").length / 2) + 1;
    case "L":
      return 3 + (value as Attribute[]).reduce((sum, each) => sum + 1 + valueBytes(each), 0);
    case "M":
      return 3 + Object.keys(value as WireItem).length + itemBytes(value as WireItem);
    default:
      // Booleans and null; the school keeps no sets and no bytes.
      return 1;
  }
}
