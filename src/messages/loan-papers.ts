import type { messagingApi } from "@line/bot-sdk";
import type { Photo } from "../domain/photos/photo";
import type { MemberName } from "../domain/people";
import { quickOpening } from "./actions";
import { textMessage } from "./card";
import { photoLink } from "./page-links";
import { speak, type Reader, type Speak } from "./speak";
import { shortMember } from "./unheard";

/** The papers of a loan that a person may open. */
export interface LoanPapersView {
  request: { id: string; requestNo: string };
  borrower: MemberName;
  papers: { which: "contract" | number; guarantor: MemberName | null }[];
  photos: Pick<Photo, "id" | "purpose">[];
}

/** LINE shows 13 quick replies; the newest photos are what is looked for. */
const photosShown = 6;

/** The ways to its photos, of several of a kind with their place. */
function photoReplies(say: Speak, photos: LoanPapersView["photos"]): messagingApi.QuickReplyItem[] {
  return photos.slice(-photosShown).flatMap(({ id, purpose }) => {
    const ofKind = photos.filter((one) => one.purpose === purpose);
    const no = ofKind.length === 1 ? "" : String(ofKind.findIndex((one) => one.id === id) + 1);
    const link = photoLink(id);
    const what = purpose === "payout-slip" ? "slip" : "paper";
    return link === null ? [] : [quickOpening(say.t(`loanPapers.photos.${what}`, { no }).trim(), link)];
  });
}

/** The way to the papers of a loan; `link` is the address of their page, null where pages are off. */
export function loanPapersTold(
  reader: Reader,
  { request, borrower, papers, photos, link }: LoanPapersView & { link: string | null },
): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { requestNo: request.requestNo, member: shortMember(say, borrower), count: papers.length };
  return link === null
    ? textMessage(say.t("loanPapers.noPage", values))
    : textMessage(say.t("loanPapers.told", values), [
        quickOpening(say.t("loanPapers.open"), link),
        ...photoReplies(say, photos),
      ]);
}

/** How to ask for the papers of a loan. */
export function askLoanPapersLine(reader: Reader): messagingApi.TextMessage {
  return textMessage(speak(reader).t("loanPapers.which"));
}

/** The same for their page. */
export interface LoanPaperTexts {
  language: Reader["language"];
  title: string;
  papers: { which: string; title: string }[];
}

/** What the page of a loan's papers says. */
export function loanPaperTexts(reader: Reader, { request, borrower, papers }: LoanPapersView): LoanPaperTexts {
  const say = speak(reader);
  return {
    language: say.language,
    title: say.t("loanPapers.page.title", request),
    papers: papers.map(({ which, guarantor }) => ({
      which: String(which),
      title: say.t(`loanPapers.page.${guarantor ? "guarantee" : "contract"}`, {
        member: say.member(guarantor ?? borrower),
      }),
    })),
  };
}
