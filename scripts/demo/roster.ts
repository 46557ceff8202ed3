import type { Office } from "../../src/domain/groups/offices";
import { localDate, type LocalDate } from "../../src/domain/dates";
import type { MemberKind, MemberStatus, Sex } from "../../src/domain/members/member";
import { baht, zero, type Satang } from "../../src/domain/money";
import { Dice } from "./dice";
import type { DemoGroup } from "./groups";
import { buddhistNames, childNames, muslimNames, type NameList } from "./names";

/** An invented person of a group; nothing in it depends on the day. */
export interface DemoMember {
  memberNo: string;
  name: string;
  nickname: string;
  kind: MemberKind;
  status: MemberStatus;
  sex: Sex | null;
  bornOn: LocalDate | null;
  /** An occupational group lives in no house. */
  household: string | null;
  spouseNo: string | null;
  guardianNo: string | null;
  signatoryNos: string[];
  pledge: Satang;
  /** Months between joining and the opening of the books. */
  monthsBefore: number;
  hasSpecial: boolean;
  /** `linked`: opens the passbook already; `ready`: has LINE and needs a code; `none`: has no LINE. */
  phone: "linked" | "ready" | "none";
}

/** Officers of every demo group, by the number that each holds. Audit sits apart from the others. */
export const demoOfficers: readonly Office[] = [
  { memberNo: "001", committee: "executive", position: "chair", phone: "0000000001" },
  { memberNo: "002", committee: "executive", position: "treasurer", phone: "0000000002" },
  { memberNo: "003", committee: "executive", position: "secretary", phone: "0000000003" },
  { memberNo: "004", committee: "executive", position: "vice-chair" },
  { memberNo: "005", committee: "loan", position: "chair" },
  { memberNo: "006", committee: "loan", position: "member" },
  { memberNo: "007", committee: "audit", position: "chair", phone: "0000000007" },
  { memberNo: "008", committee: "audit", position: "member" },
  { memberNo: "009", committee: "promotion", position: "chair" },
];

/** The mother with three passbooks: her own and two children's, in the first group. */
export const motherNo = "012";
const linkedOfficers = new Set(["001", "002", "003", "005", "007"]);
const linkedOthers = new Set([motherNo, "010", "014"]);
const fewestHouseholds = 9; // Every officer comes from another house.

/** A house while its people are thought up. */
interface House {
  no: number;
  names: NameList;
  surname: string;
  head: DemoMember;
}

/** The people of a group, by number: heads of houses first, then children of the mother, husbands and wives, children, a craft group. */
export function rosterOf(group: DemoGroup, seed: number): DemoMember[] {
  const village = new VillageMaker(group, new Dice(seed));
  const houses = village.makeHouses();
  const members = houses.map((house) => house.head);
  const crafts = group.members >= 20 ? 1 : 0;
  const add = (make: (no: string) => DemoMember) => {
    if (members.length < group.members - crafts) members.push(make(numberText(members.length + 1)));
  };
  const mother = group.isTheLargest ? houses[Number(motherNo) - 1] : undefined;
  if (mother) for (const _child of [1, 2]) add((no) => village.makeChild(no, mother));
  // Two houses stay single in the largest group: one has left, one has asked to join.
  const families = (group.isTheLargest ? houses.slice(0, -2) : houses).filter((house) => house !== mother);
  for (const house of families) if (village.dice.percent(55)) add((no) => village.marry(no, house));
  while (members.length < group.members - crafts) add((no) => village.makeChild(no, village.dice.pick(families)));
  if (crafts > 0) members.push(makeCraftGroup(numberText(group.members), village.dice));
  const [newcomer, leaver] = group.isTheLargest ? houses.slice(-2).map((house) => house.head) : [];
  if (newcomer) Object.assign(newcomer, { status: "pending", monthsBefore: 0, hasSpecial: false });
  if (leaver) Object.assign(leaver, { status: "closed", hasSpecial: false });
  return members;
}

/** Thinks up houses and people with as few namesakes as the lists allow. */
class VillageMaker {
  private readonly taken = new Set<string>();

  constructor(
    private readonly group: DemoGroup,
    readonly dice: Dice,
  ) {}

  makeHouses(): House[] {
    const count = Math.max(fewestHouseholds, Math.ceil(this.group.members * 0.42));
    return Array.from({ length: count }, (_, index) => {
      const no = index + 1;
      const isMother = this.isMother(numberText(no), no);
      const names = !isMother && this.dice.percent(this.group.muslimPercent) ? muslimNames : buddhistNames;
      const surname = this.dice.pick(names.surnames);
      const sex: Sex = isMother || this.dice.percent(60) ? "f" : "m";
      return { no, names, surname, head: this.makeAdult(numberText(no), no, names, surname, sex) };
    });
  }

