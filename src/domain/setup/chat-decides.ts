import type { Group } from "../groups/group";
import type { Office } from "../groups/offices";
import { paymentWays } from "../groups/payment-details";
import type { Differences } from "./differences";
import type { GroupPlan } from "./plan";
import type { SetupRecord } from "./records";

/** What of a living group two officers change in the chat: from the first such change on it is theirs, and no file undoes it. */
export type ChatDecided = Pick<Group, "officers" | "payment">;

const seatPath = ({ memberNo, committee, position }: Office): string => `officers/${memberNo}/${committee}/${position}`;

const isSaid = (record: SetupRecord, path: string): boolean => (record[path] ?? null) !== null;

/** Whether the living officers are others than setup said last: then resolutions in the chat decide on them. */
function movedByResolution(living: ChatDecided, record: SetupRecord): boolean {
  const said = Object.keys(record).filter((path) => path.startsWith("officers/") && isSaid(record, path));
  const now = living.officers.map(seatPath);
  return said.length !== now.length || said.some((path) => !now.includes(path));
}

/**
 * The differences without those that the chat decided already: an office or a payment detail of the file that lives is no change, nor is one
 * that the file leaves out and that lives no more. Where resolutions changed the officers, what else the file says of them is a change that
 * setup refuses, also what is new in it.
 */
export function withoutDecided(
  { changed, addedPaths }: Differences,
  plan: Pick<GroupPlan, "officers" | "payment">,
  living: ChatDecided,
  record: SetupRecord,
): Differences {
  const [now, planned] = [living, plan].map(({ officers }) => new Set(officers.map(seatPath)));
  const seatDecided = (path: string) => {
    const inFile = planned?.has(path) === true;
    return inFile !== isSaid(record, path) && inFile === now?.has(path);
  };
  const isDecided = (path: string) =>
    path.startsWith("officers/") ? seatDecided(path) : samePayment(path, plan, living);
  const moved = movedByResolution(living, record);
  const left = addedPaths.filter((path) => !isDecided(path));
  // A name that an account of a living group gets is decided in the chat, like every payment detail.
  const refused = left.filter((path) => path.startsWith("payment/") || (moved && path.startsWith("officers/")));
  return {
    changed: [...changed.filter((path) => !isDecided(path)), ...refused],
    addedPaths: left.filter((path) => !refused.includes(path)),
  };
}

function samePayment(path: string, plan: Pick<GroupPlan, "payment">, { payment }: ChatDecided): boolean {
  const way = paymentWays.find((one) => path === `payment/${one}` || path === `payment/${one}Name`);
  if (!way) return false;
  const coming = payment.coming?.way === way ? payment.coming : undefined;
  const name = `${way}Name` as const;
  return path === `payment/${way}`
    ? [payment[way], coming?.value].includes(plan.payment[way])
    : [payment[name], coming?.accountName].includes(plan.payment[name]);
}
