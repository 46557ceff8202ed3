import benefitTemplate from "../../flex-messages/welfare/benefit.json";
import benefitsTemplate from "../../flex-messages/welfare/benefits.json";
import type { Benefit } from "../domain/groups/benefit";
import { buttons, postback, quickPostback, quickSaying } from "./actions";
import { card } from "./card";
import { distinctLabels, quickLabel } from "./labels";
import { heightOf, linesOf, moreButton, rowsThatFit, type More } from "./paging";
import type { GroupName } from "./views";

/** A benefit in the list: its name and what it pays. */
type ListedBenefit = Pick<Benefit, "name" | "pays">;

/** What a group pays, a quick reply each. */
export interface BenefitsView {
  group: GroupName;
  /** As many as `benefitsOnCard` says, with the postback data that shows each with its papers. */
  benefits: (ListedBenefit & { data: string })[];
  /** The way to the others; null where these are all. */
  more: More | null;
  /** Postback data of [แจ้งเหตุ]. */
  report: string;
}

/** The benefits of a group by name and sum; a quick reply each leads to who may have it and to its papers. */
export const benefitList = card<BenefitsView>({
  name: "welfare/benefits",
  template: benefitsTemplate,
  alt: (say, view) => say.t("tiles.welfare.alt", { group: say.group(view.group) }),
  layout: (say, { group, benefits, more, report }) => ({
    group: say.group(group),
    benefits: benefits.map(({ name, pays }) => ({ name, pays })),
    buttons: buttons(postback(report, say.t("tiles.welfare.report")), moreButton(say, "moreBenefits", more)),
  }),
  quickReplies: (say, { benefits }) => {
    const labels = distinctLabels(
      benefits.map(({ name, pays }) => [name, `${name} ${pays}`]),
      { shape: quickLabel, fits: () => true },
    );
    return [...benefits.map(({ data }, index) => quickPostback(data, labels[index] ?? "")), quickSaying(say, "talk")];
  },
});

/** Those of the benefits that one card has room for, from the first on; the others are behind its button. */
export function benefitsOnCard<Listed extends ListedBenefit>(benefits: readonly Listed[]): Listed[] {
  return rowsThatFit(benefits, {
    room: 400,
    button: heightOf.button + heightOf.gap,
    height: ({ name, pays }) => heightOf.gap + linesOf(name, 30) * heightOf.md + linesOf(pays, 38) * heightOf.sm,
  });
}

/** One benefit, whole. */
export interface BenefitView {
  group: GroupName;
  benefit: Benefit;
  /** Postback data of [แจ้งเหตุ]. */
  report: string;
}

/** A benefit with who may have it, its papers, and whom to ask. */
export const benefitCard = card<BenefitView>({
  name: "welfare/benefit",
  template: benefitTemplate,
  alt: (_say, { benefit: { name, pays } }) => `${name} ${pays}`,
  layout: (say, { group, benefit: { name, pays, who, papers, ask } }) => ({
    group: say.group(group),
    name,
    pays,
    who: who === null ? null : say.t("tiles.welfare.who", { who }),
    papers: papers.length === 0 ? null : papers.map((paper) => `• ${paper}`).join("\n"),
    ask: ask === null ? null : say.t("tiles.welfare.ask", { ask }),
    buttons: buttons(null),
  }),
  quickReplies: (say, view) => [
    quickPostback(view.report, say.t("tiles.welfare.report")),
    quickSaying(say, "welfare"),
    quickSaying(say, "talk"),
  ],
});
