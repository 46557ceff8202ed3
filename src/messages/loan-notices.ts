import type { messagingApi } from "@line/bot-sdk";
import { guaranteeTold, requestReleased, type GuaranteeToldView, type ReleasedView } from "./payouts";
import { ballotAnswer, ballotDecided, ballotFacts, ballotQuestion, ballotReminder, ballotRequest } from "./ballots";
import { loanDecided } from "./loan-decided";
import { loanChangeCards, loanChangeTold, type LoanChangeView } from "./loan-changes";
import { setOffCards, setOffTold, type SetOffView } from "./set-off";
import { sittingRequest, sittingStanding, sittingWrong } from "./sittings";
import { arrearsNotice, lateGuarantee, loanReminder } from "./arrears";
import type { Reader } from "./speak";

/** Postback data of the two buttons of a request. */
export interface Decision {
  approve: string;
  reject: string;
}

/** What each kind of notice about loans tells. */
export interface LoanNoticeViews {
  "set-off.request": SetOffView & Decision;
  "set-off.decided": SetOffView;
  "set-off.told": SetOffView;
  "loan-change.request": LoanChangeView & Decision;
  "loan-change.decided": LoanChangeView;
  "loan-change.told": LoanChangeView;
  "payout.guarantee": GuaranteeToldView;
  "payout.released": ReleasedView;
  "sitting.request": Parameters<typeof sittingRequest>[1];
  "sitting.wrong": Parameters<typeof sittingWrong>[1];
  "ballot.request": Parameters<typeof ballotRequest>[1];
  "ballot.reminder": Parameters<typeof ballotReminder>[1];
  "ballot.decided": Parameters<typeof ballotDecided>[1];
  "ballot.question": Parameters<typeof ballotQuestion>[1];
  "ballot.answer": Parameters<typeof ballotAnswer>[1];
  "loan.coming": Parameters<typeof loanReminder>[1];
  "loan.tomorrow": Parameters<typeof loanReminder>[1];
  "loan.late": Parameters<typeof loanReminder>[1];
  "loan.behind": Parameters<typeof arrearsNotice>[1];
  "guarantee.late": Parameters<typeof lateGuarantee>[1];
  "loan.decided": Parameters<typeof loanDecided>[1];
}

/** The messages of each. */
export const loanRenderers: {
  [Kind in keyof LoanNoticeViews]: (reader: Reader, view: LoanNoticeViews[Kind]) => messagingApi.Message[];
} = {
  "set-off.request": (reader, view) => [setOffCards.request(reader, view)],
  "set-off.decided": (reader, view) => [setOffCards.decided(reader, view)],
  "set-off.told": (reader, view) => [setOffTold(reader, view)],
  "loan-change.request": (reader, view) => [loanChangeCards.request(reader, view)],
  "loan-change.decided": (reader, view) => [loanChangeCards.decided(reader, view)],
  "loan-change.told": (reader, view) => [loanChangeTold(reader, view)],
  "payout.guarantee": (reader, view) => [guaranteeTold(reader, view)],
  "payout.released": (reader, view) => [requestReleased(reader, view)],
  "sitting.request": (reader, view) => [sittingStanding(reader, view), sittingRequest(reader, view)],
  "sitting.wrong": (reader, view) => [sittingWrong(reader, view)],
  "ballot.request": (reader, view) => [ballotFacts(reader, view), ballotRequest(reader, view)],
  "ballot.reminder": (reader, view) => [ballotFacts(reader, view), ballotReminder(reader, view)],
  "ballot.decided": (reader, view) => [ballotDecided(reader, view)],
  "ballot.question": (reader, view) => [ballotQuestion(reader, view)],
  "ballot.answer": (reader, view) => [ballotAnswer(reader, view)],
  "loan.coming": (reader, view) => [loanReminder(reader, view)],
  "loan.tomorrow": (reader, view) => [loanReminder(reader, view)],
  "loan.late": (reader, view) => [loanReminder(reader, view)],
  "loan.behind": (reader, view) => [arrearsNotice(reader, view)],
  "guarantee.late": (reader, view) => [lateGuarantee(reader, view)],
  "loan.decided": (reader, view) => [loanDecided(reader, view)],
};
