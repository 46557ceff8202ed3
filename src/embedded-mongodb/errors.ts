import type { Doc } from "./bson/value";

/** Names that MongoDB gives to the error codes used here; a code without a name is called `Location<code>`. */
const CODE_NAMES = new Map(
  `
  1:InternalError 2:BadValue 9:FailedToParse 13:Unauthorized 14:TypeMismatch 15:Overflow 16:InvalidLength
  20:IllegalOperation 22:InvalidBSON 26:NamespaceNotFound 27:IndexNotFound 28:PathNotViable
  34:CannotBackfillArray 40:ConflictingUpdateOperators 43:CursorNotFound 48:NamespaceExists
  52:DollarPrefixedFieldName 53:InvalidIdField 54:NotSingleValueField 56:EmptyFieldName
  59:CommandNotFound 66:ImmutableField 67:CannotCreateIndex 72:InvalidOptions 73:InvalidNamespace
  85:IndexOptionsConflict 86:IndexKeySpecsConflict 91:ShutdownInProgress 100:UnsatisfiableWriteConcern
  112:WriteConflict 117:ConflictingOperationInProgress 125:CommandFailed 171:CannotIndexParallelArrays
  197:InvalidIndexSpecificationOption 225:TransactionTooOld 238:NotImplemented 239:SnapshotTooOld
  246:SnapshotUnavailable 251:NoSuchTransaction 256:TransactionCommitted 261:TooManyLogicalSessions
  263:OperationNotSupportedInTransaction 10107:NotWritablePrimary 11000:DuplicateKey
  11600:InterruptedAtShutdown
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);

/** What a command answers instead of its result: MongoDB's code, its name, error labels, and further reply fields (`keyPattern`, `keyValue`). */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly labels?: string[];
  readonly extra?: Doc;

  constructor(code: number, message: string, more: { labels?: string[]; extra?: Doc } = {}) {
    super(message);
    this.name = "CommandError";
    this.code = code;
    this.codeName = CODE_NAMES.get(String(code)) ?? `Location${code}`;
    if (more.labels) this.labels = more.labels;
    if (more.extra) this.extra = more.extra;
  }
}

/** Code of every refusal (NotImplemented): what MongoDB can do and this engine does not. The server counts replies that carry it. */
export const REFUSED = 238;

/** Code of a command that its maxTimeMS has ended (MaxTimeMSExpired). */
export const OVER_TIME = 50;

/** Throws the refusal of something MongoDB can do and this engine does not, e.g. `refuse("operator $near")`. */
export function refuse(what: string): never {
  throw new CommandError(REFUSED, `embedded: ${what} is not supported by the embedded database`);
}
