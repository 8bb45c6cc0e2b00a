/** The parts of dynalite that the local table stands on: its checks, its expressions and its actions, on a store of our own. */
type DynaliteItem = Record<string, Record<string, unknown>>;
type DynaliteCallback<Value> = (error?: unknown, value?: Value) => void;

type DynaliteTable = {
  TableName: string;
  TableStatus: string;
  KeySchema: { AttributeName: string }[];
  GlobalSecondaryIndexes?: { IndexName: string; KeySchema: { AttributeName: string }[] }[];
};

type DynaliteRange = {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  limit?: number;
  reverse?: boolean;
};

type DynaliteEvents = {
  on: (name: string, listener: (value?: unknown) => void) => unknown;
  emit: (name: string, value?: unknown) => unknown;
  removeAllListeners: (name: string) => unknown;
  destroy: () => void;
};

type DynaliteSubDb = {
  get: (key: string, callback: DynaliteCallback<unknown>) => void;
  put: (key: string, value: unknown, callback: DynaliteCallback<void>) => void;
  del: (key: string, callback: DynaliteCallback<void>) => void;
  lock: (key: string, run: (release: <Done>(done: Done) => Done) => void) => void;
  createValueStream: (range?: DynaliteRange) => DynaliteEvents;
  createKeyStream: (range?: DynaliteRange) => DynaliteEvents;
};

type DynaliteStore = {
  options: { maxItemSize: number; createTableMs: number; deleteTableMs: number; updateTableMs: number };
  tableDb: DynaliteSubDb & { awsAccountId: string; awsRegion: string };
  getItemDb: (table: string) => DynaliteSubDb;
  getIndexDb: (type: string, table: string, index: string) => DynaliteSubDb;
  getTagDb: (table: string) => DynaliteSubDb;
  getTable: (
    name: string,
    checkStatus: boolean | DynaliteCallback<DynaliteTable>,
    callback?: DynaliteCallback<DynaliteTable>,
  ) => void;
};

/** An answer that is a refusal: its status and its body, as they go over the wire. */
type DynaliteRefusal = Error & {
  statusCode: number;
  body: { __type: string; message?: string; Message?: string };
};

declare module "dynalite/db/index.js" {
  const db: {
    createKey: (item: DynaliteItem, table: DynaliteTable) => string;
    createIndexKey: (
      item: DynaliteItem,
      table: DynaliteTable,
      keySchema: { AttributeName: string }[],
    ) => string;
    validateKey: (key: DynaliteItem, table: DynaliteTable) => DynaliteRefusal | undefined;
    validateItem: (item: DynaliteItem, table: DynaliteTable) => DynaliteRefusal | undefined;
    checkConditional: (
      data: object,
      existing: DynaliteItem | undefined,
    ) => DynaliteRefusal | null | undefined;
    updateIndexes: (
      store: DynaliteStore,
      table: DynaliteTable,
      before: DynaliteItem | undefined,
      after: DynaliteItem | undefined,
      callback: DynaliteCallback<void>,
    ) => void;
    hashPrefix: (value: string, type: string) => string;
    toRangeStr: (value: string, type: string) => string;
    validationError: (message: string) => DynaliteRefusal;
  };
  export default db;
}

declare module "dynalite/validations/index.js" {
  const validations: {
    checkTypes: (data: object, types: object) => Record<string, unknown>;
    checkValidations: (data: object, types: object, custom: unknown, store: DynaliteStore) => void;
  };
  export default validations;
}

declare module "dynalite/validations/*.js" {
  const validation: { types: object; custom?: unknown };
  export default validation;
}

declare module "dynalite/actions/*.js" {
  const action: (store: DynaliteStore, data: object, callback: DynaliteCallback<object>) => void;
  export default action;
}
