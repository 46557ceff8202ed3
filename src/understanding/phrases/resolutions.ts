import type { Phrasing } from "../command-names";

/** Asking what the committee decided; the number behind it is read by `resolution.ts`. */
export const resolutionPhrases: readonly Phrasing[] = [
  {
    command: "resolutions",
    says: [
      ...["ทะเบียนมติ", "ดูทะเบียนมติ", "มติกรรมการ", "ดูมติ", "มติที่ผ่านมา", "มติล่าสุด", "สมุดมติ", "ดูมติกรรมการ"],
      ...["resolutions", "register of resolutions", "show resolutions"],
    ],
    opens: ["ดูมติ", "ขอดูมติ", "ทะเบียนมติ", "show resolution"],
  },
];
