/** Waves of a side that a look tells of: 16 × 16 bits. */
export const lookSide = 16;

/** At most so many of the 256 bits differ where a picture was only written again or made smaller. */
const nearBits = 16;
/** At most so many differ where its edges were cut off besides; but so few differ also between two slips of one bank's app. */
const alikeBits = 52;

/**
 * How like two pictures look: `near` where one is the other written anew, `alike` where it may be the other with its edges cut off, or just another slip of
 * the same bank. Null: unlike, or one of them has no look. A photograph of a screen, taken at an angle, is unlike.
 */
export function likenessOfLooks(one: string | null, other: string | null): "near" | "alike" | null {
  if (one === null || other === null || one.length !== other.length) return null;
  const differing = differingBits(one, other);
  if (differing <= nearBits) return "near";
  return differing <= alikeBits ? "alike" : null;
}

function differingBits(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < one.length; at += 1) {
    const digit = parseInt(one.charAt(at), 16) ^ parseInt(other.charAt(at), 16);
    bits += (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + ((digit >> 3) & 1);
  }
  return bits;
}
