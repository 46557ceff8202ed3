import { account, type AccountCode } from "../../../src/domain/ledger/accounts";
import type { EntryKind } from "../../../src/domain/ledger/journal-entry";
import type { EntryRow } from "../../../src/storage/journal";
import type { Books } from "./live-books";

/** The entries of a kind, in their order. */
export const ofKind = ({ entries }: Pick<Books, "entries">, kind: EntryKind): EntryRow[] =>
  entries.filter((entry) => entry.kind === kind);

/** A member's receipts of money that came into the bank's account, in their order; or into the box. */
export const depositsOf = (books: Books, memberNo: string, into: AccountCode = account.bank): EntryRow[] =>
  ofKind(books, "savings.deposit").filter(
    ({ memberIds, postings }) =>
      memberIds.some((id) => id.endsWith(`:${memberNo}`)) && postings.some(({ code }) => code === into),
  );
