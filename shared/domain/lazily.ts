/** Makes a schema when it is first used: a function that starts should not wait for the shapes of records it may never read. */

/** Stands for the schema everywhere, in a parse and inside another schema. */
export function lazily<Schema extends object>(make: () => Schema): Schema {
  let made: Schema | undefined;
  const schema = (): Schema => {
    made ??= make();
    return made;
  };
  return new Proxy({} as Schema, {
    get: (_, name) => Reflect.get(schema(), name),
    has: (_, name) => Reflect.has(schema(), name),
  });
}
