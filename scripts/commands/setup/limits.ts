/** Bytes that a table may have once unzipped. */
export const maxBytes = 64 * 1024 * 1024;

/** Filled cells that a workbook may have. */
export const maxCells = 200_000;

/** Cells that a table may have when it is laid out with its empty ones. */
export const maxLaidOut = 2_000_000;

/** Thrown when a file is no table that can be read; its message is one sentence for the operator. */
export class TableError extends Error {
  override name = "TableError";
}