  marry(no: string, { no: house, names, surname, head }: House): DemoMember {
    const spouse = this.makeAdult(no, house, names, surname, head.sex === "f" ? "m" : "f");
    head.spouseNo = no;
    head.name = wed(head.name);
    return { ...spouse, name: wed(spouse.name), spouseNo: head.memberNo };
  }

  makeChild(no: string, { no: house, surname, head }: House): DemoMember {
    const sex: Sex = this.dice.percent(50) ? "f" : "m";
    const [first, nickname] = this.pickName(sex === "f" ? childNames.girls : childNames.boys, surname);
    return {
      ...plainMember(no, house, this.dice),
      name: `${sex === "f" ? "เด็กหญิง" : "เด็กชาย"}${first} ${surname}`,
      nickname,
      kind: "associate",
      sex,
      bornOn: localDate(`${this.dice.between(2013, 2020)}-${monthAndDay(this.dice)}`),
      guardianNo: head.memberNo,
      pledge: baht(this.dice.pick([20, 20, 30, 50])),
      monthsBefore: this.dice.between(6, 60),
    };
  }

  private makeAdult(no: string, house: number, names: NameList, surname: string, sex: Sex): DemoMember {
    const { dice } = this;
    const isMother = this.isMother(no, house);
    const list = sex === "f" ? names.women : names.men;
    const [first, nickname] = this.pickName(isMother ? list.slice(0, 1) : list, surname);
    const bornIn = isMother ? 1985 : dice.between(1948, 1994);
    const title = sex === "m" ? "นาย" : isMother || dice.percent(60) ? "นาง" : "นางสาว";
    const isLinked = linkedOfficers.has(no) || (this.group.isTheLargest === true && linkedOthers.has(no));
    const hasLine = isLinked || Number(no) <= demoOfficers.length || dice.percent(bornIn < 1958 ? 45 : 88);
    return {
      ...plainMember(no, house, dice),
      name: `${title}${first} ${surname}`,
      nickname,
      sex,
      bornOn: localDate(`${bornIn}-${monthAndDay(dice)}`),
      pledge: baht(dice.pick([50, 100, 100, 100, 150, 200, 200, 300, 500])),
      monthsBefore: dice.between(14, 180),
      hasSpecial: isMother || dice.percent(30),
      phone: isLinked ? "linked" : hasLine ? "ready" : "none",
    };
  }

  /** A name that nobody of the group has, or at least nobody of that family. */
  private pickName(list: readonly [string, string][], surname: string): [string, string] {
    const unused = list.filter(([first]) => !this.taken.has(first));
    const fresh = list.filter(([first]) => !this.taken.has(`${first} ${surname}`));
    const name = this.dice.pick([unused, fresh, list].find((names) => names.length > 0) ?? list);
    this.taken.add(name[0]).add(`${name[0]} ${surname}`);
    return name;
  }

  private isMother(no: string, house: number): boolean {
    return this.group.isTheLargest === true && no === motherNo && house === Number(motherNo);
  }
}

/** Married women are called นาง here. */
function wed(name: string): string {
  return name.replace(/^นางสาว/, "นาง");
}

function makeCraftGroup(no: string, dice: Dice): DemoMember {
  const craft = dice.pick(["ขนมพื้นบ้าน", "จักสานเตยปาหนัน", "ปลาแห้งแม่บ้าน", "ปุ๋ยหมัก"]);
  return {
    ...plainMember(no, 0, dice),
    name: `กลุ่มอาชีพ${craft}`,
    nickname: craft,
    kind: "occupational-group",
    household: null,
    signatoryNos: ["003", "005", "009"],
    pledge: baht(200),
  };
}

function plainMember(memberNo: string, house: number, dice: Dice): DemoMember {
  return {
    memberNo,
    name: "",
    nickname: "",
    kind: "ordinary",
    status: "active",
    sex: null,
    bornOn: null,
    household: String(house),
    spouseNo: null,
    guardianNo: null,
    signatoryNos: [],
    pledge: zero,
    monthsBefore: dice.between(14, 60),
    hasSpecial: false,
    phone: "none",
  };
}

function numberText(no: number): string {
  return String(no).padStart(3, "0");
}

function monthAndDay(dice: Dice): string {
  return `${String(dice.between(1, 12)).padStart(2, "0")}-${String(dice.between(1, 28)).padStart(2, "0")}`;
}
