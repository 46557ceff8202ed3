import type { Group } from "../groups/group";
import type { Satang } from "../money";
import type { MemberName, OfficerName } from "../people";
import type { RowMark, Sitting, SittingRow } from "./sitting";

/** One row of a sitting with the borrower's name. */
export interface SittingRowView extends SittingRow {
  member: MemberName;
  /** What became of its request while it lay on the table; null: nothing, or the sitting is over. */
  mark: RowMark | null;
}

/** A sitting as its cards tell it. */
export interface SittingView {
  sittingId: string;
  group: Group;
  state: Sitting["state"];
  rows: SittingRowView[];
  /** The digest of the rows as they stand here: what her card shows is what she confirms. */
  list: string;
  /** May be lent, as the sitting sees it, in satang; null once it is over. */
  free: Satang | null;
  granted: Satang;
  /** Each of those who entered a row. */
  enteredBy: OfficerName[];
  confirmedBy: OfficerName[];
  /** Rows that wait for somebody's confirmation still. */
  unconfirmed: number;
  resolutionNo: string | null;
}
