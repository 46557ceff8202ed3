import type { Satang } from "../money";
import type { MemberName } from "../people";

/** Somebody else's contract for which a member stands; `amount` satang at most, null: for all of it. */
export interface MyGuarantee {
  borrower: MemberName;
  contractNo: string;
  owed: Satang;
  amount: Satang | null;
}

/** Who stands for a contract, and for how much at most in satang; null: for all of it. */
export interface ContractGuarantor {
  member: MemberName;
  amount: Satang | null;
}
