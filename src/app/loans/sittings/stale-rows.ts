import { DomainError } from "../../../domain/errors";
import { markOf, type RowMark, type Sitting } from "../../../domain/loans/sitting";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import { getLoanRequests } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";

/** The requests on a sitting's table as they stand now. */
export function requestsOn(tx: Tx, { rows }: Pick<Sitting, "rows">): Promise<LoanRequest[]> {
  return getLoanRequests(
    tx,
    rows.map(({ requestId }) => requestId),
  );
}

/** What became of the requests on a table, by their ids. */
export function marksOf({ rows }: Pick<Sitting, "rows">, requests: readonly LoanRequest[]): Map<string, RowMark> {
  return new Map(
    rows.flatMap((row): [string, RowMark][] => {
      const request = requests.find(({ id }) => id === row.requestId);
      const mark = request && markOf(row, request);
      return mark ? [[row.requestId, mark]] : [];
    }),
  );
}

/** Throws `sitting.stale` where a request on the table is not as it was when it was decided on. */
export function refuseStale(sitting: Pick<Sitting, "rows">, requests: readonly LoanRequest[]): void {
  const marks = marksOf(sitting, requests);
  const stale = sitting.rows.filter(({ requestId }) => marks.has(requestId)).map(({ requestNo }) => requestNo);
  if (stale.length > 0) throw new DomainError("sitting.stale", { requests: stale.join(", ") });
}
