import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { partiesTo } from "../../../domain/payments/payment";
import { memberName, type MemberName } from "../../../domain/people";
import { findOpenApprovals } from "../../../storage/approvals";
import { findLoanRequests } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { groupsWithPower, type Actor } from "../../people/actor";
import { entrySubject, examineEntry, waitsFor } from "./enter-answer";
import { guarantorFacts } from "./guarantees";
import { guaranteeOf, type GuaranteeView } from "./name-guarantor";
import { requestView } from "./request-view";

/** A guarantor without a phone who was asked, and whose word an officer enters once she has said it. */
export interface EntryToMake {
  group: Group;
  request: LoanRequest;
  guarantor: MemberName;
}

/**
 * The words of guarantors without a phone that this officer may enter, the oldest request first: not where she is a party, nor where a second officer
 * is asked already.
 */
export async function listEntriesToMake(tx: Tx, actor: Actor): Promise<EntryToMake[]> {
  const groups = groupsWithPower(actor, "record-helper");
  if (groups.length === 0) return [];
  const found: EntryToMake[] = [];
  const open = await findOpenApprovals(
    tx,
    groups.map(({ id }) => id),
  );
  const isPut = (requestId: string, member: Member): boolean =>
    open.some(({ kind, subject }) => kind === "guarantee" && subject === entrySubject(requestId, member));
  for (const group of groups) {
    const own = actor.offices.filter((seat) => seat.group.id === group.id).map(({ member }) => member.id);
    const requests = await findLoanRequests(tx, group.id, ["guarantors"]);
    const ids = requests.flatMap(({ memberId, guarantors }) => [memberId, ...guarantors.map((one) => one.memberId)]);
    const members = await findMembers(tx, [...new Set(ids)]);
    for (const request of requests) {
      const borrower = members.filter(({ id }) => id === request.memberId);
      for (const guarantor of members.filter((member) => waitsFor(request, member) && !isPut(request.id, member))) {
        const parties = [...borrower, guarantor].flatMap(partiesTo);
        if (!parties.some((id) => own.includes(id))) found.push({ group, request, guarantor: memberName(guarantor) });
      }
    }
  }
  return found;
}

/** One of them, with what it makes of what the guarantor stands for. Throws what previewEntry throws. */
export async function getEntryToMake(
  tx: Tx,
  actor: Actor,
  asked: { requestId: string; memberNo: string; now: Date },
): Promise<GuaranteeView> {
  const { group, request, guarantor } = await examineEntry(tx, actor, asked);
  const facts = await guarantorFacts(tx, group, guarantor, { besides: request.id, on: localDateOf(asked.now) });
  return { ...(await requestView(tx, group, request)), ...guaranteeOf(request, guarantor, facts) };
}
