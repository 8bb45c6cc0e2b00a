/**
 * An entry of an index belongs to one item. dynalite tells items of one sort key apart by 24 bits of a hash, so that of
 * twenty thousand due at the same moment a dozen are lost; here the item's own key stands behind the hash.
 */
import db from "dynalite/db/index.js";

const hashedKey = db.createIndexKey;

db.createIndexKey = (item, table, keySchema) =>
  `${hashedKey(item, table, keySchema)}/${db.createKey(item, table)}`;

/** Takes an item's entries out of the indexes and puts the new ones in; every index holds whole items. */
db.updateIndexes = (store, table, before, after, callback) => {
  const ignore = (): void => undefined;
  for (const { IndexName, KeySchema } of table.GlobalSecondaryIndexes ?? []) {
    const index = store.getIndexDb("Global", table.TableName, IndexName);
    const isListed = (item: DynaliteItem): boolean =>
      KeySchema.every(({ AttributeName }) => item[AttributeName]);
    if (before && isListed(before)) index.del(db.createIndexKey(before, table, KeySchema), ignore);
    if (after && isListed(after)) index.put(db.createIndexKey(after, table, KeySchema), after, ignore);
  }
  callback();
};
