import { DomainError } from "../errors";
import type { Member } from "../members/member";
import { officesWith, type Committee, type Office, type Position } from "./offices";

/** A seat of a committee. */
export type Seat = Pick<Office, "committee" | "position">;

/** What a resolution says of one seat: who leaves it and who takes it. */
export interface OfficeChange {
  committee: Committee;
  position: Position;
  /** Number of the member who leaves; null where nobody held it, or who holds it stays. */
  outNo: string | null;
  /** Number of the member who takes it; null where it ends. */
  inNo: string | null;
  /** Number of the meeting's resolution, "2/2569". */
  resolution: string;
}

/** What an officer's words say of a seat, before it is known who holds it. */
export type OfficeSaying = { resolution: string } & (
  | { deed: "replace"; seat: Seat; outNo: string | null; inNo: string }
  | { deed: "appoint"; seat: Seat; inNo: string }
  | { deed: "end"; seat: Seat | null; outNo: string }
);

/** How an entry and a refusal name a seat: "executive.treasurer". */
export function seatName({ committee, position }: Seat): string {
  return `${committee}.${position}`;
}

const isSeat = (office: Office, seat: Seat): boolean => seatName(office) === seatName(seat);

/** Whether rights pass only with the counted cash and the bank passbook: the treasurer keeps both. */
export function needsHandOver({ committee, position }: Seat): boolean {
  return committee === "executive" && position === "treasurer";
}

/** Whether one person at a time holds the seat: a chair, and the treasurer, who answers alone for cash and bank passbook. */
function isHeldByOne(seat: Seat): boolean {
  return seat.position === "chair" || needsHandOver(seat);
}

/**
 * The change of one seat that the words mean. Throws `office.which` where several hold the seat or the member holds several, `office.taken`,
 * `office.not-held`, `office.treasurer-ends`.
 */
export function changeOf(officers: readonly Office[], said: OfficeSaying): OfficeChange {
  const { resolution } = said;
  if (said.deed === "end") return { ...endedSeat(officers, said), outNo: said.outNo, inNo: null, resolution };
  const { seat, inNo } = said;
  const held = officers.filter((office) => isSeat(office, seat));
  if (said.deed === "appoint") {
    if (held.length > 0 && isHeldByOne(seat)) throw new DomainError("office.taken", { office: seatName(seat) });
    return { ...seat, outNo: null, inNo, resolution };
  }
  const { outNo } = said;
  if (outNo === null && held.length > 1) throw new DomainError("office.which", {});
  if (outNo !== null && !held.some(({ memberNo }) => memberNo === outNo)) throw notHeld(outNo, seat);
  return { ...seat, outNo: outNo ?? held[0]?.memberNo ?? null, inNo, resolution };
}

function endedSeat(officers: readonly Office[], { seat, outNo }: OfficeSaying & { deed: "end" }): Seat {
  const own = officers.filter(({ memberNo }) => memberNo === outNo);
  const [first, second] = seat ? own.filter((office) => isSeat(office, seat)) : own;
  if (!first) throw notHeld(outNo, seat);
  if (second) throw new DomainError("office.which", {});
  if (needsHandOver(first)) throw new DomainError("office.treasurer-ends", {});
  return { committee: first.committee, position: first.position };
}

function notHeld(memberNo: string, seat: Seat | null): DomainError {
  return new DomainError("office.not-held", { memberNo, office: seat && seatName(seat) });
}

/** The officers after the change. The one who takes the seat stands where the one who leaves it stood. */
export function officersAfter(officers: readonly Office[], change: OfficeChange): Office[] {
  const { committee, position, outNo, inNo } = change;
  const leaves = (office: Office) => office.memberNo === outNo && isSeat(office, change);
  const taken = inNo === null ? [] : [{ memberNo: inNo, committee, position }];
  const at = officers.findIndex(leaves);
  if (at === -1) return [...officers, ...taken];
  return [...officers.slice(0, at), ...taken, ...officers.slice(at + 1)];
}

/**
 * Throws where this member may not take the seat: `member.not-active`, `office.not-a-person`, `office.already`, and `office.audit-clash`, since
 * who audits sits on no other committee.
 */
export function refuseUnfit(
  officers: readonly Office[],
  seat: Seat,
  { memberNo, status, kind }: Pick<Member, "memberNo" | "status" | "kind">,
): void {
  if (status !== "active") throw new DomainError("member.not-active", { memberNo, status });
  if (kind === "occupational-group") throw new DomainError("office.not-a-person", { memberNo });
  const own = officers.filter((office) => office.memberNo === memberNo);
  if (own.some((office) => isSeat(office, seat)))
    throw new DomainError("office.already", { memberNo, office: seatName(seat) });
  const audits = seat.committee === "audit";
  if (own.some(({ committee }) => (committee === "audit") !== audits))
    throw new DomainError("office.audit-clash", { memberNo });
}

/**
 * Who of the officers has no word in a change, by number: of the audit committee nobody who takes money, so that no treasurer chooses who looks at
 * her box.
 */
export function barredFrom(officers: readonly Office[], { committee }: Pick<OfficeChange, "committee">): string[] {
  if (committee !== "audit") return [];
  return officesWith(officers, "record-money").map(({ memberNo }) => memberNo);
}
