import { DomainError } from "../errors";
import type { GroupId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";
import type { Satang } from "../money";
import type { OfficeChange } from "./office-change";

/** Who counts and signs before a treasurer's rights pass to another: who had them, who gets them, and one who audits. */
export const signerRoles = ["old", "new", "audit"] as const;
export type SignerRole = (typeof signerRoles)[number];

/** What one of them found: the counted cash, and what the bank passbook says. */
export interface Signature {
  role: SignerRole;
  by: EntryActor;
  cash: Satang;
  bank: Satang;
  at: Date;
  /** Why the chair signs in place of who had the rights; null where she signs herself. */
  insteadBecause: string | null;
}

/** A treasurer's office between the resolution and the signatures: until all three agree, the rights stay where they were. */
export interface HandOver {
  /** Id of the request that decided the change. */
  id: string;
  groupId: GroupId;
  change: OfficeChange;
  /** `replaced`: a later resolution took its place. */
  state: "open" | "done" | "replaced";
  requestedBy: EntryActor;
  secondedBy: EntryActor;
  startedAt: Date;
  doneAt: Date | null;
  signatures: Signature[];
  /** Signatures whose place others took; left out where none did. */
  replaced?: Signature[];
  version: number;
}

/**
 * The hand-over with one more signature; a second one of the same role takes the place of the first, which stays among the replaced. Where the chair signs in place of
 * who had the rights, the auditor signs after it, knowing why. Throws `second-person.same` where one person would sign in two roles.
 */
export function signed(handOver: HandOver, signature: Signature): HandOver {
  const { by, insteadBecause } = signature;
  const asksAuditAnew = insteadBecause !== null;
  const isKept = ({ role }: Signature) => role !== signature.role && !(role === "audit" && asksAuditAnew);
  const kept = handOver.signatures.filter(isKept);
  if (kept.some((other) => other.by.personId === by.personId || other.by.memberId === by.memberId))
    throw new DomainError("second-person.same", {});
  const replaced = [...(handOver.replaced ?? []), ...handOver.signatures.filter((one) => !isKept(one))];
  return {
    ...handOver,
    signatures: [...kept, signature],
    ...(replaced.length > 0 ? { replaced } : {}),
    version: handOver.version + 1,
  };
}

/** What was signed for and counts no more, as far as the same person does not stand by the same sums in the same role. */
export function setAsideOf({ signatures, replaced = [] }: Pick<HandOver, "signatures" | "replaced">): Signature[] {
  return replaced.filter((one) => !signatures.some((standing) => isSame(standing, one)));
}

const isSame = (one: Signature, other: Signature): boolean =>
  one.role === other.role &&
  one.by.memberId === other.by.memberId &&
  one.cash === other.cash &&
  one.bank === other.bank;

/** The roles that have not signed. */
export function missingRoles({ signatures }: Pick<HandOver, "signatures">): SignerRole[] {
  return signerRoles.filter((role) => !signatures.some((signature) => signature.role === role));
}

/** The counted cash and the passbook's balance on which all three agree, or null while somebody is missing or two differ. */
export function agreedSums({ signatures }: Pick<HandOver, "signatures">): { cash: Satang; bank: Satang } | null {
  const [first, ...others] = signatures;
  if (!first || missingRoles({ signatures }).length > 0) return null;
  const agree = others.every(({ cash, bank }) => cash === first.cash && bank === first.bank);
  return agree ? { cash: first.cash, bank: first.bank } : null;
}
