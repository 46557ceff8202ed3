/** Digits that people write with spaces and dashes between them. */
const digitsOf = (text: string): string => text.replaceAll(/[\s.()-]/g, "").replace(/^\+?66(?=\d{9}$)/, "0");

/**
 * The check digit of a Thai identity or tax number: eleven minus the weighted sum of the first twelve digits (weights 13 to 2) modulo
 * eleven, its last digit (Department of Provincial Administration).
 */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** A PromptPay number without spaces and dashes: a mobile number, a tax number whose check digit is right, or an e-wallet of 15 digits; else null. */
export function promptPayNumber(text: string): string | null {
  const digits = digitsOf(text);
  if (/^0[689]\d{8}$/.test(digits) || /^\d{15}$/.test(digits)) return digits;
  return /^\d{13}$/.test(digits) && hasCheckDigit(digits) ? digits : null;
}

/** Whether the text is an account number as Thai banks give them: 10 to 15 digits. */
export function isBankAccount(text: string): boolean {
  return /^\d{10,15}$/.test(text.replaceAll(/[\s-]/g, ""));
}
