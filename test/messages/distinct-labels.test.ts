import { describe, expect, it } from "@jest/globals";
import { distinctLabels, fitsButton, quickLabel } from "../../src/messages/labels";

const whole = { shape: (label: string) => label, fits: fitsButton };

describe("labels beside each other", () => {
  it("are the first words where those differ, and more words where they do not", () => {
    expect(
      distinctLabels(
        [
          ["ศรี", "ศรี เงินกู้"],
          ["ศรี", "ศรี สวัสดิการ"],
          ["ลี", "ลี เงินกู้"],
        ],
        whole,
      ),
    ).toEqual(["ศรี เงินกู้", "ศรี สวัสดิการ", "ลี"]);
  });

  it("get a number where every word is the same, also after the cut", () => {
    expect(distinctLabels([["ศรี"], ["ศรี"]], whole)).toEqual(["1. ศรี", "2. ศรี"]);
    const long = "กลุ่มที่มีชื่อยาวมากเหลือเกิน";
    const labels = distinctLabels([[`${long} หนึ่ง`], [`${long} สอง`]], { shape: quickLabel, fits: () => true });
    expect(new Set(labels).size).toBe(2);
    expect(labels.every((label) => [...label].length <= 20)).toBe(true);
  });
});
