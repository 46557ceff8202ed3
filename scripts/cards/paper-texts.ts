import { samplesOf, usual } from "../../flex-messages/values.sample";
import { paperKinds } from "../../src/domain/reports/papers";
import { looksList } from "../../src/messages/audit";
import { askMember } from "../../src/messages/members";
import { closingsOfDate, noWorkingDay, paperMenu, tableQrInfo } from "../../src/messages/papers";
import { always, plain } from "./desk-texts";
import { textEntry, type GalleryEntry } from "./entry";

const link = "https://liff.line.me/1000000001-Simul8or/papers/namkhao";

/** What is told around papers in plain texts. */
export const paperTexts: readonly GalleryEntry[] = [
  textEntry("paperMenu", paperMenu, {
    ...samplesOf(({ group }) => ({ group, kinds: paperKinds, link })),
    "pages off": { group: usual.group, kinds: paperKinds.slice(0, 3), link: null },
  }),
  textEntry("noWorkingDay", noWorkingDay, {
    usual: { on: usual.on, days: [usual.on] },
    none: { on: null, days: [] },
  }),
  textEntry("closingsOfDate", closingsOfDate, {
    usual: { on: usual.on, others: [1, 2, 3].map((nth) => ({ nth, data: usual.data })) },
  }),
  textEntry("looksList", looksList, {
    ...samplesOf(({ group, at, treasurer, others }) => ({
      group,
      looks: [
        { at, by: treasurer, what: { photo: "signed-paper" as const } },
        ...others.map(() => ({ at, by: treasurer, what: { paper: "register" as const, format: "pdf" as const } })),
      ],
    })),
    none: { group: usual.group, looks: [] },
  }),
  textEntry("askMember", always(askMember), plain),
  textEntry("tableQrInfo", tableQrInfo, { usual: { link }, "pages off": { link: null } }),
];
