import mongoose, { type Model, type SchemaDefinition, type SchemaOptions } from "mongoose";

interface ModelOptions {
  collection: string;
  fields: SchemaDefinition;
  indexes?: [Record<string, 1 | -1>, mongoose.IndexOptions?][];
}

/** Makes the model of one collection: no versions, no silent extra fields, no casts of queries that hide a mistake. */
export function defineModel<Row extends { _id: string }>({
  collection,
  fields,
  indexes = [],
}: ModelOptions): Model<Row> {
  const options: SchemaOptions = { collection, strict: "throw", versionKey: false, minimize: false, _id: false };
  const schema = new mongoose.Schema({ _id: { type: String, required: true }, ...fields }, options);
  for (const [keys, indexOptions] of indexes) schema.index(keys, indexOptions);
  return mongoose.model(collection, schema) as unknown as Model<Row>;
}

/** The driver's collection under a model: for writes whose rows are checked by types and need no casting by mongoose. */
export function driverOf<Row extends { _id: string }>(model: Model<Row>): mongoose.mongo.Collection<Row> {
  return model.collection as unknown as mongoose.mongo.Collection<Row>;
}

export const { Mixed } = mongoose.Schema.Types;
