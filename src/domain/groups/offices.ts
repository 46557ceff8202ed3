import { DomainError } from "../errors";

export const committees = ["executive", "loan", "audit", "promotion"] as const;
export type Committee = (typeof committees)[number];

export const positions = ["chair", "vice-chair", "secretary", "treasurer", "member", "staff"] as const;
export type Position = (typeof positions)[number];

/** A seat of a committee and who holds it. `staff` records, and never decides or pays out. */
export interface Office {
  memberNo: string;
  committee: Committee;
  position: Position;
  /** Whom members may telephone; where the group gave a number. */
  phone?: string;
}

/** What an officer may do. Who may what is the group's own affair in rules to come; here it is what every group of the study does. */
export type Power =
  | "open-day"
  | "record-money"
  | "pay-out"
  | "second-money"
  | "make-link-code"
  | "record-helper"
  | "admit-member"
  | "change-pledge"
  | "second-link"
  | "unlock-link"
  | "read-books"
  | "answer-calls"
  | "answer-loan-calls"
  | "answer-complaints"
  | "bind-chat"
  | "decide-rules"
  | "change-officers"
  | "put-go-live"
  | "sign-go-live"
  | "hold-sitting";

const powersOf = ({ committee, position }: Office): readonly Power[] => {
  if (committee === "audit") return ["read-books", "answer-complaints", "sign-go-live"];
  if (position === "staff") return ["record-money"];
  if (committee === "loan")
    return position === "chair" || position === "secretary"
      ? ["answer-loan-calls", "hold-sitting"]
      : ["answer-loan-calls"];
  if (committee === "promotion") return [];
  switch (position) {
    case "chair":
    case "vice-chair":
      return [
        "open-day",
        "pay-out",
        "second-money",
        "record-helper",
        "admit-member",
        "change-pledge",
        "second-link",
        "unlock-link",
        "answer-calls",
        "bind-chat",
        "decide-rules",
        "change-officers",
        "put-go-live",
        "read-books",
        "hold-sitting",
      ];
    case "secretary":
      return [
        "open-day",
        "pay-out",
        "second-money",
        "make-link-code",
        "record-helper",
        "admit-member",
        "change-pledge",
        "second-link",
        "unlock-link",
        "bind-chat",
        "decide-rules",
        "change-officers",
        "answer-calls",
        "read-books",
        "hold-sitting",
      ];
    case "treasurer":
      return ["open-day", "record-money", "pay-out", "second-money", "read-books"];
    case "member":
      return ["second-money", "second-link"];
  }
};

/** The offices that give the power, in the order held; empty when none does. */
export function officesWith(offices: readonly Office[], power: Power): Office[] {
  return offices.filter((office) => powersOf(office).includes(power));
}

/** The first office that gives the power; throws `role.missing` naming who holds it usually. */
export function requirePower(offices: readonly Office[], power: Power, groupName: string): Office {
  const [office] = officesWith(offices, power);
  if (!office) throw missingPower(power, groupName);
  return office;
}

/** The refusal `role.missing`, with the positions that usually hold the power. */
export function missingPower(power: Power, groupName: string): DomainError {
  return new DomainError("role.missing", { positions: usualHolders[power], groupName });
}

/** Positions of the executive committee, but where a committee is named before them. */
const usualHolders: Record<Power, readonly (Position | `${Committee}.${Position}`)[]> = {
  "open-day": ["treasurer", "secretary"],
  "record-money": ["treasurer"],
  "pay-out": ["treasurer"],
  "second-money": ["secretary"],
  "make-link-code": ["secretary"],
  "record-helper": ["secretary"],
  "admit-member": ["secretary", "chair"],
  "change-pledge": ["secretary", "chair"],
  "second-link": ["chair"],
  "unlock-link": ["secretary"],
  "read-books": ["audit.chair"],
  "answer-calls": ["chair"],
  "answer-loan-calls": ["chair"],
  "answer-complaints": ["audit.chair"],
  "bind-chat": ["chair"],
  "decide-rules": ["chair", "secretary"],
  "change-officers": ["chair", "secretary"],
  "put-go-live": ["chair"],
  "sign-go-live": ["chair"],
  "hold-sitting": ["secretary", "loan.chair"],
};
